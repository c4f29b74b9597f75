"""A review as Markdown, fit to be a comment on a pull request or merge request.

Whatever stands in content is shown as it is written: it is no markup, it calls nobody, and it gives
the service that shows it no orders.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from urllib.parse import quote

from living_strategy.language import Language
from living_strategy.papers.outline import Item, Section
from living_strategy.papers.review.matters import review_outline
from living_strategy.papers.review.review import Paper, Review

MARKER = "<!-- living-strategy:review -->"
"""Begins a comment, so that it can be found again."""
# GitHub takes 65,536 characters, and counts some of them as more than one.
MAX_BYTES = 60_000

# What Markdown would take for something else than the letter it is.
_MARKS = re.compile(r"([\\`*_\[\]{}<>#|~!$^])")
# Signs that call people or lead to other matters when a word follows, and the beginnings of
# addresses, which are linked, and of which the matter that one leads to is told.
_CALLS = re.compile(
    r"([@#!~%$^]|&amp;|\b(?:gh|www|https?|ftp|mailto))(?=\w|[-.:\\])", re.IGNORECASE
)
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
# A space of no width: people see no difference, and programs see two words.
_APART = "&#8203;"


def render(review: Review) -> str:
    """Write the comment, as much of it as may be sent."""
    outline = review_outline(review)
    comment = _Comment(review.language)
    comment.add(f"{MARKER}\n## {plain(outline.title)}\n")
    for paragraph in outline.paragraphs:
        comment.add(f"\n{plain(paragraph)}\n")
    for section in outline.sections:
        comment.section(section)
    return comment.text()


@dataclass
class _Comment:
    """A comment that grows until it is full; what then comes is counted."""

    language: Language
    parts: list[str] = field(default_factory=list)
    size: int = 0
    left_out: int = 0

    def add(self, part: str) -> bool:
        """Add a part, if there is room for it and nothing was left out before."""
        size = len(part.encode("utf-8", "replace"))
        if self.left_out or self.size + size > MAX_BYTES:
            self.left_out += 1
            return False
        self.parts.append(part)
        self.size += size
        return True

    def section(self, section: Section) -> None:
        """Add a section, its heading together with the first item; an aside is folded away."""
        before, after = f"\n### {plain(section.heading)}\n\n", ""
        if section.is_aside:
            before = f"\n<details><summary>{escape(section.heading)}</summary>\n\n"
            after = "\n</details>\n"
        is_open = False
        for item in section.items:
            text = "\n".join(_item(item)) + "\n"
            is_open |= self.add(text if is_open else f"{before}{text}")
        if is_open:
            self.parts.append(after)

    def text(self) -> str:
        """Return what there is, and how much was left out."""
        if self.left_out:
            message = self.language.plural(
                "A comment holds no more: {count} matter is left out here. All of it stands in "
                "what “{command}” writes.",
                "A comment holds no more: {count} matters are left out here. All of it stands in "
                "what “{command}” writes.",
                self.left_out,
            )
            command = self.language.command("review --format html")
            self.parts.append(f"\n{plain(message.format(count=self.left_out, command=command))}\n")
        return "".join(self.parts).rstrip("\n")


def _item(item: Item) -> Iterator[str]:
    title = f"**{plain(item.title)}**" if item.lines or item.address else plain(item.title)
    linked = f"[{title}](<{_address(item.address)}>)" if item.address else title
    yield f"- {linked}" + (f" ({plain(item.about)})" if item.about else "")
    for line in item.lines:
        yield f"    - {plain(line)}"


def _address(address: str) -> str:
    """Return an address with nothing in it that could end it."""
    return quote(address, safe="/:?=&%#~+,;@!$'*-._")


def plain(text: str) -> str:
    """Return a text as Markdown that says the same, on one line, and does nothing."""
    shown = " ".join(_UNSEEN.sub(" ", text).split()).replace("&", "&amp;")
    return _CALLS.sub(rf"\1{_APART}", _MARKS.sub(r"\\\1", shown))


PAPER = Paper("md", render)
