"""What a workbook is about: all entries of the kinds in use, as files say them today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

from living_strategy.content.graph import Graph
from living_strategy.content.versions import VersionReader
from living_strategy.figures.presence import kinds_in_use
from living_strategy.history.event import NO_HISTORY
from living_strategy.history.event_words import titles_of
from living_strategy.model import Entry
from living_strategy.model.own_words import language_of
from living_strategy.workbooks.rows import Data, Row, rows_of
from living_strategy.workbooks.tables import Table, tables
from living_strategy.workbooks.words import Words

Key: TypeAlias = tuple[str, str]
"""Kind and id of an entry."""


@dataclass(frozen=True)
class Content:
    """The data of all entries by kind and id, in the order of the strategy, and the files that they
    stand in.
    """

    kinds: tuple[type[Entry], ...]
    entries: Mapping[Key, Data]
    files: Mapping[Key, str]

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The sheets."""
        return tables(self.kinds)

    @cached_property
    def keys(self) -> Mapping[str, Key]:
        """The entries by id."""
        return {key[1]: key for key in self.entries}

    def of(self, table: Table) -> Iterator[Key]:
        """Yield the entries that may have rows in a sheet."""
        kinds = {kind.kind for kind in table.kinds}
        return (key for key in self.entries if key[0] in kinds)

    def rows(self, key: Key, words: Words) -> dict[str, tuple[Row, ...]]:
        """Return the rows of an entry by the key of their sheet."""
        data = self.entries[key]
        return {
            table.key: tuple(rows_of(table, data, words))
            for table in self.tables
            if any(kind.kind == key[0] for kind in table.kinds)
        }


def content_of(graph: Graph) -> Content:
    """Return the entries of a strategy that can be read, as their files say them."""
    kinds = kinds_in_use(graph.corpus.settings)
    reader = VersionReader()
    entries: dict[Key, Data] = {}
    files: dict[Key, str] = {}
    read: dict[str, Mapping[Key, Any] | str] = {}
    for kind in kinds:
        for entry in graph.of_kind(kind):
            source, key = graph.record(entry.id).source, (kind.kind, entry.id)
            if source.path not in read:
                read[source.path] = reader.read(source.path, source.text.encode())
            version = read[source.path]
            if not isinstance(version, str) and isinstance(data := version.get(key), Mapping):
                entries[key], files[key] = data, source.path
    return Content(kinds, entries, files)


def words_of(graph: Graph) -> Words:
    """Return the words of a workbook: those of the site, whoever writes it and reads it back."""
    language = language_of(graph.corpus.settings, graph.corpus.language)
    return Words(language, titles_of(graph, NO_HISTORY), frozenset(graph.aliases))


def taken_ids(graph: Graph) -> dict[str, str]:
    """Return all ids that no new entry may have, with the file that has each."""
    taken = {entry: graph.record(entry).source.path for entry in graph.entries}
    aliases = {alias: taken[entry] for alias, entry in graph.aliases.items()}
    return dict.fromkeys(graph.corpus.broken, "?") | aliases | taken
