"""State: what a review knows of a strategy before a proposal, and of the one after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from living_strategy.content.corpus import ProsePage
from living_strategy.content.graph import Graph
from living_strategy.content.intake import STRATEGY
from living_strategy.diagnostics import Finding
from living_strategy.history.event import NO_HISTORY
from living_strategy.history.event_words import titles_of


@dataclass(frozen=True, slots=True)
class Found:
    """A finding with its words in the language of the reader."""

    finding: Finding
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A page that somebody wrote."""

    title: str
    address: str
    text: str


@dataclass(frozen=True, slots=True)
class State:
    """One state of a strategy: its findings, the titles and kinds of its entries, its written pages
    by the path of their file, and which of them lead to which entries. `trouble` says why nothing
    of it can be read.
    """

    found: tuple[Found, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, WrittenPage] = field(default_factory=dict)
    links: frozenset[tuple[str, str]] = frozenset()
    trouble: str = ""

    def title(self, source: str) -> str:
        """Return the title of an entry or of a page, by id or path."""
        page = self.pages.get(source)
        return page.title if page else self.titles.get(source, source)


def state_of(graph: Graph, found: Iterable[Found]) -> State:
    """Return what a review needs to know of a strategy that was read."""
    return State(
        tuple(found),
        titles_of(graph, NO_HISTORY),
        {entry.id: entry.kind for entry in graph.entries.values()},
        {
            _path(page): WrittenPage(page.title, page.address, page.text.text)
            for page in graph.corpus.prose
        },
        frozenset(_links(graph)),
    )


def _links(graph: Graph) -> Iterator[tuple[str, str]]:
    for source, links in graph.outgoing.items():
        if source:
            yield from ((source, link.target) for link in links)
    for target, sources in graph.mentioned_in.items():
        for source_ in sources:
            name = _path(source_) if isinstance(source_, ProsePage) else source_.id
            yield name, target


def _path(page: ProsePage) -> str:
    return f"{STRATEGY}/{page.path}"
