"""The YAML that nearly all content is written in, read without the library.

Keys and values on a line each, lists and mappings by indentation, words without quotes or in them,
short lists in brackets, and texts that `>-` folds. Whatever else a text holds is for the reader of
all YAML; what is read here says the same there, and gives no finding. That takes a fifth of the
time, which counts for a strategy of thousands of items, and for old versions of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from sys import intern
from typing import Any, TypeAlias

from living_strategy.content.yaml.ambiguity import ambiguity

# Deeper than any field of content.
_MAX_DEPTH = 8
# Each value takes some letters: what is no longer has fewer values than the other reader refuses.
_MAX_LENGTH = 200_000
# Words without quotes begin with a letter or figure, and hold neither the end of a key nor the
# beginning of a comment. Where a space is none, the library decides.
_WORDS = r"[^\W_][^:#]*+(?:(?::(?=\S)|(?<=\S)\#)[^:#]*+)*+(?<!\s)"
_IN_BRACKETS = r"(?:[^\W_](?:[\w ./-]*\w)?|'[^',]+')"
_LINE = re.compile(
    rf"""(?P<indent>[ ]*)(?P<dash>-[ ])?
        (?:(?P<key>[a-z][a-z0-9_-]{{0,60}}):(?:[ ]+|\Z))?
        (?:(?P<words>{_WORDS}) | '(?P<single>[^']+)' | "(?P<double>[^"\\]+)" | (?P<folded>>-)
         | \[(?P<list>{_IN_BRACKETS}(?:,[ ]{_IN_BRACKETS})*+)\])?""",
    re.VERBOSE,
)
_FOLDED = re.compile(r"\S.*(?<!\s)")
_NULL = frozenset(("null", "Null", "NULL"))
# What is being read, outermost first: the column that it stands in, and the list or mapping.
_Open: TypeAlias = list[tuple[int, Any]]
# What a line holds: the column of its beginning, whether an item of a list begins there, its key
# and its value. That is empty if it is on the next lines, and None if these are to be folded.
_Content: TypeAlias = tuple[int, bool, str, str | tuple[str, ...] | None]
_NOTHING: _Content = (-1, False, "", "")


class _IrregularError(Exception):
    """The text holds something out of the ordinary."""


def regular_mapping(text: str) -> dict[str, Any] | None:
    """Return the mapping that a text holds; None if anything in it is out of the ordinary."""
    try:
        return _mapping(text.split("\n")) if len(text) <= _MAX_LENGTH else None
    except _IrregularError:
        return None


def _mapping(lines: Sequence[str]) -> dict[str, Any] | None:
    root: dict[str, Any] = {}
    reading: _Open = [(0, root)]
    # The last key, if it has no value yet, and how many lines of a folded text are to come.
    waiting, folded = "", 0
    value: Any
    for number, line in enumerate(lines, 1):
        if folded:
            folded -= 1
            continue
        column, is_item, key, value = _content(line)
        if column < 0:
            continue
        above, node = reading[-1]
        # Most lines belong to what the line above belongs to.
        if waiting or above != column or type(node) is not (list if is_item else dict):
            node = _node(reading, waiting, column, list if is_item else dict)
        if is_item and key:
            column += 2
            node.append(node := {})
            reading.append((column, node))
        if type(value) is tuple:
            # The line is kept, and its list may be changed.
            value = list(value)
        elif value is None:
            value, folded = _folded(lines, number, column)
        if not key:
            node.append(value)
        elif key in node:
            return None
        else:
            node[key] = value
        waiting = "" if value else key
    return root if root and not waiting else None


# The same lines stand in many files: as many as are worth their memory.
@lru_cache(maxsize=16_384)
def _content(line: str) -> _Content:
    """Return what a line holds that is no part of a text to fold."""
    if not _is_printable(line):
        raise _IrregularError
    if not line or line[0] == "#":
        return _NOTHING
    if (match := _LINE.fullmatch(line)) is None:
        raise _IrregularError
    indent, dash, key, words, single, double, to_fold, in_brackets = match.groups()
    value: str | tuple[str, ...] | None = words or single or double or ""
    if words:
        _refuse_unlike_text(words)
    elif in_brackets:
        value = tuple([_item(item) for item in in_brackets.split(", ")])
    if not key and not (dash and (value or to_fold)):
        raise _IrregularError
    # The same few keys stand in all files.
    return len(indent), bool(dash), intern(key or ""), None if to_fold else value


def _item(written: str) -> str:
    """Return an item of a list in brackets without its quotation marks."""
    if written[0] == "'":
        return written[1:-1]
    _refuse_unlike_text(written)
    return written


def _refuse_unlike_text(words: str) -> None:
    """Leave words to the other reader that mean nothing, or no text to other programs."""
    if words in _NULL or ambiguity(words):
        raise _IrregularError


def _folded(lines: Sequence[str], start: int, column: int) -> tuple[str, int]:
    """Fold the lines from `start` on that stand further in than a column, and say how many they
    are. They all begin in the same one, and nothing but their words counts.
    """
    first = lines[start] if start < len(lines) else ""
    indent = len(first) - len(first.lstrip(" "))
    end = start
    while end < len(lines) and lines[end].startswith(" " * indent):
        end += 1
    words = [line[indent:] for line in lines[start:end]]
    is_regular = indent > column and all(map(_FOLDED.fullmatch, words))
    if not is_regular or not all(map(_is_printable, words)):
        raise _IrregularError
    return " ".join(words), len(words)


def _is_printable(line: str) -> bool:
    """Whether a line has no control character. A space that is none is a letter inside of words."""
    return line.replace("\u00a0", " ").isprintable()


def _node(reading: _Open, waiting: str, column: int, kind: type[Any]) -> Any:
    """Return the list or mapping that a line in this column belongs to."""
    above, node = reading[-1]
    if waiting:
        # A list may stand right below its key.
        if column < above + (kind is dict) or len(reading) > _MAX_DEPTH:
            raise _IrregularError
        node[waiting] = new = kind()
        reading.append((column, new))
        return new
    while above > column or (above == column and kind is dict and type(node) is list):
        reading.pop()
        if not reading:
            raise _IrregularError
        above, node = reading[-1]
    if above != column or type(node) is not kind:
        raise _IrregularError
    return node
