"""The strategy as one text to read: what was decided, in order, and nothing that a page adds.

The text of an edition is published with its SHA-256. Another word or line break here gives all
editions that are out another sum: a test holds this text to the letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

from living_strategy.content.corpus import Record, TextField
from living_strategy.content.graph import Graph
from living_strategy.figures.goal_wording import wording_words
from living_strategy.history.event import NO_HISTORY
from living_strategy.history.event_words import titles_of
from living_strategy.language import Language
from living_strategy.model import Entry, Goal
from living_strategy.model.levels import LEVELS
from living_strategy.model.own_words import language_of
from living_strategy.model.trait import Origin, Trait
from living_strategy.papers.forms.markdown import plain
from living_strategy.partial_date import PartialDate

# What stands above the list of fields, and what is no part of what is said.
_NOT_LISTED = frozenset({"title", "number", "summary", "description", "aliases"})
_FENCE = re.compile(r" {0,3}(```|~~~)")
_HEADING = re.compile(r" {0,3}#{1,6}(?=\s|$)")
_LEVELS = (4, 6)


def edition_text(graph: Graph) -> str:
    """Return the whole strategy as Markdown, in the language that it says it is in."""
    language = language_of(graph.corpus.settings, graph.corpus.language)
    writer = _Writer(graph, language, titles_of(graph, NO_HISTORY))
    return "\n\n".join(writer.blocks()) + "\n"


@dataclass(frozen=True, slots=True)
class _Writer:
    graph: Graph
    language: Language
    titles: Mapping[str, str]

    def blocks(self) -> Iterator[str]:
        """Yield what is parted by empty lines."""
        settings, text = self.graph.corpus.settings, self.language.text
        yield f"# {plain(settings.title)}"
        if settings.summary:
            yield plain(settings.summary)
        if settings.period:
            years = (settings.period.start, settings.period.end)
            yield f"{text('Period')}: {'–'.join(self._date(year) for year in years)}"
        if settings.vision:
            yield f"## {text('The vision')}"
            yield f"> {plain(settings.vision.text)}"
        for kind in LEVELS:
            entries = self.graph.of_kind(kind)
            if entries:
                yield f"## {text(kind.labels)}"
            for entry in entries:
                yield from self._entry(self.graph.record(entry.id))

    def _entry(self, record: Record) -> Iterator[str]:
        entry = record.entry
        title = f"{entry.number} {entry.title}" if entry.number else entry.title
        yield f"### {plain(title)}"
        if isinstance(entry, Goal) and entry.wording:
            yield self._wording(entry)
        if entry.summary:
            yield plain(entry.summary)
        yield "\n".join(self._fields(entry))
        if entry.description:
            yield "\n".join(_below_title(self._without_mentions(record)))

    def _wording(self, goal: Goal) -> str:
        """Return whose words the title of a goal is in, with the text they stand in."""
        words = wording_words(goal, self.language)
        if not goal.wording_source:
            return words
        return f"{words} {self.language.text('Source')}: {_address_or_words(goal.wording_source)}"

    def _fields(self, entry: Entry) -> Iterator[str]:
        for label, value, trait in self._decided(entry):
            if isinstance(value, tuple) and isinstance(value[0], BaseModel):
                yield f"- {label}:"
                yield from (f"  - {self._part(part)}" for part in value)
            elif isinstance(value, BaseModel):
                yield f"- {label}: {self._part(value)}"
            else:
                yield f"- {label}: {self._said(value, trait)}"

    def _part(self, part: BaseModel, above: str = "") -> str:
        """Return the fields of a part on one line, those of a part in it between brackets. A label
        that stands `above` is not said again.
        """
        said = []
        for label, value, trait in self._decided(part):
            if isinstance(value, BaseModel):
                said.append(f"{label}: ({self._part(value, label)})")
            else:
                words = self._said(value, trait)
                said.append(words if label == above else f"{label}: {words}")
        return "; ".join(said)

    def _decided(self, model: BaseModel) -> Iterator[tuple[str, Any, Trait]]:
        """Yield the fields that a decision adopts and that say something, with their labels."""
        left_out = _NOT_LISTED if isinstance(model, Entry) else ()
        for name, field in type(model).model_fields.items():
            value = getattr(model, name)
            trait = next((mark for mark in field.metadata if isinstance(mark, Trait)), None)
            if trait is None or trait.origin is not Origin.DECIDED or name in left_out:
                continue
            if value not in (None, "", ()):
                yield self.language.text(trait.label), value, trait

    def _said(self, value: Any, trait: Trait) -> str:
        if isinstance(value, tuple):
            return "; ".join(self._said(part, trait) for part in value)
        if isinstance(value, PartialDate):
            return self.language.date(value)
        if isinstance(value, StrEnum):
            return self.language.term(value)
        if isinstance(value, Decimal):
            return f"{value:f}"
        if trait.relation:
            return plain(self.titles.get(value, value))
        return _address_or_words(str(value))

    def _date(self, value: PartialDate | None) -> str:
        return self.language.date(value) if value else ""

    def _without_mentions(self, record: Record) -> str:
        """Return the text of an entry with titles in place of ids."""
        text = record.entry.description
        scanned = next((own for own in record.texts if own.text == text), TextField((), text, ()))
        for mention in reversed(scanned.mentions):
            _, _, label = mention.written.strip("[]").partition("|")
            words = label or plain(self.titles.get(mention.id, mention.id))
            end = mention.offset + len(mention.written)
            text = text[: mention.offset] + words + text[end:]
        return text


def _address_or_words(text: str) -> str:
    return text if text.startswith(("https://", "http://")) else plain(text)


def _below_title(text: str) -> Iterator[str]:
    """Yield the lines of a text, its headings below the one of the entry."""
    fence = ""
    for line in text.strip("\n").splitlines():
        mark = _FENCE.match(line)
        if mark and fence in ("", mark[1]):
            fence = "" if fence else mark[1]
        heading = None if fence else _HEADING.match(line)
        if heading:
            level = sorted((*_LEVELS, heading[0].count("#") + 2))[1]
            line = "#" * level + line[heading.end() :]
        yield line.rstrip()
