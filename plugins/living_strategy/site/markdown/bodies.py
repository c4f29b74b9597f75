"""All Markdown texts of a strategy, rendered once each, from the cache where it has them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol

from living_strategy.content.graph import Graph
from living_strategy.model import Entry
from living_strategy.site.markdown.markdown_body import MarkdownRenderer, body_key

RenderAll = Callable[[list[str]], list[str]]


class BodyCache(Protocol):
    """Keeps rendered bodies between builds, by the hash of their text."""

    def load(self, keys: Iterable[str]) -> Mapping[str, str]:
        """Return the bodies that are there."""

    def store(self, bodies: Mapping[str, str]) -> None:
        """Keep these bodies."""


class NoCache:
    """Keeps nothing."""

    def load(self, keys: Iterable[str]) -> Mapping[str, str]:
        """Nothing is there."""
        return {}

    def store(self, bodies: Mapping[str, str]) -> None:
        """Nothing is kept."""


def render_all(texts: list[str]) -> list[str]:
    """Render the texts one after the other."""
    renderer = MarkdownRenderer()
    return [renderer.render(text) for text in texts]


class Bodies:
    """HTML with placeholders for every text, looked up by the text itself."""

    def __init__(
        self, texts: Iterable[str], cache: BodyCache, render: RenderAll = render_all
    ) -> None:
        self._keys = {text: body_key(text) for text in texts if text}
        # Which texts were asked for: whoever wants to know empties it first.
        self.shown: set[str] = set()
        self._html = dict(cache.load(self._keys.values()))
        missing = {key: text for text, key in self._keys.items() if key not in self._html}
        if missing:
            fresh = dict(zip(missing, render(list(missing.values())), strict=True))
            cache.store(fresh)
            self._html |= fresh

    def html(self, text: str) -> str:
        """Return the rendered text; a text that was not announced is rendered on the spot."""
        if not text:
            return ""
        self.shown.add(text)
        key = self._keys.get(text)
        return self._html[key] if key else render_all([text])[0]


def texts_of(graph: Graph) -> Iterator[str]:
    """Every Markdown text of the entries, and of the written pages."""
    for entry in graph.entries.values():
        yield from texts_of_entry(entry)
    for page in graph.corpus.prose:
        yield page.source.body


def texts_of_entry(entry: Entry) -> Iterator[str]:
    """Every Markdown text of an entry."""
    yield entry.description
    for update in getattr(entry, "updates", ()):
        yield update.text
