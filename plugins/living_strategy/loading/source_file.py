"""A content file in memory: its text, where its body begins, and the place of every key and value."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from living_strategy.diagnostics import Location
from living_strategy.loading.yaml_reader import KeyPath, Tree, read_yaml


def field_name(path: KeyPath) -> str:
    """`funding[0].amount` for a path of keys and list positions."""
    name = ""
    for part in path:
        name += f"[{part}]" if isinstance(part, int) else f".{part}" if name else part
    return name


@dataclass
class SourceFile:
    """A file that was read.

    `path` is relative to the content root, in POSIX form. `yaml` is the YAML part and begins on
    `yaml_line`; `body` is what follows the front matter and begins on `body_line` (0: no body).
    """

    path: str
    yaml: str
    yaml_line: int = 1
    body: str = ""
    body_line: int = 0

    @cached_property
    def positions(self) -> Tree:
        """The places of keys and values; the YAML is read a second time when first needed."""
        return read_yaml(self.yaml, self.yaml_line, positions=True)

    def locate(self, path: KeyPath, *, base: KeyPath = (), key: bool = False) -> Location:
        """The place of a value (or of its key), or of the nearest thing above it that exists."""
        name = field_name(path)
        if path == ("description",) and self.body_line and not base:
            return Location(self.path, self.body_line, 1, name)
        full = (*base, *path)
        keys, values = self.positions.keys, self.positions.values
        order = (keys, values) if key else (values, keys)
        for length in range(len(full), 0, -1):
            for places in order:
                if full[:length] in places:
                    return Location(self.path, *places[full[:length]], name)
        return Location(self.path, self.yaml_line if base == () else 1, 1, name)

    def locate_in_text(
        self, path: KeyPath, snippet: str, occurrence: int, *, base: KeyPath = ()
    ) -> Location:
        """The place of a piece of text inside a value: its `occurrence`-th appearance, from 0."""
        start = self.locate(path, base=base)
        in_body = path == ("description",) and self.body_line and not base
        text, first_line = (self.body, self.body_line) if in_body else (self.yaml, self.yaml_line)
        offset = 0 if in_body else _offset(text, start.line - first_line)
        for _ in range(occurrence + 1):
            found = text.find(snippet, offset)
            if found < 0:
                return start
            offset = found + 1
        line = text.count("\n", 0, found)
        column = found - (text.rfind("\n", 0, found) + 1)
        return Location(self.path, first_line + line, column + 1, field_name(path))


def _offset(text: str, lines: int) -> int:
    """Where the line with this number (from 0) begins."""
    offset = 0
    for _ in range(lines):
        offset = text.find("\n", offset) + 1
    return offset
