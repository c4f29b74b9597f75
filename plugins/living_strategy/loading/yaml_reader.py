"""YAML text to plain data without surprises: scalars stay text, positions on demand.

Built on libyaml's event stream, with a stack of our own: deep nesting cannot exhaust the
interpreter's stack, and repeated anchors cannot blow up memory.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]

KeyPath = tuple[str | int, ...]
Mark = tuple[int, int]

MAX_DEPTH = 40
MAX_NODES = 20_000
MAX_ALIASES = 50

_CONTROL = re.compile(
    "[^\\t\\n\\r\\x20-\\x7e\\x85\\xa0-\\ud7ff\\ue000-\\ufdcf\\ufdf0-\\ufefe\\uff00-\\ufffd\\U00010000-\\U0010ffff]"
)
_BOOLEAN = re.compile(r"(?i:y|n|yes|no|on|off|true|false)\Z")
_NUMBER = re.compile(
    r"""[-+]?0[0-9]+\Z             # leading zero: octal in YAML 1.1
      | [-+]?[0-9]+\.[0-9]*0\Z     # 1.10 becomes 1.1
      | [-+]?[0-9]+(:[0-5]?[0-9])+(\.[0-9]*)?\Z   # 12:30 becomes 750
      | [-+]?[0-9][0-9]*_[0-9_]*\Z # underscores are dropped
      | [-+]?0[xob][0-9a-fA-F_]+\Z
      | [-+]?[0-9.]+[eE][-+]?[0-9]+\Z
      | [-+]?\.(inf|Inf|INF)\Z | \.(nan|NaN|NAN)\Z""",
    re.VERBOSE,
)
_NULL = frozenset(("", "~", "null", "Null", "NULL"))


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in the YAML: a diagnostic code, its particulars and the place (from 1)."""

    code: str
    line: int
    column: int
    params: dict[str, str] = field(default_factory=dict)
    path: KeyPath = ()


@dataclass(slots=True)
class Tree:
    """What a YAML text holds. `data` is None when it is empty or cannot be read.

    `plain` lists values without quotes that other programs read as something else than text;
    whether that is a mistake depends on the field, so it is for the validator to say.
    """

    data: Any = None
    problems: list[Problem] = field(default_factory=list)
    plain: list[Problem] = field(default_factory=list)
    keys: dict[KeyPath, Mark] = field(default_factory=dict)
    values: dict[KeyPath, Mark] = field(default_factory=dict)


@dataclass(slots=True)
class _Frame:
    node: Any
    is_mapping: bool
    path: KeyPath
    anchor: str | None
    key: str | None = None
    has_key: bool = False
    size: int = 1
    lines: dict[str, int] = field(default_factory=dict)


def control_character(text: str) -> tuple[int, str] | None:
    """Offset and name of the first character that YAML does not allow, if any."""
    found = _CONTROL.search(text)
    return (found.start(), f"U+{ord(found.group()):04X}") if found else None


def read_yaml(text: str, first_line: int = 1, *, positions: bool = False) -> Tree:
    """Read one YAML document. Never raises on any text.

    Plain scalars are kept as the text that was written; only the null words become None, and keys
    without a value are left out. With `positions` every key and value is given a place;
    `first_line` is the line of the file that the text begins on.
    """
    return _Reader(text, first_line, positions).read()


