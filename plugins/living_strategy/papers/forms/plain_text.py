"""A paper as plain text for a terminal or an e-mail."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.papers.outline import Form, Item, Outline, Section


def render(outline: Outline) -> str:
    """Write the text."""
    return "\n".join(_lines(outline)).rstrip() + "\n"


def _lines(outline: Outline) -> Iterator[str]:
    yield outline.title
    yield "=" * len(outline.title)
    yield ""
    for paragraph in outline.paragraphs:
        yield paragraph
        yield ""
    for section in outline.sections:
        yield from _section(section, "-")


def _section(section: Section, line: str) -> Iterator[str]:
    yield section.heading
    yield line * len(section.heading)
    yield from section.paragraphs
    yield ""
    for item in section.items:
        yield from _item(item)
    if section.items:
        yield ""
    for part in section.parts:
        yield from _section(part, ".")


def _item(item: Item) -> Iterator[str]:
    yield f"{item.title} ({item.about})" if item.about else item.title
    for line in item.lines:
        yield f"  - {line}"
    if item.address:
        yield f"  {item.address}"


FORM = Form("text", render)
