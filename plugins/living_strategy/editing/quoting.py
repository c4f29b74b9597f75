"""A value as YAML: bare where all versions of YAML read that very text, else as in JSON.

A text is bare if it begins with a letter, a figure or one of a few signs; is no word or number that
some reader takes for something else; and holds no colon or number sign that would end it. In a list
on one line it has letters, figures and a few signs only. A text that is too long for a line is
folded (`>-`), only at single spaces, and one with several lines is a block (`|`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

WIDTH = 120

_WORDS = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", ""))
_OPENING = frozenset("«(/§–…’“„0123456789")
# What some reader takes for a number, a time or a date.
_NUMERIC = re.compile(
    r"""[-+]?(?:0[xob][0-9a-f_]+
        | [0-9][0-9_]*(?:\.[0-9_]*)?(?:e[-+]?[0-9]+)?
        | [0-9]+(?::[0-5]?[0-9])+(?:\.[0-9]*)?)
      | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[t\ ].*)?""",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_ENDING = re.compile(r":(?:\s|\Z)|\s#|[\t\n\r]")
_IN_LIST = re.compile(r"[A-Za-zÆØÅæøå0-9][A-Za-zÆØÅæøå0-9 /._-]*")
# A number or a date that is the same in all versions of YAML, and for us as it is written.
_BARE_NUMBER = re.compile(
    r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?", re.ASCII
)
# What no text without an escape holds in all versions of YAML; tabs and line breaks apart.
_ODD = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ufeff\\ud800-\\udfff]")
_BREAK = re.compile(r"(?<!\s) (?!\s)")


def is_plain(text: str, *, in_list: bool = False) -> bool:
    """Return whether a text may stand without quotation marks."""
    if text.lower() in _WORDS or text != text.strip() or _ODD.search(text):
        return False
    if not (text[0].isalpha() or text[0] in _OPENING):
        return False
    if _NUMERIC.fullmatch(text) or _ENDING.search(text):
        return False
    return not in_list or _IN_LIST.fullmatch(text) is not None


def quoted(text: str, *, in_list: bool = False) -> str:
    """Write a text on one line."""
    return text if is_plain(text, in_list=in_list) else json.dumps(text, ensure_ascii=False)


def number(text: str) -> str:
    """Write a number or a date: bare, unless some reader would take it for another one."""
    return text if _BARE_NUMBER.fullmatch(text) else quoted(text)


def can_be_block(text: str) -> bool:
    """Return whether the lines of a text say the same as a block, which begins in a column of its
    own and ends with one line break.
    """
    lines = text.split("\n")
    return bool(
        lines[0].strip()
        and lines[-1].strip()
        and not lines[0][0].isspace()
        and not _ODD.search(text)
        and all(line.strip() or not line for line in lines)
    )


def can_be_folded(text: str) -> bool:
    """Return whether the text is the same when it has been folded."""
    return (
        " " in text
        and text == text.strip()
        and not re.search(r"[\t\n]", text)
        and not _ODD.search(text)
    )


def folded(text: str, width: int) -> Iterator[str]:
    """Yield the lines of a folded text, each at most so wide if its words are."""
    line = ""
    for word in _BREAK.split(text):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line
