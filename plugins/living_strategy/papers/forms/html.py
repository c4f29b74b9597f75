"""A paper as HTML without a frame, for systems that take formatted text."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from living_strategy.papers.outline import Form, Item, Outline, Section


def render(outline: Outline) -> str:
    """Write the text; headings begin at the second level."""
    return "\n".join(_lines(outline)) + "\n"


def _lines(outline: Outline) -> Iterator[str]:
    yield f"<h2>{escape(outline.title)}</h2>"
    for paragraph in outline.paragraphs:
        yield f"<p>{escape(paragraph)}</p>"
    for section in outline.sections:
        yield from _section(section, 3)


def _section(section: Section, level: int) -> Iterator[str]:
    yield f"<h{level}>{escape(section.heading)}</h{level}>"
    for paragraph in section.paragraphs:
        yield f"<p>{escape(paragraph)}</p>"
    if section.items:
        yield "<ul>"
        for item in section.items:
            yield f"<li>{_item(item)}</li>"
        yield "</ul>"
    for part in section.parts:
        yield from _section(part, level + 1)


def _item(item: Item) -> str:
    title = f"<strong>{escape(item.title)}</strong>"
    if item.address:
        title = f'<a href="{escape(item.address)}">{title}</a>'
    about = f" ({escape(item.about)})" if item.about else ""
    lines = "".join(f"<li>{escape(line)}</li>" for line in item.lines)
    return f"{title}{about}<ul>{lines}</ul>" if lines else f"{title}{about}"


FORM = Form("html", render)
