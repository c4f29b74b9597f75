"""A content file in memory: its text, its body, and the place of every key and value."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import accumulate

from living_strategy.content.yaml.yaml_reader import KeyPath, Tree, read_yaml
from living_strategy.diagnostics import Location


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
    `whole` is the text with both, where there is more than the YAML.
    """

    path: str
    yaml: str
    yaml_line: int = 1
    body: str = ""
    body_line: int = 0
    whole: str = field(default="", repr=False, compare=False)

    @property
    def text(self) -> str:
        """The whole file as it was read."""
        return self.whole or self.yaml

    @cached_property
    def may_mention(self) -> bool:
        """Whether two brackets stand somewhere in the YAML part, as before a mention."""
        return "[[" in self.yaml

    @cached_property
    def positions(self) -> Tree:
        """The places of keys and values; the YAML is read a second time when first needed."""
        return read_yaml(self.yaml, self.yaml_line, positions=True)

    def locate(self, path: KeyPath, *, base: KeyPath = (), key: bool = False) -> Location:
        """Return the place of a value (or of its key), or of the nearest thing above it that
        exists.
        """
        name = field_name(path)
        if self._is_body(path, base) and not key:
            return Location(self.path, self.body_line, 1, name)
        full = (*base, *path)
        keys, values = self.positions.keys, self.positions.values
        order = (keys, values) if key else (values, keys)
        for length in range(len(full), 0, -1):
            for positions in order:
                if full[:length] in positions:
                    return Location(self.path, *positions[full[:length]], name)
        return Location(self.path, self.yaml_line, 1, name)

    def locate_in_text(
        self, path: KeyPath, text: str, offset: int, snippet: str, *, base: KeyPath = ()
    ) -> Location:
        """Return the place of `snippet`, which stands at `offset` of the text that `path` leads to.

        Exact in bodies, in blocks that begin with | and in values on one line. In a value that
        YAML folds it is the first such snippet that can be meant, else where the value begins.
        """
        name = field_name(path)
        line, column = _line_and_column(text, offset)
        if self._is_body(path, base):
            return Location(self.path, self.body_line + line, column + 1, name)
        start = self.locate(path, base=base)
        if position_in_block := self._in_block(start.line + 1 + line, text, line, column, snippet):
            return Location(self.path, *position_in_block, name)
        starts = line_starts(self.yaml)
        position = starts[start.line - self.yaml_line] + start.column - 1 + offset
        position = self.yaml.find(snippet, position)
        if position < 0:
            return start
        line, column = _line_and_column(self.yaml, position)
        return Location(self.path, self.yaml_line + line, column + 1, name)

    def _is_body(self, path: KeyPath, base: KeyPath) -> bool:
        return path == ("description",) and bool(self.body_line) and not base

    def _in_block(
        self, file_line: int, text: str, line: int, column: int, snippet: str
    ) -> tuple[int, int] | None:
        """Line and column in a literal block, whose lines differ by their indentation only."""
        file_text = _line(self.yaml, file_line - self.yaml_line)
        value = _line(text, line)
        indent = len(file_text) - len(value)
        fits = indent > 0 and file_text.endswith(value) and file_text[:indent].isspace()
        if not fits or not value.startswith(snippet.split("\n", 1)[0], column):
            return None
        return file_line, indent + column + 1


# One text is asked about again and again while the findings in it are placed.
@lru_cache(maxsize=8)
def line_starts(text: str) -> tuple[int, ...]:
    """Where each line of a text begins."""
    return tuple(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both from 0."""
    starts = line_starts(text)
    line = bisect_right(starts, offset) - 1
    return line, offset - starts[line]


def _line(text: str, number: int) -> str:
    """One line of a text, from 0; empty when there is no such line."""
    starts = line_starts(text)
    return text[starts[number] : starts[number + 1] - 1] if 0 <= number < len(starts) - 1 else ""
