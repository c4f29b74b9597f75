"""Plain Markdown to HTML, twenty times as fast as Python-Markdown and byte for byte the same.

Nearly all texts of a strategy are paragraphs, headings, lists of one level, tables, bold and
emphasis, links and mentions. A text that holds anything else, or that might, is not taken: it is
Python-Markdown's, and what that makes of a text is the truth. `tests/fuzz/test_fuzz_markdown.py`
compares the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from living_strategy.content.markdown.prose import MENTION
from living_strategy.content.validate import id_from
from living_strategy.site.markdown.marks import mention_mark, shown, words_only
from living_strategy.site.markdown.sanitise import ALIGNMENT

if TYPE_CHECKING:
    from re import Match

# Any other character means something to Markdown or to HTML, or is a space of another kind.
_UNKNOWN = re.compile(
    r"[^\n !-%'-;=?-\[\]a-z|"
    "\u00a1-\u00ac\u00ae-\u024f\u1e00-\u1eff\u2010-\u2027\u2030\u20ac\u2190-\u2193\u2212]"
)
# Line breaks and images, code by indentation, and stars that could be read in two ways.
_OTHERWISE = re.compile(r" (?:\n|\Z)|!\[|\n    |\*\*\*")

# What a line of a paragraph, an item or a line below it may begin with.
_BEGINNING = r"(?:\*{1,2}(?=[^\s*])|(?!\d+[.)](?:\s|\Z))[^\s#*+|:=-])"
_PARAGRAPH = re.compile(rf"{_BEGINNING}[^\n]*(?:\n{_BEGINNING}[^\n]*)*\Z")
_HEADING = re.compile(r"(#{1,6}) *([^#\n*\[\]|]+)(?:\n|\Z)")
_ITEM_TEXT = rf"(?={_BEGINNING})([^\n]*(?:\n {{0,3}}(?={_BEGINNING})[^\n]*)*)(?:\n|\Z)"
_LISTS = {"- ": ("ul", re.compile(f"- +{_ITEM_TEXT}")),
          "1.": ("ol", re.compile(rf"\d+\. +{_ITEM_TEXT}"))}  # fmt: skip
_ROW = re.compile(r"\|[^\n]*\|\Z")
_SEPARATOR = re.compile(r"\|(?: *:?-+:? *\|)+\Z")
# Headings, what separates them, and one row.
_ROWS_AT_LEAST = 3
_RIGHT, _CENTRE = (f' class="{ALIGNMENT[f"text-align: {side};"]}"' for side in ("right", "center"))
# By whether a colon stands before and behind the hyphens of a column.
_ALIGNED = {(False, False): "", (True, False): "", (False, True): _RIGHT, (True, True): _CENTRE}

# An address that every program reads alike.
_DOMAIN = r"(?:(?!xn--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,9}[a-z]{2,63}"
_ADDRESS = rf"https://{_DOMAIN}(?:/[A-Za-z0-9./?=%:;,+@#-]*)?"
_LINK = re.compile(rf"\[([^\[\]*]+)\]\(({_ADDRESS})\)")
_EMPHASIS = re.compile(r"\*\*(?=\S)([^*]*[^\s*])\*\*|\*(?=\S)([^*]*[^\s*])\*")


class _NotPlainError(Exception):
    """The text is not plain, which shows only while it is read."""


def plain_html(text: str) -> str | None:
    """Return the HTML of a text, with marks in place of mentions; None if it is not plain."""
    if _UNKNOWN.search(text) or _OTHERWISE.search(text) or text.startswith(" "):
        return None
    marked = MENTION.sub(_mention, text) if "[[" in text else text
    try:
        return shown("\n".join(_blocks(marked.strip("\n"))))
    except _NotPlainError:
        return None


def heading_id(words: str) -> str:
    """Make the id of a heading, like those of entries: Norwegian and Sámi letters spelt out."""
    # Ids that begin like this are those of our templates and scripts.
    return re.sub("^(?:ls-)+", "", id_from(words_only(words)))


def _mention(match: Match[str]) -> str:
    return mention_mark(match["id"].strip(), (match["text"] or "").strip())


def _blocks(text: str) -> Iterator[str]:
    """Return the HTML of each heading, list, table and paragraph."""
    ids: set[str] = set()
    list_before = ""
    for block in re.split("\n\n+", text):
        while heading := _HEADING.match(block):
            yield _heading(heading[1], heading[2].strip(), ids)
            block, list_before = block[heading.end() :], ""
        if not block:
            continue
        tag, item = _LISTS.get(block[:2], ("", None))
        # Two lists of a kind, one behind the other, are one.
        if tag and tag == list_before:
            raise _NotPlainError
        list_before = tag
        if item:
            yield _list(block, tag, item)
        else:
            yield _table(block.split("\n")) if block[0] == "|" else _paragraph(block)


def _heading(marks: str, words: str, ids: set[str]) -> str:
    heading = heading_id(words)
    if not heading or heading in ids:
        raise _NotPlainError
    ids.add(heading)
    level = len(marks)
    return f'<h{level} id="{heading}">{words}</h{level}>'


def _list(block: str, tag: str, item: re.Pattern[str]) -> str:
    items, position = [], 0
    while position < len(block):
        match = item.match(block, position)
        if match is None:
            raise _NotPlainError
        items.append(f"<li>{_inline(match[1])}</li>\n")
        position = match.end()
    return f"<{tag}>\n{''.join(items)}</{tag}>"


def _table(rows: list[str]) -> str:
    if len(rows) < _ROWS_AT_LEAST or not _SEPARATOR.match(rows[1]):
        raise _NotPlainError
    classes = [_ALIGNED[cell[0] == ":", cell[-1] == ":"] for cell in _cells(rows[1])]
    head, *body = (
        _row(row, "td" if index else "th", classes) for index, row in enumerate(rows) if index != 1
    )
    return f"<table>\n<thead>\n{head}</thead>\n<tbody>\n{''.join(body)}</tbody>\n</table>"


def _row(row: str, tag: str, classes: list[str]) -> str:
    cells = _cells(row)
    if not _ROW.match(row) or len(cells) != len(classes):
        raise _NotPlainError
    written = [
        f"<{tag}{aligned}>{_inline(cell)}</{tag}>\n"
        for aligned, cell in zip(classes, cells, strict=True)
    ]
    return f"<tr>\n{''.join(written)}</tr>\n"


def _cells(row: str) -> list[str]:
    return [cell.strip(" ") for cell in row[1:-1].split("|")]


def _paragraph(block: str) -> str:
    if not _PARAGRAPH.match(block):
        raise _NotPlainError
    return f"<p>{_inline(block)}</p>"


def _inline(text: str) -> str:
    """Return a text with its links, bold and emphasis."""
    if "[" in text or "]" in text:
        text = _LINK.sub(r'<a href="\2">\1</a>', text)
        if "[" in text or "]" in text:
            raise _NotPlainError
    if "*" in text:
        text = _EMPHASIS.sub(_emphasised, text)
        if "*" in text:
            raise _NotPlainError
    return text


def _emphasised(match: Match[str]) -> str:
    return f"<strong>{match[1]}</strong>" if match[1] else f"<em>{match[2]}</em>"
