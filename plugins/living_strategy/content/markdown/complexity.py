"""How much a Markdown text may hold before it takes too long to show, and where it goes beyond.

Python-Markdown takes time that grows with the square of some things, and recurses for others.
These bounds are far above what any page needs, and keep the slowest text below some seconds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MAX_CHARACTERS = 100_000
MAX_LINE_LENGTH = 10_000
MAX_DEPTH = 20
# How often a mark may stand in a text.
MAX_OCCURRENCES = {
    "[": 1_000, "<": 1_000, "&": 3_000, "```": 200, "~~~": 200, "\n:": 100, "\n": 4_000,
    "*": 2_000, "_": 3_000, "`": 2_000, "\\": 2_000, "{": 500, "|": 10_000, "!!!": 200,
}  # fmt: skip
# What opens a list item or a quotation, one after the other at the beginning of a line.
_OPENINGS = re.compile(r"[ \t]*(?:(?:>|(?:[-*+:]|[0-9]{1,20}[.)])(?=[ \t]))[ \t]*)*")
_OPENING = re.compile(r">|[-*+:]|[0-9]+[.)]")
_BEGINS_OPENING = frozenset(" \t>-*+:0123456789")
_TAB = 4


@dataclass(frozen=True, slots=True)
class Excess:
    """What there is too much of: a `mark`, or `length`, `line` or `depth`; the limit, and the
    place where the text goes beyond it.
    """

    what: str
    limit: int
    offset: int
    mark: str = ""


def excess(text: str) -> Excess | None:
    """Where a text goes beyond what can be shown in reasonable time, if it does."""
    for mark, limit in MAX_OCCURRENCES.items():
        if text.count(mark) > limit:
            position = text.find(mark)
            for _ in range(limit):
                position = text.find(mark, position + len(mark))
            return Excess("mark", limit, position, mark)
    if len(text) > MAX_CHARACTERS:
        return Excess("length", MAX_CHARACTERS, MAX_CHARACTERS)
    return _in_lines(text)


def _in_lines(text: str) -> Excess | None:
    start = 0
    for line in text.split("\n"):
        if len(line) > MAX_LINE_LENGTH:
            return Excess("line", MAX_LINE_LENGTH, start + MAX_LINE_LENGTH)
        # A line with so few characters cannot go deep, nor one that begins with a word.
        if len(line) > MAX_DEPTH and line[0] in _BEGINS_OPENING and _depth(line) > MAX_DEPTH:
            return Excess("depth", MAX_DEPTH, start)
        start += len(line) + 1
    return None


def _depth(line: str) -> int:
    """How many lists and quotations a line may lie in: each is opened by a mark, or goes on by an
    indentation.
    """
    begin = _OPENINGS.match(line)
    openings = begin.group() if begin else ""
    blanks = len(openings.expandtabs(_TAB)) - len(openings.replace(" ", "").replace("\t", ""))
    return len(_OPENING.findall(openings)) + blanks // _TAB
