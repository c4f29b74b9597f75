"""Graph: entries by id, typed links with computed inverses, mentions; every index built once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from living_strategy.loading.corpus import Corpus, ProsePage, Record, TextField
from living_strategy.loading.prose import Mention
from living_strategy.loading.yaml_reader import KeyPath
from living_strategy.model import KINDS, Entry
from living_strategy.model.municipality import Municipality
from living_strategy.model.relations import relations_of, written_references
from living_strategy.model.trait import Relation

Kind = TypeVar("Kind", bound=Entry)


@dataclass(frozen=True, slots=True)
class Link:
    """One link that an editor wrote: `source` and `target` are ids in force.

    `part` is the goal of a framework that the link names, or empty. `path` leads to the field.
    """

    source: str
    relation: Relation
    target: str
    path: KeyPath
    part: str = ""


@dataclass(frozen=True, slots=True)
class LooseEnd:
    """A reference that leads nowhere, or to an entry of the wrong kind. `written` is its text."""

    source: str
    relation: Relation
    written: str
    path: KeyPath


@dataclass(frozen=True, slots=True)
class LooseMention:
    """A mention in a text that leads nowhere. `source` is empty on a prose page."""

    source: str
    page: ProsePage | None
    text: TextField
    mention: Mention


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
    loose_ends: tuple[LooseEnd, ...]
    loose_mentions: tuple[LooseMention, ...]
    used_aliases: tuple[LooseEnd, ...]
    _forward: Mapping[tuple[str, str], tuple[str, ...]] = field(repr=False)
    _inverse: Mapping[tuple[str, str], tuple[str, ...]] = field(repr=False)

    def of_kind(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """All entries of a kind, in file order."""
        return self.by_kind.get(kind.kind, ())  # type: ignore[return-value]

    def find(self, written: str) -> Entry | None:
        """The entry with this id, or with this earlier id."""
        return self.entries.get(self.aliases.get(written, written))

    def targets(self, source: str, relation: str) -> tuple[Entry, ...]:
        """What an entry points to by a relation, in the order written, each once."""
        return tuple(self.entries[key] for key in self._forward.get((source, relation), ()))

    def sources(self, target: str, inverse: str) -> tuple[Entry, ...]:
        """What points to an entry, by the inverse name of the relation, each once."""
        return tuple(self.entries[key] for key in self._inverse.get((target, inverse), ()))

    def target_ids(self, source: str, relation: str) -> tuple[str, ...]:
        """The ids of `targets`."""
        return self._forward.get((source, relation), ())

    def source_ids(self, target: str, inverse: str) -> tuple[str, ...]:
        """The ids of `sources`."""
        return self._inverse.get((target, inverse), ())

    def record(self, entry_id: str) -> Record:
        """The entry with the file it came from."""
        return self.corpus.records[entry_id]


@dataclass
class _Builder:
    corpus: Corpus
    aliases: dict[str, str] = field(default_factory=dict)
    outgoing: dict[str, list[Link]] = field(default_factory=dict)
    incoming: dict[str, list[Link]] = field(default_factory=dict)
    # Dictionaries serve as ordered sets: an entry is listed once however often it is linked.
    forward: dict[tuple[str, str], dict[str, None]] = field(default_factory=dict)
    inverse: dict[tuple[str, str], dict[str, None]] = field(default_factory=dict)
    mentioned_in: dict[str, list[Entry | ProsePage]] = field(default_factory=dict)
    municipalities: dict[str, list[Municipality]] = field(default_factory=dict)
    loose_ends: list[LooseEnd] = field(default_factory=list)
    loose_mentions: list[LooseMention] = field(default_factory=list)
    used_aliases: list[LooseEnd] = field(default_factory=list)

    def build(self) -> Graph:
        records = self.corpus.records
        for record in records.values():
            for alias in record.entry.aliases:
                if alias not in records:
                    self.aliases.setdefault(alias, record.entry.id)
        for record in records.values():
            self.links(record)
            self.mentions(record.entry, record.texts)
        for page in self.corpus.prose:
            self.mentions(page, (page.text,))
        entries = {key: record.entry for key, record in records.items()}
        return Graph(
            self.corpus, entries, _by_kind(entries.values()), self.aliases,
            _frozen(self.outgoing), _frozen(self.incoming), _frozen(self.mentioned_in),
            _frozen(self.municipalities), tuple(self.loose_ends), tuple(self.loose_mentions),
            tuple(self.used_aliases), _frozen(self.forward), _frozen(self.inverse),
        )

    def links(self, record: Record) -> None:
        entry = record.entry
        for relation_field in relations_of(type(entry)):
            for path, written in written_references(entry, relation_field.keys):
                self.link(entry, relation_field.relation, path, written)

    def link(self, entry: Entry, relation: Relation, path: KeyPath, written: str) -> None:
        name, _, part = written.partition("/")
        key = self.aliases.get(name, name)
        target = self.corpus.records.get(key)
        if target is None and relation.name == "participants":
            self.municipality(entry, relation, path, written)
            return
        if target is None or target.entry.kind not in relation.targets:
            if target is not None or name not in self.corpus.broken:
                self.loose_ends.append(LooseEnd(entry.id, relation, written, path))
            return
        if key != name:
            self.used_aliases.append(LooseEnd(entry.id, relation, written, path))
        link = Link(entry.id, relation, key, path, part)
        self.outgoing.setdefault(entry.id, []).append(link)
        self.incoming.setdefault(key, []).append(link)
        self.forward.setdefault((entry.id, relation.name), {})[key] = None
        self.inverse.setdefault((key, relation.inverse), {})[entry.id] = None

    def municipality(
        self, entry: Entry, relation: Relation, path: KeyPath, written: str
    ) -> None:
        found = self.corpus.municipalities.find(written)
        if len(found) == 1:
            self.municipalities.setdefault(entry.id, []).append(found[0])
        elif written not in self.corpus.broken:
            self.loose_ends.append(LooseEnd(entry.id, relation, written, path))

    def mentions(self, holder: Entry | ProsePage, texts: Iterable[TextField]) -> None:
        seen: set[str] = set()
        for text in texts:
            for mention in text.mentions:
                key = self.aliases.get(mention.id, mention.id)
                if key not in self.corpus.records:
                    if key not in self.corpus.broken:
                        self.loose_mentions.append(_loose(holder, text, mention))
                elif key not in seen and not (isinstance(holder, Entry) and holder.id == key):
                    seen.add(key)
                    self.mentioned_in.setdefault(key, []).append(holder)


def _loose(holder: Entry | ProsePage, text: TextField, mention: Mention) -> LooseMention:
    if isinstance(holder, Entry):
        return LooseMention(holder.id, None, text, mention)
    return LooseMention("", holder, text, mention)


def _by_kind(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {kind.kind: [] for kind in KINDS}
    for entry in entries:
        found[entry.kind].append(entry)
    return _frozen(found)


Key = TypeVar("Key")
Item = TypeVar("Item")


def _frozen(lists: Mapping[Key, Iterable[Item]]) -> dict[Key, tuple[Item, ...]]:
    return {key: tuple(values) for key, values in lists.items()}


def link(corpus: Corpus) -> Graph:
    """Resolve every reference and mention, and turn each link around."""
    return _Builder(corpus).build()
