"""Files of a site, listed in one place for every road: each with its path and its content."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Protocol
from urllib.parse import urlsplit

from living_strategy.artifact import Artifact, DataFile, Page, Redirect
from living_strategy.content.attachments import read_published
from living_strategy.content.graph import Graph
from living_strategy.content.source import ContentSource
from living_strategy.language import Language
from living_strategy.model import Entry
from living_strategy.settings import Settings
from living_strategy.site import card_image
from living_strategy.site.assets import assets
from living_strategy.site.context import Choose, ViewContext, every_entry
from living_strategy.site.frame import Frame
from living_strategy.site.header_files import header_files
from living_strategy.site.markdown.marks import LOCAL
from living_strategy.site.redirects import redirect_page
from living_strategy.site.sitemap import sitemap
from living_strategy.site.well_known import well_known


class Published(Protocol):
    """Everything that a site is made of: see `living_strategy.publication`."""

    source: ContentSource
    graph: Graph
    settings: Settings
    language: Language
    today: date
    built_on: date

    @property
    def has_errors(self) -> bool:
        """Whether there is only the list of findings."""

    @property
    def has_form(self) -> bool:
        """Whether editors can propose changes in a form on the site."""

    @property
    def context(self) -> ViewContext:
        """The context of the pages."""

    @property
    def overviews(self) -> tuple[Artifact, ...]:
        """The overview pages, one of each per site, and the files that only they need."""

    @property
    def written_pages(self) -> tuple[Page, ...]:
        """The pages that people wrote."""

    def entry_pages(self, choose: Choose) -> Iterator[Artifact]:
        """Return the pages of entries."""

    def downloads(self) -> Iterator[Artifact]:
        """Open data, feeds, calendars, colours and redirects."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of the site. `path` is relative to its root."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Site:
    """The site apart from its strategy. `url` is its address, empty or with a slash at the end;
    `changes` has the dates of the last changes of source files, empty without a history.
    """

    url: str = ""
    changes: Mapping[str, str] = field(default_factory=dict)

    @property
    def base(self) -> str:
        """The path below which the site lies, such as `/` or `/plan/`."""
        return urlsplit(self.url).path or "/"


Part = Callable[[], Iterator[File]]
"""Yields some of the files. Any part can be made before or without the others."""

# So many entries are made in one part, or more where there would be too many parts.
_ENTRIES_IN_A_PART = 50
_MAX_ENTRY_PARTS = 100


def site_parts(publication: Published, frame: Frame, site: Site) -> tuple[Part, ...]:
    """Return the files of a site in parts for several processes; the largest first."""
    entries = len(publication.graph.entries)
    count = max(1, min(_MAX_ENTRY_PARTS, entries // _ENTRIES_IN_A_PART))
    chosen = (partial(_every, count, number) for number in range(count))
    return (
        *_other_parts(publication, frame, site),
        *(partial(entry_files, publication, frame, site, choose) for choose in chosen),
    )


def _every(step: int, first: int, entries: tuple[Entry, ...]) -> Sequence[Entry]:
    return entries[first::step]


def site_files(publication: Published, frame: Frame, site: Site) -> Iterator[File]:
    """Yield every file, once. Nothing may be added or left out elsewhere."""
    yield from entry_files(publication, frame, site)
    yield from other_files(publication, frame, site)


def entry_files(
    publication: Published, frame: Frame, site: Site, choose: Choose = every_entry
) -> Iterator[File]:
    """Yield the pages of entries, or of the chosen ones."""
    yield from _files(publication.entry_pages(choose), frame, site, publication.language)


def other_files(publication: Published, frame: Frame, site: Site) -> Iterator[File]:
    """Yield all files but the pages of entries. Those for servers come last."""
    for part in _other_parts(publication, frame, site):
        yield from part()


def _other_parts(publication: Published, frame: Frame, site: Site) -> tuple[Part, ...]:
    language = publication.language
    return (
        lambda: _files(publication.overviews, frame, site, language),
        lambda: _files(publication.written_pages, frame, site, language),
        lambda: _files(publication.downloads(), frame, site, language),
        lambda: (File(path, content) for path, content in assets()),
        lambda: _attachments(publication),
        lambda: _files_for_programs(publication, site),
    )


def _files(
    artifacts: Iterable[Artifact], frame: Frame, site: Site, language: Language
) -> Iterator[File]:
    for artifact in artifacts:
        if isinstance(artifact, DataFile):
            yield File(artifact.path, artifact.content)
        elif isinstance(artifact, Redirect):
            yield File(f"{artifact.path}index.html", redirect_page(artifact, language))
        elif artifact.absolute_links:
            document = frame.document(artifact).replace(LOCAL.encode(), site.base.encode())
            yield File(artifact.file, document)
        else:
            yield File(artifact.file, frame.document(artifact))


def _attachments(publication: Published) -> Iterator[File]:
    for path in publication.graph.corpus.attachments:
        yield File(path, read_published(publication.source, path))


def _files_for_programs(publication: Published, site: Site) -> Iterator[File]:
    """Yield the files that servers and search engines look for."""
    if site.url:
        yield File("sitemap.xml", sitemap(site.url, dated_pages(publication, site.changes)))
        if card_image.is_available() and not publication.has_errors:
            yield File(card_image.PATH, card_image.card_image(publication.graph, publication.today))
    for path, content in well_known(publication.settings, site.url, publication.built_on):
        yield File(path, content)
    yield from (File(*file) for file in header_files(site.base, has_form=publication.has_form))


def dated_pages(publication: Published, changes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield every page that people should find, with the date of its last change.

    That is the change of its source; a computed page changes with everything. Without a history
    there are only the dates that the facts are from.
    """
    latest = max(changes.values(), default="")
    for page in (*publication.overviews, *publication.written_pages):
        if isinstance(page, Page) and page.listed:
            yield page.path, changes.get(page.source, "") if page.source else latest
    if publication.has_errors:
        return
    graph, addresses = publication.graph, publication.context.addresses
    for entry in graph.entries.values():
        source = graph.record(entry.id).source.path
        yield addresses.entry(entry), changes.get(source, "") if changes else entry.as_of or ""
