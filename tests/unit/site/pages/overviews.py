"""What the tests of overviews share: a context made of entries, and a reader of pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree

from living_strategy.artifact import Page
from living_strategy.model import Entry
from living_strategy.settings import Settings
from living_strategy.site.context import ViewContext
from tests.factories import TODAY, a_graph, context_of

_VOID = {"br", "meta", "link", "img", "input", "hr"}
# What stands within a paragraph: it does not end there.
_INLINE = {"a", "abbr", "b", "br", "button", "code", "em", "input", "label", "small", "span",
           "strong", "time", "tspan"}  # fmt: skip


def a_context(
    root: Path, *entries: Entry, today: date = TODAY, language: str = "en", **settings: Any
) -> ViewContext:
    """What a view of these entries gets. English needs no catalogue, so texts are as written."""
    chosen = Settings.model_validate({"title": "Strategy", "language": language} | settings)
    return context_of(root, a_graph(*entries, settings=chosen), today)


def pages_of(view: ModuleType, context: ViewContext) -> dict[str, Read]:
    """The pages of a view by path, read and found sound."""
    pages: Iterable[Page] = view.render(context.graph, context)
    return {page.path: read(page) for page in pages}


@dataclass
class Read:
    """A page as a reader meets it; a block is a paragraph, a heading, a cell or the like."""

    page: Page
    text: str
    blocks: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    tables: list[list[list[str]]] = field(default_factory=list)


def read(page: Page) -> Read:
    """The page's text, links and tables. Fails on markup that is not sound."""
    reader = _Reader()
    reader.feed(page.content)
    reader.close()
    assert reader.open == [], f"not closed: {reader.open}"
    for picture in pictures(page.content):
        check_picture(picture)
    text = " ".join(" ".join(reader.words).split())
    tables = [
        [[" ".join(cell.split()) for cell in row] for row in table] for table in reader.tables
    ]
    blocks = [" ".join("".join(words).split()) for words in reader.blocks]
    return Read(page, text, [block for block in blocks if block], reader.links, tables)


def pictures(html: str) -> Iterator[str]:
    """The pictures of a page; one within another is part of it."""
    depth = start = 0
    for tag in re.finditer(r"<(/?)svg\b", html):
        if not tag[1] and not depth:
            start = tag.start()
        depth += -1 if tag[1] else 1
        if not depth:
            yield html[start : html.index(">", tag.end()) + 1]


def check_picture(picture: str) -> None:
    """A picture is XML, carries no style or script, and says what it is unless it is hidden."""
    root = ElementTree.fromstring(picture)
    assert not re.search(r"\s(style|on\w+)=|<script", picture)
    if root.get("aria-hidden") == "true":
        return
    names = {element.tag for element in root}
    assert root.get("role") in ("img", "group")
    assert {"title", "desc"} <= names or root.get("aria-label")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[str] = []
        self.blocks: list[list[str]] = [[]]
        self.links: list[str] = []
        self.tables: list[list[list[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        assert "style" not in attributes
        assert not any(name.startswith("on") for name in attributes)
        if tag not in _VOID:
            self.open.append(tag)
        if tag not in _INLINE:
            self.blocks.append([])
        if tag == "br":
            self.handle_data(" ")
        elif tag == "a":
            self.links.append(attributes["href"] or "")
        elif tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("th", "td"):
            assert tag == "td" or attributes.get("scope"), "a heading without scope"
            self.tables[-1][-1].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if tag not in _INLINE:
            self.blocks.append([])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not any(name.startswith("on") or name == "style" for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        self.blocks[-1].append(data)
        if "td" in self.open or "th" in self.open:
            self.tables[-1][-1][-1] += data
