"""A page that people wrote: its heading and lead, the list of its headings, and its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from markupsafe import Markup

from living_strategy.artifact import Page
from living_strategy.content.graph import Graph
from living_strategy.site.context import ViewContext
from living_strategy.site.markdown.marks import fill
from living_strategy.site.markdown.written_page import seen_from, title_and_rest, written_body

# With fewer headings there is nothing to choose from.
MIN_HEADINGS = 3
_HEADING = re.compile(r'<h([2-6])(?: [a-z-]+="[^"]*")*? id="([^"]*)"[^>]*>(.*?)</h\1>', re.S)
_LEAD = re.compile(r"\s*<p>.*?</p>\n?", re.S)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class WrittenHeading:
    """A heading of the text: its id, and its words."""

    id: str
    words: str


def written_pages(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """Yield a page for each written text. Its links lead from its own address."""
    for page in graph.corpus.prose:
        helpers = context.helpers_for(page.address)
        html = seen_from(written_body(page, context.bodies), page.address)
        html = fill(html, helpers.root, helpers.mention)
        if not page.language:
            html = helpers.defined(html)
        own_title, html = title_and_rest(html)
        lead = match[0] if (match := _LEAD.match(html)) else ""
        yield context.page(
            page.address,
            "written.html",
            title=page.title,
            description=page.description,
            source=f"strategy/{page.path}",
            own_title=_safe(own_title),
            lead=_safe(lead),
            headings=tuple(_headings(html)),
            min_headings=MIN_HEADINGS,
            rest=_safe(html[len(lead) :]),
            text_language=page.language,
            ways_to_propose=context.ways_to_propose.of_page(
                page.address, page.title, f"strategy/{page.path}"
            ),
        )


def _headings(html: str) -> Iterator[WrittenHeading]:
    """Yield the headings of the highest level below the title, from the finished text."""
    headings = [(int(match[1]), match[2], match[3]) for match in _HEADING.finditer(html)]
    highest = min((level for level, _, _ in headings), default=0)
    for level, anchor, words in headings:
        if level == highest:
            yield WrittenHeading(anchor, unescape(_TAG.sub("", words)).strip())


def _safe(html: str) -> Markup:
    return Markup(html)  # noqa: S704 - sanitised when it was rendered
