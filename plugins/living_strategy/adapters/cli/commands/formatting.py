"""`format`: content in its canonical form, so that a change shows what it changes and no more."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from living_strategy.adapters.cli.command import Definition
from living_strategy.adapters.cli.left_words import stays_words
from living_strategy.adapters.cli.output import note, write
from living_strategy.adapters.cli.session import CannotStart, Session
from living_strategy.adapters.storage.pair_writer import write_together
from living_strategy.adapters.system_faults import explained
from living_strategy.content.file_names import shown
from living_strategy.content.reading import MAX_BYTES
from living_strategy.content.records.adoption import FOLDER as ADOPTION
from living_strategy.content.records.registers import REGISTERS
from living_strategy.content.records.search_words import OWN
from living_strategy.content.records.settings_file import SETTINGS
from living_strategy.content.source import DiskSource, Sort
from living_strategy.editing.canonical import Canonical, Left, canonical, style_of
from living_strategy.language import Language
from living_strategy.model import ITEM_FOLDERS

_FOLDERS = (*ITEM_FOLDERS, REGISTERS, ADOPTION)


def define(language: Language) -> Definition:
    """Define the command in a language."""
    text = language.text
    return Definition(
        format_content,
        text(
            "Each file of content is written with its fields in one order, and with quotation "
            "marks, lists and long texts in one way; the written pages are no part of it. What the "
            "files say stays the same, and so do comments and the text below the fields. A "
            "file that cannot be read stays as it is. PATH is a file or a folder; without it all "
            "content is written.\n\n"
            "The exit code is 0 when all files have the form, and 1 when one has not: with --check "
            "because it would change, otherwise because it had to stay as it is."
        ),
        (
            click.Argument(["paths"], nargs=-1, metavar=text("[PATH]…")),
            click.Option(
                ["--check", "only_check"],
                is_flag=True,
                help=text("Say which files would change, and change nothing."),
            ),
            click.Option(
                ["--diff", "shows_lines"], is_flag=True, help=text("Show the lines that change.")
            ),
        ),
    )


def format_content(
    session: Session, paths: tuple[str, ...], only_check: bool, shows_lines: bool
) -> int:
    """Write the files, all of them or none, and say what was done."""
    language, root = session.language, session.root
    source = DiskSource(root)
    files = sorted(set(_files(source, root, paths, language)))
    changed: dict[Path, bytes] = {}
    stays = False
    for file in files:
        before = source.read(file, MAX_BYTES)
        result = canonical(file, before) if isinstance(before, bytes) else _unread()
        if result.left:
            stays = True
            note(stays_words(result.left, file, language))
        elif isinstance(before, bytes) and result.content != before:
            changed[root / file] = result.content
            write(shown(os.path.relpath(root / file)))
            if shows_lines:
                write("\n".join(_difference(file, before, result.content)))
    if not only_check:
        _write(changed, language)
    _tell(language, len(files), len(changed), only_check)
    return int(stays or (only_check and bool(changed)))


def _files(
    source: DiskSource, root: Path, paths: tuple[str, ...], language: Language
) -> Iterator[str]:
    """Yield the paths below the root of all files that are meant.

    Raises:
        CannotStart: a path that does not exist, or that is no content with such a form.
    """
    if not paths:
        yield from _below(source, ("", *_FOLDERS))
    for given in paths:
        full = Path(os.path.abspath(given))
        at = Path(os.path.relpath(full, root.absolute())).as_posix()
        if at != "." and (at.startswith("..") or source.sort(at) is None):
            message = language.text("There is no “{path}” in the strategy.")
            raise CannotStart(message.format(path=given))
        if source.sort(at) is Sort.FOLDER or at == ".":
            folders = ("", *_FOLDERS) if at == "." else (at,)
            yield from _below(source, folders)
        elif style_of(at):
            yield at
        else:
            message = language.text("“{path}” is no content that has a canonical form.")
            raise CannotStart(message.format(path=given))


def _below(source: DiskSource, folders: Iterable[str]) -> Iterator[str]:
    """Yield the files with a form in folders and those below them, hidden ones left out."""
    for folder in folders:
        if not folder:
            yield from (path for path in (SETTINGS, OWN) if source.sort(path) is not None)
            continue
        names = source.listing(folder)
        for name, sort in names if isinstance(names, list) else ():
            path = f"{folder}/{name}"
            if sort is Sort.FOLDER and not name.startswith("."):
                yield from _below(source, (path,))
            elif sort is not Sort.FOLDER and style_of(path):
                yield path


def _unread() -> Canonical:
    return Canonical(b"", Left.UNREADABLE)


def _difference(file: str, before: bytes, after: bytes) -> Iterator[str]:
    old, new = (content.decode("utf-8").splitlines() for content in (before, after))
    return difflib.unified_diff(old, new, file, file, lineterm="", n=2)


def _write(changed: dict[Path, bytes], language: Language) -> None:
    try:
        write_together(changed)
    except OSError as error:
        raise CannotStart(explained(error, language)) from None


def _tell(language: Language, total: int, count: int, only_check: bool) -> None:
    if not count:
        message = language.plural(
            "{total} file looked at, and nothing to change.",
            "{total} files looked at, and nothing to change.",
            total,
        )
    elif only_check:
        message = language.plural(
            "{count} of {total} files would change.",
            "{count} of {total} files would change.",
            count,
        )
    else:
        message = language.plural(
            "{count} of {total} files has been written.",
            "{count} of {total} files have been written.",
            count,
        )
    note(message.format(count=count, total=total))
