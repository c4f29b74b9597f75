"""Where the links of texts lead: to a page, a file, a place on a page, or nowhere.

A link on a written page is written as seen from its file, one in an entry as seen from `strategy/`,
and one that begins with / as seen from the root of the site, which is `strategy/` too. So is what
the renderer makes of them (`site/markdown/markdown_body.py`).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from living_strategy.content.corpus import ProsePage, Record, TextField
from living_strategy.content.graph import Graph
from living_strategy.content.markdown.prose import LocalLink, address_meant
from living_strategy.diagnostics import Location
from living_strategy.figures.presence import hidden_overviews, is_list_shown
from living_strategy.model import KINDS, Entry, Goal
from living_strategy.model.levels import LEVELS
from living_strategy.rules.context import CheckContext

_CHAPTER = re.compile(r"(^|/)(?:index|README)\.md$")
_ENDING = re.compile(r"[^/.]\.[^/.]+$")
_TABLE = re.compile(r"data/(?:excel/)?([a-z-]+)\.csv")
_KINDS = {kind.kind: kind for kind in KINDS}


@dataclass(frozen=True, slots=True)
class WrittenLink:
    """A link where it stands: in a text of an entry or on a written page."""

    holder: Record | ProsePage
    text: TextField
    link: LocalLink

    @property
    def location(self) -> Location:
        """The place of the link."""
        if isinstance(self.holder, Record):
            return self.holder.locate_link(self.text, self.link)
        return self.holder.locate_link(self.link)

    @property
    def ref(self) -> str:
        """The id of the entry; empty on a page."""
        return self.holder.entry.id if isinstance(self.holder, Record) else ""

    @property
    def way(self) -> str:
        """The path that is written, without query and fragment; empty for a link to its own page."""
        return unquote(re.split(r"[?#]", address_meant(self.link.target), maxsplit=1)[0])

    @property
    def fragment(self) -> str:
        """The place on the page that the link leads to; empty for its top."""
        fragment = unquote(address_meant(self.link.target).partition("#")[2])
        return "" if fragment.casefold() == "top" else fragment

    @property
    def path(self) -> str:
        """The path below `strategy/`; it begins with .. if it leads out of there."""
        if self.way.startswith("/"):
            return _normal(self.way.lstrip("/"))
        page = self.holder.path if isinstance(self.holder, ProsePage) else ""
        return _normal(posixpath.join(posixpath.dirname(page), self.way))


def written_links(graph: Graph) -> Iterator[WrittenLink]:
    """Yield every link to something on the site itself."""
    corpus = graph.corpus
    for record in corpus.records.values():
        for text in record.texts:
            yield from (WrittenLink(record, text, link) for link in text.links)
    for page in corpus.prose:
        yield from (WrittenLink(page, page.text, link) for link in page.text.links)


@dataclass(frozen=True)
class Destinations:
    """What a link on the site can lead to."""

    graph: Graph
    context: CheckContext

    def exists(self, path: str) -> bool:
        """Tell whether a page or file of the site lies at a path below `strategy/`. What could not
        be read counts as one: the reason is reported where it stands.
        """
        address = address_of(path)
        return (
            path in self._files
            or address in self._pages
            or address in self._unread
            or self._is_made(path, address)
            or self._is_generated(path)
            or self._is_generated(address)
        )

    def _is_generated(self, path: str) -> bool:
        """Tell whether the site makes a file, or a page beside those of the strategy, at a path."""
        return self.context.is_reserved(path) and path in self._downloads

    def holder_at(self, path: str) -> ProsePage | Entry | None:
        """Return the written page or the entry whose page lies there."""
        address = address_of(path)
        return self._pages.get(address) or self.context.entry_at(self.graph, address)

    @property
    def example(self) -> str:
        """The address of a list that there is, as an example of one: of goals, if there are any."""
        kinds = [kind.kind for kind in LEVELS[1:] if is_list_shown(kind.kind, self.graph)]
        shown = next(iter(kinds), Goal.kind)
        return next(path for path, word in self.context.addresses.items() if word == shown)

    def switched_off(self, path: str) -> str:
        """Return the switch that is off where the site could have a page or file of its own at a
        path below `strategy/`; empty where none is.
        """
        address, unused = address_of(path), self.graph.corpus.settings.use.unused
        overviews = self.context.addresses.items()
        word = next((word for overview, word in overviews if address.startswith(overview)), "")
        if table := _TABLE.fullmatch(path):
            word = table[1]
        kind = _KINDS.get(word)
        return unused.get((kind.register or "") if kind else word, "")

    def is_overview(self, path: str) -> bool:
        """Tell whether the front page, a list or an overview lies there."""
        address = address_of(path)
        return not address or address in self.context.addresses

    @cached_property
    def _files(self) -> frozenset[str]:
        corpus = self.graph.corpus
        return frozenset((*corpus.attachments, *corpus.refused))

    @cached_property
    def _downloads(self) -> frozenset[str]:
        return frozenset(self.context.downloads())

    @cached_property
    def _pages(self) -> dict[str, ProsePage]:
        return {page.address: page for page in self.graph.corpus.prose}

    @cached_property
    def _unread(self) -> frozenset[str]:
        return frozenset(address_of(path) for path in self.graph.corpus.refused)

    def _is_made(self, path: str, address: str) -> bool:
        """Tell whether the site makes a page or file there by itself."""
        if not address:
            return True
        for overview, word in self.context.addresses.items():
            if address.startswith(overview):
                *parts, file = address.removeprefix(overview).split("/")
                return not file and self._is_shown(word) and self._is_part(word, address, parts)
        # Files for programs and browsers in folders of their own, whatever they are.
        return self.context.is_reserved(path) and not path.startswith("data/")

    def _is_shown(self, word: str) -> bool:
        """Tell whether there is such an overview or list: a strategy may have no use for it, and
        some kinds may have no entries.
        """
        kind = _KINDS.get(word)
        if kind is None:
            return word not in self._hidden
        return (
            is_list_shown(word, self.graph)
            or word in self.graph.corpus.unread
            or word in self.graph.corpus.broken.values()
        )

    @cached_property
    def _hidden(self) -> frozenset[str]:
        """What is empty only because of mistakes is no dead link as well."""
        corpus = self.graph.corpus
        if corpus.unread or corpus.broken:
            return frozenset(corpus.settings.use.unused)
        return hidden_overviews(self.graph)

    def _is_part(self, word: str, address: str, parts: list[str]) -> bool:
        """Tell whether an overview, a list, an entry or a further page has this address."""
        if word not in _KINDS:
            return all(map(self._is_further, parts))
        return not parts or (
            self.context.entry_at(self.graph, address) is not None
            or (len(parts) == 1 and self.context.is_page_number(parts[0]))
            or self.graph.corpus.may_exist(parts[-1], (word,))
        )

    def _is_further(self, name: str) -> bool:
        """Tell whether an overview may go on under this name: it does so for entries, for what
        belongs to none, and over several pages.
        """
        return (
            self.context.is_page_number(name)
            or name == "-"
            or self.graph.find(name) is not None
            or self.graph.corpus.may_exist(name)
        )


def address_of(path: str) -> str:
    """Return the address of the page of a Markdown file or a folder; a file's own otherwise."""
    address = _CHAPTER.sub(r"\1", path)
    if address == path and _ENDING.search(path) and not path.endswith(".md"):
        return path
    address = address.removesuffix(".md").rstrip("/")
    return f"{address}/" if address else ""


def _normal(path: str) -> str:
    """Return a path without what leads nowhere, such as . and doubled slashes; empty for the root."""
    normal = posixpath.normpath(path)
    return "" if normal == "." else normal
