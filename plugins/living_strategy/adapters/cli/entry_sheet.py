"""One entry as text: its fields as written, and its links both ways under their labels."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

from living_strategy.adapters.reporting.text import printable
from living_strategy.content.corpus import ProsePage
from living_strategy.content.graph import Graph
from living_strategy.forms.fields import FormField, form_fields
from living_strategy.language import Language
from living_strategy.model import Entry
from living_strategy.model.project import PARTICIPANTS
from living_strategy.model.trait import Labels

_WIDTH = 96
_MAX_LENGTH = 280


def entry_sheet(entry: Entry, graph: Graph, language: Language) -> str:
    """Write title, file, fields, links out, links in and mentions."""
    location = graph.record(entry.id).locate("id")
    file_and_line = (
        f"{location.file}:{location.line}" if graph.record(entry.id).base else location.file
    )
    lines = [
        f"{entry.id} · {printable(entry.title)}",
        language.text("{kind} in {file}").format(
            kind=language.text(entry.label), file=file_and_line
        ),
    ]
    for heading, block in (
        (language.text("Fields"), _fields(entry, language)),
        (language.text("Links to"), _groups(_outgoing(entry, graph), language)),
        (language.text("Links from"), _groups(_incoming(entry, graph), language)),
        (language.text("Mentions"), _mentions(entry, graph)),
        (language.text("Mentioned in"), _mentioned_in(entry, graph)),
    ):
        if rows := list(block):
            lines += ["", heading, *(f"  {row}" for row in rows)]
    return "\n".join(lines)


def _fields(entry: Entry, language: Language) -> Iterator[str]:
    """Yield the fields that are filled in, except links."""
    filled = [
        (language.text(field.label), value)
        for field in form_fields(type(entry))
        if field.name not in ("id", "title")
        and not field.relation
        and (value := getattr(entry, field.name)) not in (None, (), "")
    ]
    width = max((len(label) for label, _ in filled), default=0)
    for label, value in filled:
        bullet = "– " if isinstance(value, tuple) and len(value) > 1 else ""
        for index, part in enumerate(value if isinstance(value, tuple) else (value,)):
            head = label if index == 0 else ""
            yield from textwrap.wrap(
                _text(part, language),
                _WIDTH,
                initial_indent=f"{head:<{width}}  {bullet}",
                subsequent_indent=" " * (width + 2 + len(bullet)),
                break_long_words=False,
                break_on_hyphens=False,
            )


def _text(value: Any, language: Language) -> str:
    """Return a value as it is written in the file; a fixed choice also in words."""
    if isinstance(value, StrEnum):
        return f"{value.value} ({language.term(value)})"
    if isinstance(value, BaseModel):
        return " · ".join(_inner(value, language))
    return printable(textwrap.shorten(str(value), _MAX_LENGTH, placeholder=" …"))


def _inner(value: BaseModel, language: Language) -> Iterator[str]:
    for field in form_fields(type(value)):
        content = getattr(value, field.name)
        if content not in (None, (), ""):
            parts = content if isinstance(content, tuple) else (content,)
            texts = "; ".join(_text(part, language) for part in parts)
            yield f"{_label(field, language)}: {texts}"


def _label(field: FormField, language: Language) -> str:
    return language.text(field.label)


Group = dict[Labels, dict[str, str]]


def _outgoing(entry: Entry, graph: Graph) -> Group:
    """Return the entries it points to: title by id, by labels."""
    groups: Group = {}
    for link in graph.outgoing.get(entry.id, ()):
        labels = link.relation.labels
        reference = f"{link.target}/{link.part}" if link.part else link.target
        groups.setdefault(labels, {})[reference] = graph.entries[link.target].title
    if municipalities := graph.municipalities_of.get(entry.id):
        municipality_names = {
            municipality.number: municipality.name for municipality in municipalities
        }
        groups.setdefault(PARTICIPANTS.labels, {}).update(municipality_names)
    return groups


def _incoming(entry: Entry, graph: Graph) -> Group:
    groups: Group = {}
    for link in graph.incoming.get(entry.id, ()):
        labels = link.relation.inverse_labels
        groups.setdefault(labels, {})[link.source] = graph.entries[link.source].title
    return groups


def _groups(groups: Group, language: Language) -> Iterator[str]:
    width = max((len(key) for rows in groups.values() for key in rows), default=0)
    for labels, rows in groups.items():
        yield language.text(labels.of(len(rows)))
        yield from (f"  {key:<{width}}  {printable(title)}" for key, title in rows.items())


def _mentions(entry: Entry, graph: Graph) -> Iterator[str]:
    entries = (
        graph.find(mention.id) for text in graph.record(entry.id).texts for mention in text.mentions
    )
    return _rows(
        {
            mentioned.id: mentioned.title
            for mentioned in entries
            if mentioned is not None and mentioned.id != entry.id
        }
    )


def _mentioned_in(entry: Entry, graph: Graph) -> Iterator[str]:
    return _rows(
        {
            f"strategy/{holder.path}" if isinstance(holder, ProsePage) else holder.id: holder.title
            for holder in graph.mentioned_in.get(entry.id, ())
        }
    )


def _rows(titles: dict[str, str]) -> Iterator[str]:
    width = max(map(len, titles), default=0)
    return (f"{key:<{width}}  {printable(title)}" for key, title in titles.items())
