"""`new`: a file for a new entry, ready to be filled in."""

from __future__ import annotations

import os
import re
from pathlib import Path

import click

from living_strategy.adapters.cli.asking import ask_required, ask_title
from living_strategy.adapters.cli.assignments import read_assignments, refusal_words
from living_strategy.adapters.cli.command import Definition
from living_strategy.adapters.cli.content_root import SETTINGS
from living_strategy.adapters.cli.kind_words import find_kind
from living_strategy.adapters.cli.left_words import stays_words
from living_strategy.adapters.cli.new_ids import check_form, check_free
from living_strategy.adapters.cli.offered_kinds import check_offered, offered_kinds
from living_strategy.adapters.cli.output import write
from living_strategy.adapters.cli.proposed import REFUSED, show_faults, undo_stopped
from living_strategy.adapters.cli.session import CannotStart, Session
from living_strategy.adapters.upgrading.exchange import exchange
from living_strategy.content.corpus import Corpus
from living_strategy.content.graph import Graph, link
from living_strategy.content.loader import load
from living_strategy.content.reading import MAX_BYTES
from living_strategy.content.records.registers import REGISTERS
from living_strategy.content.source import DiskSource
from living_strategy.content.validate import id_from
from living_strategy.content.yaml.yaml_reader import KeyPath
from living_strategy.editing.canonical import Left, canonical
from living_strategy.editing.file_parts import appended
from living_strategy.editing.setting import Outcome, Target, set_fields
from living_strategy.figures.presence import unused_kinds
from living_strategy.forms.form import Draft
from living_strategy.forms.scaffold import scaffold
from living_strategy.language import Language
from living_strategy.model import Entry
from living_strategy.model.municipality import Municipalities
from living_strategy.model.own_lists import lists_of
from living_strategy.model.own_words import speaking

_AREAS = re.compile(rb"^areas:", re.MULTILINE)


def define(language: Language) -> Definition:
    """Define the command in a language."""
    text = language.text
    return Definition(
        new,
        text(
            "A goal, measure or project gets a file, with the required fields filled in and the "
            "others explained. Everything else is added to the file of its kind, which is made if "
            "it is not there yet. NAME is the title, from which the permanent id is made, or the "
            "id itself: lower-case letters, digits and hyphens, such as shorter-waiting-times. "
            "FIELD=VALUE fills in a field, as with “set”. At a terminal you are asked for what is "
            "required and was not said."
        ),
        (
            click.Argument(["kind"], metavar=text("KIND")),
            click.Argument(["name"], metavar=text("NAME"), required=False),
            click.Argument(["written"], nargs=-1, metavar=text("[FIELD=VALUE]…")),
            click.Option(
                ["--title"], metavar=text("TITLE"), help=text("The name that readers see.")
            ),
        ),
    )


def new(
    session: Session, kind: str, name: str | None, written: tuple[str, ...], title: str | None
) -> int:
    """Write the entry into a file of its own, or the one of its kind."""
    language, root = session.language, session.root
    undo_stopped(session)
    kind_class = find_kind(kind, language, offered_kinds(session))
    graph = link(load(DiskSource(root)).corpus)
    settings = graph.corpus.settings
    check_offered(kind_class, settings, language)
    language = speaking(language, settings)
    name = ask_title(language) if name is None else name
    entry_id, title_from_name = _id_and_title(name, language)
    check_free(entry_id, graph, language)
    path, base = _place(kind_class, entry_id, graph.corpus)
    target = Target(path, kind_class, entry_id, base)
    values = list(read_assignments(written, target, language))
    values += ask_required(kind_class, graph, language, values)
    draft = _draft(entry_id, _one_line(title or "") or title_from_name, graph)
    before = _read(root, path, kind_class, language)
    content = _with_entry(path, before, scaffold(kind_class, language, draft), language)
    outcome = set_fields(content, target, values, lists_of(settings))
    return _carry_out(root, target, outcome, language, is_new=before is None)


def _carry_out(
    root: Path, target: Target, outcome: Outcome, language: Language, *, is_new: bool
) -> int:
    """Write the file unless a value is refused, and say where to go on."""
    if outcome.misread or outcome.left:
        raise CannotStart(refusal_words(outcome, target.path, language))
    if outcome.faults:
        show_faults(outcome.faults, language)
        return REFUSED
    _write(root, target.path, outcome.content, language)
    write(_ready_words(root, target, is_new, language))
    return 0


