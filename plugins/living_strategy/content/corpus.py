"""Corpus: everything that was read, and what is known of the entries that could not be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from living_strategy.content.markdown.prose import LocalLink, Mention
from living_strategy.content.source_file import SourceFile
from living_strategy.content.yaml.yaml_reader import KeyPath
from living_strategy.diagnostics import Location
from living_strategy.language import Language
from living_strategy.model.adoption import Adoption
from living_strategy.model.catalogue import Catalogue, CatalogueEntry
from living_strategy.model.collected import Collected
from living_strategy.model.entry import Entry
from living_strategy.model.local_site import LocalSite
from living_strategy.model.municipality import Municipalities
from living_strategy.model.pin import Lock
from living_strategy.settings import Settings


class TextField(NamedTuple):
    """A Markdown text of an entry or page: where it stands, what it mentions, and its links to
    pages and files of the site, which need not exist.
    """

    path: KeyPath
    text: str
    mentions: tuple[Mention, ...]
    links: tuple[LocalLink, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """An entry with the file it came from. `base` leads to it within the file.

    `dropped` are the fields that held a mistake and are left out of the entry: nothing can be
    said about what they lack.
    """

    entry: Entry
    source: SourceFile
    base: KeyPath = ()
    texts: tuple[TextField, ...] = ()
    dropped: frozenset[str] = frozenset()

    def lacks(self, name: str) -> bool:
        """Whether a field of the entry was left empty."""
        return not getattr(self.entry, name) and name not in self.dropped

    def locate(self, *path: str | int) -> Location:
        """Return the place of a value of this entry."""
        return self.source.locate(path, base=self.base)

    def locate_mention(self, text: TextField, mention: Mention) -> Location:
        """Return the place of a mention in one of its texts."""
        return self.source.locate_in_text(
            text.path, text.text, mention.offset, mention.written, base=self.base
        )

    def locate_link(self, text: TextField, link: LocalLink) -> Location:
        """Return the place of a link in one of its texts."""
        return self.source.locate_in_text(
            text.path, text.text, link.offset, link.snippet, base=self.base
        )


@dataclass(frozen=True, slots=True)
class ProsePage:
    """A page that somebody wrote in `strategy/`. `path` is relative to that folder; `order` is
    the place in the menu that its author asked for; `description` says what it is about. A page
    that is not `listed` stands in no menu and no list of contents. `language` is empty when it is
    that of the site. `has_conditional_ways` means that it tells of ways to propose changes that not
    every site has, and says so.
    """

    path: str
    title: str
    source: SourceFile
    text: TextField
    order: int | None = None
    description: str = ""
    listed: bool = True
    language: str = ""
    has_conditional_ways: bool = False

    @property
    def address(self) -> str:
        """Its address below the site root, with a slash at the end; empty for the front page."""
        folder, slash, name = self.path.removesuffix(".md").rpartition("/")
        return f"{folder}{slash}" if self.is_chapter else f"{folder}{slash}{name}/"

    @property
    def is_chapter(self) -> bool:
        """Whether it is the page of the folder it lies in."""
        return self.path.rpartition("/")[2] in ("index.md", "README.md")

    def locate_mention(self, mention: Mention) -> Location:
        """Return the place of a mention on the page."""
        return self.source.locate_in_text(
            self.text.path, self.text.text, mention.offset, mention.written
        )

    def locate_link(self, link: LocalLink) -> Location:
        """Return the place of a link on the page."""
        return self.source.locate_in_text(self.text.path, self.text.text, link.offset, link.snippet)


@dataclass(frozen=True, slots=True)
class Pinned:
    """A strategy above this one: its short name, what readers call it, and the catalogue that is
    pinned. Without one nothing can be said about its entries: `missing` is the file that is not
    there; if it is empty, what is wrong has been noted. `earlier` are versions that were pinned
    before and are kept, oldest first. `gone` has, by their ids, the entries that only those have:
    an edition does not tell what was deleted before it.
    """

    name: str
    title: str
    catalogue: Catalogue | None = None
    lock: Lock | None = None
    missing: str = ""
    earlier: tuple[Catalogue, ...] = ()
    gone: Mapping[str, CatalogueEntry] = field(default_factory=dict)

    def find(self, entry_id: str) -> CatalogueEntry | None:
        """Return the entry with this id, or with this earlier id, also if it is gone."""
        found = self.catalogue.find(entry_id) if self.catalogue else None
        return found or self.gone.get(entry_id)


@dataclass(frozen=True, slots=True)
class AdoptionRecord:
    """What is said here about an entry of a strategy above, with the file it came from. `dropped`
    are the fields that held a mistake.
    """

    upstream: str
    id: str
    adoption: Adoption
    source: SourceFile
    dropped: frozenset[str] = frozenset()

    def locate(self, *path: str | int) -> Location:
        """Return the place of a value of this record."""
        return self.source.locate(path)


@dataclass(frozen=True, slots=True)
class ListedSite:
    """A local site, the place where it is listed, and what was collected from it, if anything."""

    site: LocalSite
    location: Location
    collected: Collected | None = None


@dataclass(frozen=True, slots=True)
class Corpus:
    """All entries by id, in the order of their files.

    What could not be read is remembered, because what follows from it is no second mistake:
    `broken` maps ids of entries to their kinds; `possible_ids` are the words that may be ids in
    files whose keys could not be told apart; `broken_links` are the words that files with mistakes
    may point to; `unread` are the kinds of files whose text could not even be seen.
    `search_words` are groups of words that mean the same to somebody who searches.
    `attachments` are the files beside the written pages that are published, as paths below
    `strategy/`; `left_out` those of pages and files that the site does not take, and `refused`
    those with a mistake that keeps them from being a page or file of the site.
    `upstreams` are the strategies above by their names, and `adoptions` what is said about theirs.
    `local_sites` are those whose strategies are collected.
    `language` is that of the site, None for the one of the program that the settings name; `tables`
    are the texts of the files for places and words.
    """

    settings: Settings
    settings_source: SourceFile
    records: Mapping[str, Record]
    prose: tuple[ProsePage, ...]
    municipalities: Municipalities
    broken: Mapping[str, str]
    possible_ids: frozenset[str] = frozenset()
    broken_links: frozenset[str] = frozenset()
    unread: frozenset[str] = frozenset()
    search_words: tuple[tuple[str, ...], ...] = ()
    attachments: tuple[str, ...] = ()
    left_out: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()
    upstreams: Mapping[str, Pinned] = field(default_factory=dict)
    adoptions: tuple[AdoptionRecord, ...] = ()
    language: Language | None = None
    tables: tuple[str, ...] = ()
    local_sites: tuple[ListedSite, ...] = ()

    @property
    def listed_pages(self) -> tuple[ProsePage, ...]:
        """The written pages that menus and lists of contents may name."""
        return tuple(page for page in self.prose if page.listed)

    def contents(self) -> tuple[ProsePage, ...]:
        """Return the written pages that a list of contents names: not the front page, and not those
        in a folder with a page of its own, because that page leads to them.
        """
        listed = self.listed_pages
        chapters = tuple(page.address for page in listed if page.address and page.is_chapter)
        return tuple(
            page
            for page in listed
            if page.address
            and not any(
                page.address.startswith(chapter) and page.address != chapter for chapter in chapters
            )
        )

    def may_exist(self, word: str, kinds: Iterable[str] | None = None) -> bool:
        """Whether an id may belong to an entry of some kinds (or any) that could not be read."""
        if word in self.broken or word in self.possible_ids:
            return True
        return bool(self.unread) and (kinds is None or not self.unread.isdisjoint(kinds))
