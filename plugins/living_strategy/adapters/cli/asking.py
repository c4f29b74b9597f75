"""Questions at a terminal about what a new entry cannot do without."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import click

from living_strategy.content.graph import Graph
from living_strategy.editing.assignment import Assignment
from living_strategy.editing.choices import in_keys
from living_strategy.forms.fields import FormField, form_fields
from living_strategy.forms.scaffold import UNDECIDED
from living_strategy.language import Language
from living_strategy.model import Entry
from living_strategy.model.levels import WAYS_UP

# So many ids are shown; more are no help.
_MAX_SHOWN = 12


def ask_title(language: Language) -> str:
    """Ask for the title of a new entry.

    Raises:
        UsageError: nobody can answer.
    """
    if not _can_answer():
        raise click.UsageError(language.text("Say what it is called: KIND NAME."))
    answer: str = click.prompt(language.text("Title"), err=True)
    return answer


def ask_required(
    kind: type[Entry], graph: Graph, language: Language, given: Iterable[Assignment]
) -> list[Assignment]:
    """Ask for the required fields that are not given and have no obvious value, if somebody can
    answer.
    """
    if not _can_answer():
        return []
    names = {"id", "title", *(assigned.path[0] for assigned in given)}
    way_up = _way_up(kind, graph)
    asked = [
        field
        for field in form_fields(kind)
        if (field.required or field.name == way_up) and field.name not in names
    ]
    answers = [_ask(field, kind, graph, language) for field in asked]
    return [answer for answer in answers if answer]


def _can_answer() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _way_up(kind: type[Entry], graph: Graph) -> str:
    """Return the field that says what the entry serves: the first that can lead to anything."""
    for way in WAYS_UP.get(kind.kind, ()):
        if _ids(way.relation.targets, graph):
            return way.keys[0]
    return ""


def _ids(kinds: Iterable[str], graph: Graph) -> list[str]:
    return [entry.id for kind in kinds for entry in graph.by_kind[kind] if not entry.retired]


def _ask(
    field: FormField, kind: type[Entry], graph: Graph, language: Language
) -> Assignment | None:
    label = language.text(field.label)
    if field.choices:
        choices = language.choices(field.choices)
        if UNDECIDED in [choice.value for choice in choices]:
            return None
        words = ", ".join(f"{choice.value} ({language.term(choice)})" for choice in choices)
        answer = click.prompt(f"{label}: {words}", err=True)
        return in_keys(Assignment((field.name,), answer), kind, language)
    if field.relation:
        ids = _ids(field.relation.targets, graph)
        if len(ids) < 2:
            return None
        shown = ", ".join(ids[:_MAX_SHOWN]) + (", …" if len(ids) > _MAX_SHOWN else "")
        answer = click.prompt(f"{label}: {shown}", err=True)
        parts = [_meant(part.strip(), field, graph) for part in answer.split(",") if part.strip()]
        return Assignment((field.name,), parts if field.is_list else parts[0])
    return Assignment((field.name,), click.prompt(label, err=True))


def _meant(written: str, field: FormField, graph: Graph) -> str:
    """Return the id that somebody means by an id or a title."""
    entry = graph.find(written)
    if entry or field.relation is None:
        return entry.id if entry else written
    return graph.nearest(written, field.relation.targets) or written
