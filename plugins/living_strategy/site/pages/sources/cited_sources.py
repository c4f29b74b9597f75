"""Every source of the strategy, once, with what it is used for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any
from urllib.parse import urlsplit

from pydantic import BaseModel

from living_strategy.content.corpus import ProsePage
from living_strategy.content.graph import Graph
from living_strategy.content.markdown.prose import outward_links
from living_strategy.content.validate import id_from
from living_strategy.model import Entry
from living_strategy.model.types import models_in
from living_strategy.model.values import Source
from living_strategy.partial_date import PartialDate

Holder = Entry | ProsePage

_HOST = re.compile(r"(?:[a-z0-9-]+\.)*?(?P<name>[a-z0-9-]+)(?P<office>\.kommune)?\.[a-z]{2,6}")

# Fields of parts of entries that hold the address of a source, or the title of one.
_ADDRESSES = ("source", "url")


@dataclass(slots=True)
class CitedSource:
    """A source. `holders` are the entries and pages that build on it, each once; `title` is empty
    when only its address is known. `dates` holds more than one date when they are stated
    differently.
    """

    title: str = ""
    url: str = ""
    publisher: str = ""
    dates: set[PartialDate] = field(default_factory=set)
    holders: dict[str, Holder] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Its title, or the short form of its address."""
        return self.title or short_address(self.url)

    @property
    def site(self) -> str:
        """Who published it, or the site it lies on; empty when neither is known."""
        return self.publisher or site_of(self.url)


@lru_cache(maxsize=10_000)
def site_of(url: str) -> str:
    """Return the site an address lies on; empty for none."""
    return urlsplit(url).netloc.removeprefix("www.")


@lru_cache(maxsize=10_000)
def publisher_key(site: str) -> str:
    """Return a key that is the same for the name of a publisher and for its site: `Giske kommune`
    and `okonomiplan.giske.kommune.no`, `Kommunal Rapport` and `kommunal-rapport.no`.
    """
    host = _HOST.fullmatch(site.casefold())
    if not host:
        return id_from(site)
    return f"{host['name']}-kommune" if host["office"] else host["name"]


def short_address(url: str) -> str:
    """Host and last part of an address, for people to tell it from others."""
    parts = urlsplit(url)
    last = parts.path.rstrip("/").rpartition("/")[2]
    return f"{parts.netloc.removeprefix('www.')}: {last}" if last else parts.netloc


def cited_sources(graph: Graph) -> list[CitedSource]:
    """Return the sources of all entries, of single figures and reports, and the outward links of
    written pages, in the order of their first use.

    Two with the same address are one, and so are two without an address that have the same title
    and publisher. A link of a page names no publisher, so one that is known by its neighbours gets
    theirs: else the same publisher would be told under two names.
    """
    sources: dict[tuple[str, str], CitedSource] = {}
    for entry in graph.entries.values():
        for source in _of_model(entry):
            _take_up(sources, source, entry, entry.id)
    for page in graph.corpus.prose:
        for title, url in outward_links(page.text.text):
            _take_up(sources, _source(title.strip(), url), page, f"/{page.path}", weak=True)
    publishers = _publishers_of_sites(sources.values())
    for cited_source in sources.values():
        if not cited_source.publisher and cited_source.url:
            cited_source.publisher = _nearest(site_of(cited_source.url), publishers)
    return list(sources.values())


def _publishers_of_sites(cited_sources: Iterable[CitedSource]) -> dict[str, str]:
    """Return the publisher of every site that two or more addresses agree on. Many publish on a
    site that keeps documents for others, so a single address says nothing of the next.
    """
    publishers_by_site: dict[str, list[str]] = defaultdict(list)
    for source in cited_sources:
        if source.url and source.publisher:
            publishers_by_site[site_of(source.url)].append(source.publisher)
    return {
        site: publishers[0]
        for site, publishers in publishers_by_site.items()
        if len(publishers) > 1 and len(set(publishers)) == 1
    }


def _nearest(site: str, publishers: dict[str, str]) -> str:
    """Return the publisher of a site, or of the one it belongs to; empty when none is known."""
    while site and site not in publishers:
        site = site.partition(".")[2]
    return publishers.get(site, "")


def _take_up(
    sources: dict[tuple[str, str], CitedSource],
    source: Source | str,
    holder: Holder,
    name: str,
    *,
    weak: bool = False,
) -> None:
    """Add a source or a use of it; `weak` words name it only while nothing better is known."""
    if isinstance(source, str):
        is_url = source.startswith(("http://", "https://"))
        source = _source("" if is_url else source, source if is_url else None)
    key = (source.url, "") if source.url else (source.title, source.publisher or "")
    cited_source = sources.setdefault(key, CitedSource(url=source.url or ""))
    if not cited_source.title or not (weak or cited_source.publisher):
        cited_source.title = source.title or cited_source.title
    cited_source.publisher = cited_source.publisher or source.publisher or ""
    if source.date:
        cited_source.dates.add(source.date)
    cited_source.holders.setdefault(name, holder)


def _source(title: str, url: str | None) -> Source:
    """Make a source of a title and an address; either may be empty."""
    return Source.model_construct(title=title, url=url, publisher=None, date=None)


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, bool], ...]:
    """Return the fields with sources, and whether they hold just an address or title."""
    return tuple(
        (name, name in _ADDRESSES)
        for name, about in model.model_fields.items()
        if name in _ADDRESSES or next(models_in(about.annotation), None)
    )


def _of_model(model: BaseModel) -> Iterator[Source | str]:
    if isinstance(model, Source):
        yield model
        return
    for name, holds in _fields(type(model)):
        value: Any = getattr(model, name)
        if not value:
            continue
        if holds:
            yield value
        elif isinstance(value, tuple):
            for part in value:
                yield from _of_model(part)
        else:
            yield from _of_model(value)
