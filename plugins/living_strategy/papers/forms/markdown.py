"""A paper as Markdown, fit to be pasted into a case document or a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterator

from living_strategy.papers.outline import Form, Item, Outline, Section

# What Markdown would take for something else than the letter it is.
_MARKS = re.compile(r"([\\`*_\[\]<>#|~])")


def render(outline: Outline) -> str:
    """Write the text; headings begin at the second level, below the one of the case."""
    return "\n".join(_lines(outline)).rstrip() + "\n"


def _lines(outline: Outline) -> Iterator[str]:
    yield f"## {plain(outline.title)}"
    yield ""
    for paragraph in outline.paragraphs:
        yield plain(paragraph)
        yield ""
    for section in outline.sections:
        yield from _section(section, "###")


def _section(section: Section, mark: str) -> Iterator[str]:
    yield f"{mark} {plain(section.heading)}"
    yield ""
    for paragraph in section.paragraphs:
        yield plain(paragraph)
        yield ""
    for item in section.items:
        yield from _item(item)
    if section.items:
        yield ""
    for part in section.parts:
        yield from _section(part, f"{mark}#")


def _item(item: Item) -> Iterator[str]:
    title = f"**{plain(item.title)}**"
    linked = f"[{title}]({item.address})" if item.address else title
    yield f"- {linked}" + (f" ({plain(item.about)})" if item.about else "")
    for line in item.lines:
        yield f"    - {plain(line)}"


def plain(text: str) -> str:
    """Return a plain text as Markdown that says the same, on one line."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


FORM = Form("md", render)