def _first_number(places: Municipalities, *, is_county: bool) -> str:
    """Return the first number of a register of the strategy's own; examples are of Norway's."""
    if places.is_norwegian:
        return ""
    numbers = (place.number for place in places.by_number.values() if place.is_county is is_county)
    return next(numbers, "")


def _draft(entry_id: str, title: str, graph: Graph) -> Draft:
    ids_by_kind = {
        key: [entry.id for entry in entries if not entry.retired]
        for key, entries in graph.by_kind.items()
    }
    places = graph.corpus.municipalities
    return Draft(
        entry_id,
        title,
        ids_by_kind,
        unused_kinds(graph.corpus.settings),
        _first_number(places, is_county=False),
        _first_number(places, is_county=True),
    )


def _place(kind: type[Entry], entry_id: str, corpus: Corpus) -> tuple[str, KeyPath]:
    """Return the file of a new entry, and the keys that lead to it."""
    if kind.folder:
        return f"{kind.folder}/{entry_id}.md", ()
    if kind.register:
        return f"{REGISTERS}/{kind.register}.yml", (entry_id,)
    areas = corpus.settings_source.positions.data or {}
    there = areas.get("areas") if isinstance(areas, dict) else None
    return SETTINGS, ("areas", len(there) if isinstance(there, list) else 0)


def _read(root: Path, path: str, kind: type[Entry], language: Language) -> bytes | None:
    """Return the file that the entry is added to; None if it has to be made."""
    if not (root / path).parent.resolve().is_relative_to(root.resolve()):
        message = language.text("The folder {folder} leads out of the strategy.")
        raise CannotStart(message.format(folder=Path(path).parent.name))
    source = DiskSource(root)
    if source.sort(path) is None:
        return None
    if kind.folder:
        raise CannotStart(language.text("{file} exists already.").format(file=path))
    content = source.read(path, MAX_BYTES)
    if not isinstance(content, bytes):
        raise CannotStart(stays_words(Left.UNREADABLE, path, language))
    return content


def _with_entry(path: str, before: bytes | None, lines: str, language: Language) -> bytes:
    """Return the file with the lines of the new entry, in its canonical form."""
    if before is not None:
        result = canonical(path, before)
        if result.left:
            raise CannotStart(stays_words(result.left, path, language))
        above = "\n"
        if path == SETTINGS:
            above = "" if _AREAS.search(result.content) else "areas:\n"
        return canonical(path, appended(result.content, above + lines)).content
    return canonical(path, lines.encode()).content


def _ready_words(root: Path, target: Target, is_new: bool, language: Language) -> str:
    if not target.base:
        message = language.text("{file} is ready. Open it, fill it in, and run “{command}”.")
    elif is_new:
        message = language.text(
            "{file} did not exist and has been made, with “{id}” in it. Open it, fill it in, and "
            "run “{command}”."
        )
    else:
        message = language.text(
            "“{id}” has been added to {file}. Open it, fill it in, and run “{command}”."
        )
    file = os.path.relpath(root / target.path)
    return message.format(id=target.id, file=file, command=language.command("check"))


def _id_and_title(name: str, language: Language) -> tuple[str, str]:
    """Return the id and the title that a name stands for: it is one of them."""
    title, entry_id = _one_line(name), id_from(name)
    if entry_id and _reads_as_title(title):
        return entry_id, title
    check_form(name, language)
    return name, name.replace("-", " ").capitalize()


def _reads_as_title(text: str) -> bool:
    """Return whether a text has words, or letters that no id has."""
    return " " in text or any(letter.isalpha() and not "a" <= letter <= "z" for letter in text)


def _one_line(text: str) -> str:
    """Return the text without line breaks and invisible characters."""
    spaced = " ".join(text.split())
    return "".join(letter for letter in spaced if letter.isprintable())


def _write(root: Path, path: str, content: bytes, language: Language) -> None:
    try:
        exchange(root, {path: content})
    except OSError as error:
        message = language.text("{file} could not be written: {reason}.")
        raise CannotStart(message.format(file=path, reason=error.strerror)) from None
