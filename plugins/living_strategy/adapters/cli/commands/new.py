"""`new`: a file for a new entry, ready to be filled in."""

from __future__ import annotations

import os
from pathlib import Path

import click

from living_strategy.adapters.cli.command import Definition
from living_strategy.adapters.cli.content_root import SETTINGS
from living_strategy.adapters.cli.kind_words import find_kind
from living_strategy.adapters.cli.offered_kinds import check_offered, offered_kinds
from living_strategy.adapters.cli.output import note, write
from living_strategy.adapters.cli.session import CannotStart, Session
from living_strategy.content.graph import Graph, link
from living_strategy.content.loader import load
from living_strategy.content.records.registers import REGISTERS
from living_strategy.content.source import DiskSource
from living_strategy.content.validate import id_from
from living_strategy.editing.canonical import canonical
from living_strategy.figures.presence import unused_kinds
from living_strategy.forms.form import Draft
from living_strategy.forms.scaffold import scaffold
from living_strategy.language import Language
from living_strategy.model.municipality import Municipalities
from living_strategy.model.own_words import speaking


def define(language: Language) -> Definition:
    """Define the command in a language."""
    text = language.text
    return Definition(
        new,
        text(
            "For a goal, measure or project a file is written, with the required fields filled in "
            "and the others explained. For everything else the lines are shown, with the place to "
            "put them; a register that is not there yet is made with them. NAME is the title, from "
            "which the permanent id is made, or the id itself: lower-case letters, digits and "
            "hyphens, such as shorter-waiting-times."
        ),
        (
            click.Argument(["kind"], metavar=text("KIND")),
            click.Argument(["name"], metavar=text("NAME")),
            click.Option(
                ["--title"], metavar=text("TITLE"), help=text("The name that readers see.")
            ),
        ),
    )


def new(session: Session, kind: str, name: str, title: str | None) -> None:
    """Write the file, or show what to add where."""
    language, root = session.language, session.root
    kind_class = find_kind(kind, language, offered_kinds(session))
    entry_id, title_from_name = _id_and_title(name, language)
    graph = link(load(DiskSource(root)).corpus)
    settings = graph.corpus.settings
    check_offered(kind_class, settings, language)
    language = speaking(language, settings)
    _check_free(entry_id, graph, language)
    ids_by_kind = {
        key: [entry.id for entry in entries if not entry.retired]
        for key, entries in graph.by_kind.items()
    }
    words = _one_line(title or "") or title_from_name
    places = graph.corpus.municipalities
    draft = Draft(
        entry_id,
        words,
        ids_by_kind,
        unused_kinds(settings),
        _first_number(places, is_county=False),
        _first_number(places, is_county=True),
    )
    content = scaffold(kind_class, language, draft)
    if kind_class.folder:
        _make_file(root, f"{kind_class.folder}/{entry_id}.md", content, language)
    elif kind_class.register:
        register = f"{REGISTERS}/{kind_class.register}.yml"
        if os.path.lexists(root / register):
            heading = language.text("Add these lines to {file}:").format(file=register)
            _show_lines(heading, content)
        else:
            _make_register(root, register, content, entry_id, language)
    else:
        heading = language.text("Add these lines under “areas:” in {file}:").format(file=SETTINGS)
        _show_lines(heading, content)


def _first_number(places: Municipalities, *, is_county: bool) -> str:
    """Return the first number of a register of the strategy's own; examples are of Norway's."""
    if places.is_norwegian:
        return ""
    numbers = (place.number for place in places.by_number.values() if place.is_county is is_county)
    return next(numbers, "")


def _make_file(root: Path, name: str, content: str, language: Language) -> None:
    path = _write(root, name, content, language)
    message = language.text("{file} is ready. Open it, fill it in, and run “{command}”.")
    write(message.format(file=os.path.relpath(path), command=language.command("check")))


def _make_register(
    root: Path, register: str, content: str, entry_id: str, language: Language
) -> None:
    path = _write(root, register, content, language)
    message = language.text(
        "{file} did not exist and has been made, with “{id}” in it. Open it, fill it in, and run "
        "“{command}”."
    )
    name, check = os.path.relpath(path), language.command("check")
    write(message.format(file=name, id=entry_id, command=check))


def _show_lines(heading: str, content: str) -> None:
    """Write the heading to standard error, so that the lines can be redirected to the file."""
    note(f"{heading}\n")
    write(content.rstrip("\n"))


def _id_and_title(name: str, language: Language) -> tuple[str, str]:
    """Return the id and the title that a name stands for: it is one of them."""
    title, entry_id = _one_line(name), id_from(name)
    if entry_id and _reads_as_title(title):
        return entry_id, title
    _check_form(name, language)
    return name, name.replace("-", " ").capitalize()


def _reads_as_title(text: str) -> bool:
    """Return whether a text has words, or letters that no id has."""
    return " " in text or any(letter.isalpha() and not "a" <= letter <= "z" for letter in text)


def _one_line(text: str) -> str:
    """Return the text without line breaks and invisible characters."""
    spaced = " ".join(text.split())
    return "".join(letter for letter in spaced if letter.isprintable())


def _check_form(entry_id: str, language: Language) -> None:
    better = id_from(entry_id)
    if better and better == entry_id:
        return
    message = language.text("“{value}” cannot be an id.").format(value=entry_id)
    if better:
        message += " " + language.text("Write “{near}”.").format(near=better)
    else:
        message += " " + language.text(
            "Use lower-case letters a to z, digits and single hyphens only."
        )
    raise CannotStart(message)


def _check_free(entry_id: str, graph: Graph, language: Language) -> None:
    """Refuse an id that is taken, also as an alias or by an entry that is broken."""
    if entry := graph.find(entry_id):
        message = language.text("The id “{id}” is used already, in {other_file}.")
        file = graph.record(entry.id).source.path
        raise CannotStart(message.format(id=entry_id, other_file=file))
    if entry_id in graph.corpus.broken:
        raise CannotStart(
            language.text(
                "The id “{id}” is used already, in a file that cannot be read. Run “{command}”."
            ).format(id=entry_id, command=language.command("check"))
        )


def _write(root: Path, name: str, text: str, language: Language) -> Path:
    """Write a file that does not exist yet, inside the strategy's own folder."""
    path = root / name
    if not path.parent.resolve().is_relative_to(root.resolve()):
        message = language.text("The folder {folder} leads out of the strategy.")
        raise CannotStart(message.format(folder=path.parent.name))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(canonical(name, text.encode()).content.decode())
    except FileExistsError:
        message = language.text("{file} exists already.")
        raise CannotStart(message.format(file=name)) from None
    except OSError as error:
        message = language.text("{file} could not be written: {reason}.")
        raise CannotStart(message.format(file=name, reason=error.strerror)) from None
    return path
