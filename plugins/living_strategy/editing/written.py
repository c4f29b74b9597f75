"""A YAML text as it is written: its keys and values in their order, with lines and comments.

What it means is for `content.yaml` to say, which has read the text without a problem before it
comes here; nesting has a limit there, too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]

Mark = tuple[int, int]

_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_BLOCKS = ("|", ">")
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


class AnchoredError(Exception):
    """The text repeats a part by an anchor, which no other form says."""


@dataclass(slots=True)
class Scalar:
    """A value without parts; `text` is None for one of the words that mean nothing."""

    text: str | None


@dataclass(slots=True)
class Member:
    """A key with its value, or an item of a list, whose key is None.

    `line` is where it begins and `end` where a comment may follow it, both from 0; `column` is
    that of the key or the hyphen. `before` are the comments and single blank lines (empty texts)
    above it, `behind` is the comment on its line, and `inner` those below a key without a value.
    """

    key: str | None
    value: Value
    line: int
    column: int
    end: int
    before: list[str] = field(default_factory=list)
    behind: str = ""
    inner: list[str] = field(default_factory=list)

    @property
    def is_commented(self) -> bool:
        """Whether a comment belongs to it, or to a part of it."""
        return bool(self.behind or self.inner or any(self.before)) or (
            isinstance(self.value, Collection) and self.value.is_commented
        )


@dataclass(slots=True)
class Collection:
    """A mapping or a list. `last` are the comments below its last member."""

    is_mapping: bool
    on_one_line: bool = False
    members: list[Member] = field(default_factory=list)
    last: list[str] = field(default_factory=list)

    @property
    def is_commented(self) -> bool:
        """Whether a comment stands in it."""
        return any(self.last) or any(member.is_commented for member in self.members)


Value = Scalar | Collection


@dataclass(slots=True)
class Written:
    """A text: its outermost mapping, its lines, and the spans of its scalars, from mark to mark.

    `blocks` are the spans of those that begin with | or >, which reach to the next line.
    """

    root: Collection
    lines: list[str]
    spans: list[tuple[Mark, Mark]]
    blocks: list[tuple[Mark, Mark]]


def written(text: str) -> Written | None:
    """Read how a YAML text is written; None when it is no mapping.

    Raises:
        AnchoredError: see there.
    """
    return _Writing(text).read()


class _Writing:
    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.next: Callable[[], Any] = CParser(text).get_event
        self.spans: list[tuple[Mark, Mark]] = []
        self.blocks: list[tuple[Mark, Mark]] = []

    def read(self) -> Written | None:
        while not isinstance(event := self.next(), (yaml.NodeEvent, yaml.StreamEndEvent)):
            pass
        if not isinstance(event, yaml.MappingStartEvent):
            return None
        root, _ = self.collection(event)
        return Written(root, self.lines, self.spans, self.blocks)

    def value(self, event: Any) -> tuple[Value, int]:
        """Return a value, and the line where a comment may follow it."""
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise AnchoredError
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        return self.collection(event)

    def collection(self, event: Any) -> tuple[Collection, int]:
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        collection = Collection(is_mapping)
        start = event.start_mark.line
        is_flow = event.flow_style
        while type(event := self.next()) not in _ENDS:
            collection.members.append(self.member(event, is_mapping))
        collection.on_one_line = is_flow and event.end_mark.line == start
        return collection, event.end_mark.line if is_flow else start

    def member(self, event: Any, is_mapping: bool) -> Member:
        line, column = event.start_mark.line, event.start_mark.column
        if not is_mapping:
            value, end = self.value(event)
            start = self.lines[line]
            if start.lstrip(" ").startswith("- "):
                column = min(column, len(start) - len(start.lstrip(" ")))
            return Member(None, value, line, column, end)
        self.note_span(event)
        key = event.value
        event = self.next()
        value, end = self.value(event)
        if isinstance(value, Collection) and not event.flow_style:
            end = line
        return Member(key, value, line, column, end)

    def scalar(self, event: Any) -> tuple[Scalar, int]:
        self.note_span(event)
        is_null = not event.style and event.value in _NULL
        end = event.start_mark if event.style in _BLOCKS else event.end_mark
        return Scalar(None if is_null else event.value), end.line

    def note_span(self, event: Any) -> None:
        start, end = event.start_mark, event.end_mark
        spans = self.blocks if event.style in _BLOCKS else self.spans
        spans.append(((start.line, start.column), (end.line, end.column)))
