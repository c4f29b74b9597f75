"""Corpus: everything that was read, and what is known of the entries that could not be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from living_strategy.diagnostics import Location
from living_strategy.loading.prose import Mention
from living_strategy.loading.source_file import SourceFile
from living_strategy.loading.yaml_reader import KeyPath
from living_strategy.model.entry import Entry
from living_strategy.model.municipality import Municipalities
from living_strategy.settings import Settings


@dataclass(frozen=True, slots=True)
class TextField:
    """A Markdown text of an entry or page: where it stands and what it mentions."""

    path: KeyPath
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """An entry with the file it came from. `base` leads to it within the file."""

    entry: Entry
    source: SourceFile
    base: KeyPath = ()
    texts: tuple[TextField, ...] = ()

    def locate(self, *path: str | int) -> Location:
        """The place of a value of this entry."""
        return self.source.locate(path, base=self.base)

    def locate_key(self, *path: str | int) -> Location:
        """The place of a key of this entry."""
        return self.source.locate(path, base=self.base, key=True)

    def locate_mention(self, text: TextField, mention: Mention) -> Location:
        """The place of a mention in one of its texts."""
        return self.source.locate_in_text(
            text.path, mention.written, mention.occurrence, base=self.base
        )


@dataclass(frozen=True, slots=True)
class ProsePage:
    """A page that somebody wrote in `strategy/`. `path` is relative to that folder."""

    path: str
    title: str
    source: SourceFile
    text: TextField

    @property
    def address(self) -> str:
        """Its address below the site root, with a slash at the end; empty for the front page."""
        stem = self.path.removesuffix(".md")
        stem = stem.removesuffix("index").removesuffix("README") if "/" in stem or stem in (
            "index", "README") else stem
        return stem if not stem or stem.endswith("/") else stem + "/"

    def locate_mention(self, mention: Mention) -> Location:
        """The place of a mention on the page."""
        return self.source.locate_in_text(("description",), mention.written, mention.occurrence)


@dataclass(frozen=True, slots=True)
class Corpus:
    """All entries by id, in the order of their files.

    `broken` maps the ids of entries that could not be read to their kind: links to them are no
    second mistake. `broken_links` are the ids those entries pointed to, as far as can be told.
    """

    settings: Settings
    settings_source: SourceFile
    records: Mapping[str, Record]
    prose: tuple[ProsePage, ...]
    municipalities: Municipalities
    broken: Mapping[str, str]
    broken_links: frozenset[str]


