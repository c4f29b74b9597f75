"""`list`: all entries, or those of a kind or status."""

from __future__ import annotations

import json
from enum import StrEnum

import click

from living_strategy.adapters.cli.command import Definition
from living_strategy.adapters.cli.kind_words import find_kind, kind_choices
from living_strategy.adapters.cli.offered_kinds import offered_kinds
from living_strategy.adapters.cli.options import format_option
from living_strategy.adapters.cli.output import note, write, write_data
from living_strategy.adapters.cli.session import CannotStart, Session
from living_strategy.adapters.reporting.text import printable
from living_strategy.content.graph import Graph, link
from living_strategy.content.loader import load
from living_strategy.content.source import DiskSource
from living_strategy.diagnostics import nearest
from living_strategy.language import Language
from living_strategy.model import KINDS, Entry
from living_strategy.model.goal import Standing
from living_strategy.model.values import Status

RETIRED = "retired"


def define(language: Language) -> Definition:
    """Define the command in a language."""
    text = language.text
    return Definition(
        list_entries,
        _details(language, KINDS),
        (
            click.Argument(["kind"], required=False, metavar=text("[KIND]")),
            click.Option(
                ["--status"],
                metavar=text("STATUS"),
                help=text("Only entries with this status, such as ongoing, proposed or retired."),
            ),
            format_option(language, "text", "json"),
        ),
        lambda session: _details(language, offered_kinds(session)),
    )


def _details(language: Language, kinds: tuple[type[Entry], ...]) -> str:
    message = language.text("KIND is one of: {kinds}. Without it all entries are listed.")
    return message.format(kinds=kind_choices(language, kinds))


def list_entries(
    session: Session, kind: str | None, status: str | None, output_format: str
) -> None:
    """Write id, kind, status and title of each entry."""
    offered = offered_kinds(session)
    kind_class = find_kind(kind, session.language, offered) if kind else None
    state = _status(status, session.language) if status else None
    graph = link(load(DiskSource(session.root)).corpus)
    entries = [
        entry
        for entry in (graph.of_kind(kind_class) if kind_class else graph.entries.values())
        if state is None or state_of(entry) == state
    ]
    if output_format == "json":
        write_data(_as_json(entries, graph))
    elif entries:
        write(_as_table(entries, session.language))
    _note_broken(graph, session.language)


def state_of(entry: Entry) -> str:
    """Return the status of a measure or project, the standing of a goal, or `retired`."""
    value = _state(entry)
    return value if isinstance(value, str) else ""


def _state(entry: Entry) -> StrEnum | str | None:
    if entry.retired:
        return RETIRED
    return getattr(entry, "status", None) or getattr(entry, "standing", None)


def _status(word: str, language: Language) -> str:
    words = {RETIRED: RETIRED, language.text("Retired").casefold(): RETIRED}
    for value in (*Status, *Standing):
        words |= {value.value: value.value, language.term(value).casefold(): value.value}
    if state := words.get(word.casefold()):
        return state
    message = language.text("There is no status called “{word}”.").format(word=word)
    if suggestion := nearest(word, words):
        message += " " + language.text("Did you mean “{near}”?").format(near=suggestion)
    else:
        terms = {RETIRED: language.text("Retired")}
        terms |= {value.value: language.term(value) for value in (*Standing, *Status)}
        choices = ", ".join(f"{value} ({term})" for value, term in terms.items())
        message += " " + language.text("Choose one of: {choices}.").format(choices=choices)
    raise CannotStart(message)


def _as_json(entries: list[Entry], graph: Graph) -> str:
    rows = [
        {
            "id": entry.id,
            "kind": entry.kind,
            "status": state_of(entry) or None,
            "title": entry.title,
            "file": graph.record(entry.id).source.path,
        }
        for entry in entries
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _as_table(entries: list[Entry], language: Language) -> str:
    rows = [
        (entry.id, language.kind(entry.kind), _state_word(entry, language), printable(entry.title))
        for entry in entries
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    return "\n".join(
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[3]])
        for row in rows
    )


def _state_word(entry: Entry, language: Language) -> str:
    state = _state(entry)
    if state is None or state == RETIRED:
        return language.text("Retired").lower() if state else ""
    return language.term(state).lower()  # type: ignore[arg-type]


def _note_broken(graph: Graph, language: Language) -> None:
    if count := len(graph.corpus.broken):
        message = language.plural(
            "{count} entry could not be read and is not listed. Run “{command}”.",
            "{count} entries could not be read and are not listed. Run “{command}”.",
            count,
        )
        note(message.format(count=count, command=language.command("check")))