class _Reader:
    def __init__(self, text: str, first_line: int, positions: bool) -> None:
        self.text = text
        self.offset = first_line
        self.positions = positions
        self.tree = Tree()
        self.stack: list[_Frame] = []
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.aliases = 0
        self.nodes = 0
        self.documents = 0

    def read(self) -> Tree:
        try:
            parser = CParser(self.text)
            next_event = parser.get_event
            while not isinstance(event := next_event(), yaml.StreamEndEvent):
                if not self.handle(event):
                    self.tree.data = None
                    break
        except yaml.YAMLError as error:
            self.syntax(error)
            self.tree.data = None
        return self.tree

    def handle(self, event: Any) -> bool:
        """Take one event; False stops the reading."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            return self.scalar(event)
        if kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            return self.open(event, kind is yaml.MappingStartEvent)
        if kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            return self.close()
        if kind is yaml.AliasEvent:
            return self.alias(event)
        if kind is yaml.DocumentStartEvent:
            self.documents += 1
            if self.documents > 1:
                return self.stop("yaml-many-documents", event.start_mark)
        return True

    def scalar(self, event: Any) -> bool:
        if event.tag is not None and event.tag != "!":
            return self.stop("yaml-tag", event.start_mark, tag=event.tag)
        value: str | None = event.value
        frame = self.stack[-1] if self.stack else None
        if frame is not None and frame.is_mapping and not frame.has_key:
            return self.key(frame, event)
        if event.implicit[0] and value is not None:
            if value in _NULL:
                value = None
            elif _BOOLEAN.match(value):
                self.note_plain("ambiguous-boolean", event, value)
            elif (value[0] in ".0123456789+-") and _NUMBER.match(value):
                self.note_plain("ambiguous-number", event, value)
        if event.anchor:
            self.anchors[event.anchor] = (value, 1)
        return self.add(value, 1, event.start_mark)

    def key(self, frame: _Frame, event: Any) -> bool:
        key = event.value
        line, column = self.place(event.start_mark)
        if key in frame.lines:
            self.tree.problems.append(
                Problem("yaml-duplicate-key", line, column,
                        {"key": key, "first_line": str(frame.lines[key])}, (*frame.path, key))
            )
        else:
            frame.lines[key] = line
        frame.key, frame.has_key = key, True
        if self.positions:
            self.tree.keys[(*frame.path, key)] = (line, column)
        return True

    def open(self, event: Any, is_mapping: bool) -> bool:
        if event.tag is not None and event.tag != "!":
            return self.stop("yaml-tag", event.start_mark, tag=event.tag)
        if len(self.stack) >= MAX_DEPTH:
            return self.stop("yaml-too-complex", event.start_mark)
        if self.stack and self.stack[-1].is_mapping and not self.stack[-1].has_key:
            return self.stop("yaml-syntax", event.start_mark, problem="a key must be a plain text")
        path = self.path()
        if self.positions:
            self.tree.values.setdefault(path, self.place(event.start_mark))
        self.stack.append(_Frame({} if is_mapping else [], is_mapping, path, event.anchor))
        return True

    def close(self) -> bool:
        frame = self.stack.pop()
        if frame.anchor:
            self.anchors[frame.anchor] = (frame.node, frame.size)
        return self.add(frame.node, frame.size, None)

    def alias(self, event: Any) -> bool:
        self.aliases += 1
        if event.anchor not in self.anchors:
            return self.stop(
                "yaml-syntax", event.start_mark,
                problem=f"*{event.anchor} refers to something that is not defined above",
            )
        node, size = self.anchors[event.anchor]
        if self.stack and self.stack[-1].is_mapping and not self.stack[-1].has_key:
            return self.stop("yaml-syntax", event.start_mark, problem="a key must be a plain text")
        if self.aliases > MAX_ALIASES:
            return self.stop("yaml-too-complex", event.start_mark)
        return self.add(node, size, event.start_mark)

    def add(self, value: Any, size: int, mark: Any) -> bool:
        """Put a finished value where it belongs."""
        self.nodes += size
        if self.nodes > MAX_NODES:
            return self.stop("yaml-too-complex", mark)
        if self.positions and mark is not None:
            self.tree.values.setdefault(self.path(), self.place(mark))
        if not self.stack:
            self.tree.data = value
            return True
        frame = self.stack[-1]
        frame.size += size
        if not frame.is_mapping:
            frame.node.append(value)
            return True
        if value is not None and frame.key is not None:
            frame.node.setdefault(frame.key, value)
        frame.key, frame.has_key = None, False
        return True

    def path(self) -> KeyPath:
        """Where the next value belongs."""
        if not self.stack:
            return ()
        frame = self.stack[-1]
        last = frame.key if frame.is_mapping else len(frame.node)
        return (*frame.path, last if last is not None else "")

    def place(self, mark: Any) -> Mark:
        return mark.line + self.offset, mark.column + 1

    def note_plain(self, code: str, event: Any, value: str) -> None:
        line, column = self.place(event.start_mark)
        self.tree.plain.append(Problem(code, line, column, {"value": value}, self.path()))

    def stop(self, code: str, mark: Any, **params: str) -> bool:
        line, column = self.place(mark) if mark is not None else (self.offset, 1)
        self.tree.problems.append(Problem(code, line, column, params, self.path()))
        return False

    def syntax(self, error: yaml.YAMLError) -> None:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        line, column = self.place(mark) if mark is not None else (self.offset, 1)
        problem = str(getattr(error, "problem", None) or "unknown problem")
        lines = self.text.split("\n")
        current = lines[line - self.offset] if 0 <= line - self.offset < len(lines) else ""
        if "\t" in current[: len(current) - len(current.lstrip())]:
            self.tree.problems.append(Problem("yaml-tab", line, current.index("\t") + 1))
            return
        self.tree.problems.append(Problem("yaml-syntax", line, column, {"problem": problem}))


