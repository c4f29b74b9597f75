"""A folder of letters: each a file that can be sent, and no other file is touched."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from living_strategy.adapters.cli.content_folders import in_content
from living_strategy.adapters.cli.session import CannotStart
from living_strategy.adapters.system_faults import explained
from living_strategy.language import Language
from living_strategy.papers.owner_letter import OwnerLetter


def write_letters(
    letters: Sequence[OwnerLetter], folder: Path, root: Path, language: Language
) -> None:
    """Write each letter into a file named after whom it is to. What is there already with the same
    text stays; if anything else is in the way, nothing is written.

    Raises:
        CannotStart: another file is in the way, the folder holds content of the strategy, or the
            system refuses.
    """
    if in_content(folder.resolve(), root.resolve()):
        message = language.text(
            "The letters cannot be written to {folder}: the strategy itself is there."
        )
        raise CannotStart(message.format(folder=folder))
    contents = {folder / file_name(letter): _content(letter, language) for letter in letters}
    try:
        missing = {path: text for path, text in contents.items() if not _is_there(path, text)}
    except OSError as error:
        raise CannotStart(explained(error, language, folder)) from None
    if others := [path.name for path in missing if os.path.lexists(path)]:
        message = language.text(
            "Nothing was written: {folder} holds {files} already, with another text. Choose a new "
            "folder, or move these files away."
        )
        raise CannotStart(message.format(folder=folder, files=", ".join(others)))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, text in missing.items():
            _write(path, text)
    except OSError as error:
        raise CannotStart(explained(error, language, folder)) from None


def file_name(letter: OwnerLetter) -> str:
    """Return the name of a letter's file: the id of whom it is to."""
    return f"{letter.owner.id}.txt"


def _content(letter: OwnerLetter, language: Language) -> str:
    subject = language.text("Subject: {subject}").format(subject=letter.subject)
    return f"{subject}\n\n{letter.text}"


def _is_there(path: Path, text: str) -> bool:
    """Return whether a file has this text; anything that is no plain file has not."""
    return path.is_file() and not path.is_symlink() and path.read_bytes() == text.encode()


def _write(path: Path, text: str) -> None:
    """Write a file that does not exist yet, whole or not at all."""
    with path.open("x", encoding="utf-8", newline="\n") as file:
        try:
            file.write(text)
            file.flush()
        except OSError:
            path.unlink()
            raise
