"""The YAML that nearly all content is written in, read without the library.

Keys and values on a line each, lists and mappings by indentation, words without quotes or in single
ones. Whatever else a text holds is for the reader of all YAML; what is read here says the same
there, and gives no finding. That takes a tenth of the time, which counts for old versions: they
are many, and a part of each is new.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

# Deeper than any field of content.
_MAX_DEPTH = 8
# Words without quotes begin with a letter or figure, and hold neither the end of a key nor the
# beginning of a comment. Where a space is none, the library decides.
_WORDS = r"[^\W_][^\n\r\t:#]*(?:(?::(?=\S)|(?<=\S)\#)[^\n\r\t:#]*)*(?<!\s)"
_LINE = re.compile(
    rf"""(?:([ ]*)(-[ ])?                      # where it stands, and whether it is in a list
           (?:([a-z][a-z0-9_-]{{0,60}}):(?:[ ]+|(?=\n)))?
           (?:({_WORDS})|'([^'\n\r\t]+)')?\n)
       | ([^\n]*\n|[^\n]+)                     # what is read elsewhere""",
    re.VERBOSE,
)
_NULL = frozenset(("null", "Null", "NULL"))


class _Open(NamedTuple):
    """A list or mapping that is being read, and the column that it stands in."""

    column: int
    node: Any
    is_list: bool


def regular_mapping(text: str) -> dict[str, Any] | None:
    """Return the mapping that a text holds; None if anything in it is out of the ordinary."""
    root: dict[str, Any] = {}
    reader = _Reader(root)
    for indent, dash, key, words, quoted, other in _LINE.findall(text):
        if other or words in _NULL:
            return None
        if (dash or key) and not reader.take(len(indent), dash, key, words or quoted):
            return None
        if not (dash or key) and (indent or words or quoted):
            return None
    return root if root and reader.waiting is None else None


class _Reader:
    """Takes line after line. `waiting` is the mapping whose last key has no value yet."""

    def __init__(self, root: dict[str, Any]) -> None:
        self._open = [_Open(0, root, is_list=False)]
        self._key = ""
        self.waiting: _Open | None = None

    def take(self, column: int, dash: str, key: str, value: str) -> bool:
        """Return whether the line is one that belongs where it stands."""
        if dash:
            if not self._enter(column, is_list=True):
                return False
            items = self._open[-1].node
            if not key:
                items.append(value)
                return bool(value)
            column += 2
            items.append({})
            self._open.append(_Open(column, items[-1], is_list=False))
        elif not self._enter(column, is_list=False):
            return False
        top = self._open[-1]
        if key in top.node:
            return False
        # The key keeps its place among the others until its value is there.
        top.node[key] = value
        if not value:
            self._key, self.waiting = key, top
        return True

    def _enter(self, column: int, *, is_list: bool) -> bool:
        """Go on with what is open in this column, or begin what a key is waiting for there."""
        above = self.waiting
        if above is not None:
            # A list may stand right below its key.
            if column < above.column + (not is_list) or len(self._open) > _MAX_DEPTH:
                return False
            node = above.node[self._key] = [] if is_list else {}
            self._open.append(_Open(column, node, is_list))
            self.waiting = None
            return True
        while (top := self._open[-1]).column > column or (
            top.is_list and not is_list and top.column == column
        ):
            if len(self._open) == 1:
                return False
            self._open.pop()
        return top.column == column and top.is_list is is_list
