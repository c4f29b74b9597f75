"""`catalogue`: the words of the site in one more language, ready to be translated."""

from __future__ import annotations

import os
from pathlib import Path

import click

from living_strategy.adapters.cli.command import Definition
from living_strategy.adapters.cli.output import note, write_data
from living_strategy.adapters.cli.session import CannotStart, Session
from living_strategy.content.intake import STRATEGY
from living_strategy.language import LANGUAGES, Language
from living_strategy.language.catalogue import empty_catalogue, is_known, read_catalogue


def define(language: Language) -> Definition:
    """Define the command in a language."""
    text = language.text
    return Definition(
        write_catalogue,
        text(
            "A gettext file (.po) with all English texts of the program, those for readers of the "
            "site first. What is translated in strategy/languages already is kept, so that the "
            "command brings the file up to date, too. LANGUAGE is a code such as sv or fi."
        ),
        (
            click.Argument(["code"], metavar=text("LANGUAGE")),
            click.Option(
                ["--write", "to_file"],
                is_flag=True,
                help=text("Write strategy/languages/LANGUAGE.po; else the text is shown."),
            ),
        ),
    )


def write_catalogue(session: Session, code: str, to_file: bool) -> None:
    """Show the catalogue, or write it beside the strategy."""
    text = session.language.text
    if code in LANGUAGES:
        message = text("The language {code} comes with the program.")
        raise CannotStart(message.format(code=code))
    if not is_known(code):
        raise CannotStart(text("There is no language with the code “{value}”.").format(value=code))
    name = f"{STRATEGY}/languages/{code}.po"
    path = session.root / name
    content = empty_catalogue(code, _existing(path, name, code, session.language))
    if not to_file:
        write_data(content.rstrip("\n"))
        return
    _exchange(path, name, content, session.language)
    read = read_catalogue(code, content)
    note(
        text("{file} has {count} texts, of which {missing} have no translation.").format(
            file=os.path.relpath(path), count=read.total, missing=read.missing
        )
    )


def _existing(path: Path, name: str, code: str, language: Language) -> str:
    """Return the text of the catalogue that is there, or an empty text.

    Raises:
        CannotStart: what is there cannot be read, and would be lost.
    """
    if not path.is_file():
        return ""
    try:
        existing = path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        message = language.text("{file} cannot be read: {reason}.")
        raise CannotStart(message.format(file=name, reason=error)) from None
    if existing.strip() and (read := read_catalogue(code, existing)).is_broken:
        (fault,) = read.faults
        message = language.text("{file} cannot be read: {reason}.")
        reason = f"{fault.line}: {fault.words}"
        raise CannotStart(message.format(file=name, reason=reason))
    return existing


def _exchange(path: Path, name: str, content: str, language: Language) -> None:
    """Put the file in place as a whole, or not at all."""
    new = path.with_name(f"{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new.write_text(content, encoding="utf-8", newline="\n")
        os.replace(new, path)
    except OSError as error:
        message = language.text("{file} could not be written: {reason}.")
        raise CannotStart(message.format(file=name, reason=error.strerror)) from None
