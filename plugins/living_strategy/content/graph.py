"""Graph: entries by id, typed links with computed inverses, mentions; every index built once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from living_strategy.content.corpus import Corpus, ProsePage, Record
from living_strategy.content.linking import (
    Link,
    Linker,
    LooseMention,
    Place,
    UnresolvedReference,
    UpstreamReference,
)
from living_strategy.content.validate import id_from
from living_strategy.content.ways import Ways
from living_strategy.content.yaml.yaml_reader import KeyPath
from living_strategy.diagnostics import Location, NameIndex, Searches, misspelt
from living_strategy.model import KINDS, Entry, Network
from living_strategy.model.catalogue import Catalogue, CatalogueEntry
from living_strategy.model.municipality import Municipality

Kind = TypeVar("Kind", bound=Entry)

# What stands behind the name of a municipality or county when its administration is named.
_OFFICE = re.compile(r"-(?:kommune|herad|fylkeskommune|fylke)\Z")


@dataclass(frozen=True)
class Graph:
    """The strategy as a whole. All queries go through indexes; none scans the entries."""

    corpus: Corpus
    entries: Mapping[str, Entry]
    by_kind: Mapping[str, tuple[Entry, ...]]
    aliases: Mapping[str, str]
    outgoing: Mapping[str, tuple[Link, ...]]
    incoming: Mapping[str, tuple[Link, ...]]
    mentioned_in: Mapping[str, tuple[Entry | ProsePage, ...]]
    municipalities_of: Mapping[str, tuple[Municipality, ...]]
    places: tuple[Place, ...]
    unresolved: tuple[UnresolvedReference, ...]
    loose_mentions: tuple[LooseMention, ...]
    used_aliases: tuple[UnresolvedReference, ...]
    mentioned_aliases: tuple[LooseMention, ...]
    upstream: tuple[UpstreamReference, ...]
    _forward: Mapping[tuple[str, str], tuple[str, ...]] = field(repr=False)
    _inverse: Mapping[tuple[str, str], tuple[str, ...]] = field(repr=False)

    def of_kind(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """All entries of a kind, in file order."""
        return self.by_kind.get(kind.kind, ())  # type: ignore[return-value]

    def active(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """Return the entries of a kind that are not retired, in file order."""
        return self._active_by_kind.get(kind.kind, ())  # type: ignore[return-value]

    @cached_property
    def all_active(self) -> tuple[Entry, ...]:
        """The entries of every kind that are not retired, in file order."""
        return _active(self.entries.values())

    @cached_property
    def _active_by_kind(self) -> dict[str, tuple[Entry, ...]]:
        return {kind: _active(entries) for kind, entries in self.by_kind.items()}

    def find(self, entry_id: str) -> Entry | None:
        """Return the entry with this id, or with this earlier id."""
        return self.entries.get(self.aliases.get(entry_id, entry_id))

    def targets(self, source: str, relation: str) -> tuple[Entry, ...]:
        """Return what an entry points to by a relation, in the order written, each once."""
        return tuple(self.entries[key] for key in self._forward.get((source, relation), ()))

    def sources(self, target: str, inverse: str) -> tuple[Entry, ...]:
        """Return what points to an entry, by the inverse name of the relation, each once."""
        return tuple(self.entries[key] for key in self._inverse.get((target, inverse), ()))

    def active_targets(self, source: str, relation: str) -> tuple[Entry, ...]:
        """Return the `targets` that are not retired."""
        return self._in_force(self._forward.get((source, relation), ()))

    def active_sources(self, target: str, inverse: str) -> tuple[Entry, ...]:
        """Return the `sources` that are not retired."""
        return self._in_force(self._inverse.get((target, inverse), ()))

    @cached_property
    def ways(self) -> Ways:
        """The ways up and down between areas, goals, measures and projects in force."""
        return Ways(self.active_targets, self.active_sources)

    def above(self, entry: Entry) -> tuple[Entry, ...]:
        """Return what an entry hangs on further up in the strategy; see `Ways.above`."""
        return self.ways.above(entry)

    def below(self, entry: Entry) -> tuple[Entry, ...]:
        """Return what hangs on an entry further down in the strategy; see `Ways.below`."""
        return self.ways.below(entry)

    def target_ids(self, source: str, relation: str) -> tuple[str, ...]:
        """Return the ids of `targets`."""
        return self._forward.get((source, relation), ())

    def source_ids(self, target: str, inverse: str) -> tuple[str, ...]:
        """Return the ids of `sources`."""
        return self._inverse.get((target, inverse), ())

    def _in_force(self, ids: tuple[str, ...]) -> tuple[Entry, ...]:
        return tuple([entry for key in ids if not (entry := self.entries[key]).retired])

    def counties_of(self, network: Network) -> tuple[str, ...]:
        """Return the numbers of today of the counties that a network covers, each once."""
        return tuple(place.number for place in self._named_places.get((network.id, "counties"), ()))

    def members_of(self, network: Network) -> tuple[Municipality, ...]:
        """Return the members that a network names, each once, as the places of today."""
        return tuple(self._named_places.get((network.id, "members"), {}))

    @cached_property
    def _named_places(self) -> dict[tuple[str, str], dict[Municipality, None]]:
        named: dict[tuple[str, str], dict[Municipality, None]] = {}
        for place in self.places:
            if len(place.candidates) == 1:
                key = (place.source, str(place.path[0]))
                named.setdefault(key, {})[place.candidates[0]] = None
        return named

    def record(self, entry_id: str) -> Record:
        """Return the entry with the file it came from."""
        return self.corpus.records[entry_id]

    def upstream_entries(self, source: str) -> tuple[CatalogueEntry, ...]:
        """Return the entries of strategies above that the fields of an entry name, each once."""
        return tuple(self._upstream_entries.get(source, {}).values())

    def upstream_ids(self, source: str) -> tuple[str, ...]:
        """Return what the fields of an entry name in strategies above, as `ks:id` by the ids of
        today, each once.
        """
        return tuple(self._upstream_entries.get(source, {}))

    @cached_property
    def _upstream_entries(self) -> dict[str, dict[str, CatalogueEntry]]:
        named: dict[str, dict[str, CatalogueEntry]] = {}
        for reference in self.upstream:
            if reference.entry and reference.relation:
                named.setdefault(reference.source, {})[
                    f"{reference.upstream}:{reference.entry.id}"
                ] = reference.entry
        return named

    def find_upstream(self, written: str) -> tuple[Catalogue, CatalogueEntry] | None:
        """Return the entry that `ks:id` stands for, with the catalogue that it is in."""
        name, _, entry_id = written.partition(":")
        pinned = self.corpus.upstreams.get(name)
        if pinned is None or pinned.catalogue is None:
            return None
        entry = pinned.find(entry_id)
        return (pinned.catalogue, entry) if entry else None

    def locate_upstream(self, reference: UpstreamReference) -> Location:
        """Return the place where an entry of a strategy above is named."""
        if reference.mention:
            return self.locate_mention(reference.mention)
        return self.locate(reference.source, reference.path)

    def links(self) -> Iterator[Link]:
        """Every link, in the order of the files."""
        for links in self.outgoing.values():
            yield from links

    def locate(self, source: str, path: KeyPath) -> Location:
        """Return the place of a field of an entry, or of strategy.yml when `source` is empty."""
        if source:
            return self.record(source).locate(*path)
        return self.corpus.settings_source.locate(path)

    def locate_mention(self, loose: LooseMention) -> Location:
        """Return the place of a mention."""
        if loose.page:
            return loose.page.locate_mention(loose.mention)
        return self.record(loose.source).locate_mention(loose.text, loose.mention)

    def nearest(self, text: str, kinds: Iterable[str]) -> str:
        """Return the id most like what was written, also when the words are more like its title
        or an earlier id.
        """
        return self._names(tuple(kinds)).nearest(id_from(text))

    def nearest_place(self, text: str) -> Municipality | None:
        """Return the municipality or county that may be meant: `Bergn`, `Bodø kommune`,
        `bodo-kommune`.
        """
        return self._place_searches.find(text)

    @cached_property
    def _place_searches(self) -> Searches[Municipality | None]:
        return Searches(self._nearest_place, None)

    def _nearest_place(self, text: str) -> Municipality | None:
        folded = id_from(text)
        name, word = _OFFICE.sub("", folded), _OFFICE.search(folded)
        names = self._counties if word and word[0].startswith("-fylke") else self._places
        return names.get(misspelt(name, names))

    @cached_property
    def _counties(self) -> dict[str, Municipality]:
        register = self.corpus.municipalities.by_number.values()
        return {
            id_from(name): municipality
            for municipality in register
            if municipality.is_county
            for name in municipality.names
        }

    @cached_property
    def _places(self) -> dict[str, Municipality]:
        """Counties and municipalities by name; Oslo is both, and the municipality is meant."""
        register = self.corpus.municipalities.by_number.values()
        return self._counties | {
            id_from(name): municipality
            for municipality in register
            if not municipality.is_county
            for name in municipality.names
        }

    def _names(self, kinds: tuple[str, ...]) -> NameIndex:
        if kinds not in self._name_indexes:
            names: dict[str, str] = {}
            for entry in (entry for kind in kinds for entry in self.by_kind[kind]):
                names.setdefault(id_from(entry.title), entry.id)
            ids = {entry.id: entry.id for kind in kinds for entry in self.by_kind[kind]}
            earlier = {
                alias: entry_id
                for alias, entry_id in self.aliases.items()
                if self.entries[entry_id].kind in kinds
            }
            self._name_indexes[kinds] = NameIndex(names | earlier | ids)
        return self._name_indexes[kinds]

    @cached_property
    def _name_indexes(self) -> dict[tuple[str, ...], NameIndex]:
        """Filled when a misspelt id asks for it: a strategy without mistakes never pays for it."""
        return {}


def link(corpus: Corpus) -> Graph:
    """Resolve every reference and mention, and turn each link around."""
    linker = Linker(corpus)
    linker.link_all()
    entries = {key: record.entry for key, record in corpus.records.items()}
    return Graph(
        corpus,
        entries,
        _by_kind(entries.values()),
        linker.aliases,
        _frozen(linker.outgoing),
        _frozen(linker.incoming),
        _frozen(linker.mentioned_in),
        _frozen(linker.municipalities),
        tuple(linker.places),
        tuple(linker.unresolved),
        tuple(linker.loose_mentions),
        tuple(linker.used_aliases),
        tuple(linker.mentioned_aliases),
        tuple(linker.upstream),
        _each_once(linker.forward),
        _each_once(linker.inverse),
    )


def _by_kind(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    by_kind: dict[str, list[Entry]] = {kind.kind: [] for kind in KINDS}
    for entry in entries:
        by_kind[entry.kind].append(entry)
    return _frozen(by_kind)


def _active(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if not entry.retired)


Key = TypeVar("Key")
Item = TypeVar("Item")


def _frozen(lists: Mapping[Key, Iterable[Item]]) -> dict[Key, tuple[Item, ...]]:
    return {key: tuple(values) for key, values in lists.items()}


def _each_once(lists: Mapping[Key, list[Item]]) -> dict[Key, tuple[Item, ...]]:
    """List an entry once, however often it is linked."""
    return {
        key: tuple(values) if len(values) == 1 else tuple(dict.fromkeys(values))
        for key, values in lists.items()
    }
