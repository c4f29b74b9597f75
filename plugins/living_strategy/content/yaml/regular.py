"""The YAML that nearly all content is written in, read without the library.

Keys and values on a line each, lists and mappings by indentation, words without quotes or in single
ones. Whatever else a text holds is for the reader of all YAML; what is read here says the same
there, and gives no finding. That takes a tenth of the time, which counts for old versions: they
are many, and a part of each is new.
"""

from __future__ import annotations

import re
from sys import intern
from typing import Any, TypeAlias

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


# What is being read, outermost first: the column that it stands in, and the list or mapping.
_Open: TypeAlias = list[tuple[int, Any]]


def regular_mapping(text: str) -> dict[str, Any] | None:
    """Return the mapping that a text holds; None if anything in it is out of the ordinary."""
    root: dict[str, Any] = {}
    reading: _Open = [(0, root)]
    # The last key, if it has no value yet.
    waiting = ""
    for indent, dash, key, words, quoted, other in _LINE.findall(text):
        value = words or quoted
        if other or words in _NULL or not (dash or key):
            if other or indent or value:
                return None
            continue
        node = _node(reading, waiting, len(indent), list if dash else dict)
        if node is None:
            return None
        if dash:
            node.append(value)
            if not key:
                if not value:
                    return None
                waiting = ""
                continue
            node[-1] = node = {}
            reading.append((len(indent) + 2, node))
        if key in node:
            return None
        # The same few keys stand in all files.
        key = intern(key)
        node[key] = value
        waiting = "" if value else key
    return root if root and not waiting else None


def _node(reading: _Open, waiting: str, column: int, kind: type[Any]) -> Any:
    """Return the list or mapping that a line in this column belongs to, if there is one."""
    above, node = reading[-1]
    if waiting:
        # A list may stand right below its key.
        if column < above + (kind is dict) or len(reading) > _MAX_DEPTH:
            return None
        node[waiting] = new = kind()
        reading.append((column, new))
        return new
    while above > column or (above == column and kind is dict and type(node) is list):
        reading.pop()
        if not reading:
            return None
        above, node = reading[-1]
    return node if above == column and type(node) is kind else None
