"""Keeps numbers whole: no line is broken between groups of digits, or before a unit.

Only the text of a page is changed, never its tags, code or the content itself: open data has the
spaces that people wrote.
"""

from __future__ import annotations

import re

NO_BREAK = "\u00a0"

_UNITS = (
    "kroner|kr|øre|prosent|prosentpoeng|millioner|millionar|million|mill|milliarder|milliardar"
    "|milliard|mrd|percent|billion"
)
# A group of digits belongs to the number before it when that can be the beginning of one: no year.
_SPACE = re.compile(
    rf"(?:(?<=\b\d)|(?<=\b\d\d)|(?<=\b\d\d\d)) (?=\d{{3}}(?!\d))"
    rf"|(?<=\d) (?=[%‰]|(?:{_UNITS})\b)|(?<=\b(?:kr|Kr)) (?=\d)|(?<=\bNOK) (?=\d)"
)
# Code is shown as it is written. What a tag holds are addresses and other data.
_KEPT = re.compile(r'<(code|pre|script|style)\b.*?</\1>|<(?:[^<>"]|"[^"]*")*>', re.S)


def whole_numbers(text: str) -> str:
    """The text with spaces inside numbers, and between them and their unit, that do not break."""
    return _SPACE.sub(NO_BREAK, text)


def whole_numbers_in(html: str) -> str:
    """The same for the text of a piece of HTML."""
    parts, position = [], 0
    for kept in _KEPT.finditer(html):
        if kept.start() > position:
            parts.append(whole_numbers(html[position : kept.start()]))
        parts.append(kept.group())
        position = kept.end()
    parts.append(whole_numbers(html[position:]))
    return "".join(parts)
