"""Resolves every reference and mention of a corpus: links, and loose ends that lead nowhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from living_strategy.content.corpus import Corpus, ProsePage, Record, TextField
from living_strategy.content.markdown.prose import Mention
from living_strategy.content.yaml.yaml_reader import KeyPath
from living_strategy.model import KINDS, Entry
from living_strategy.model.catalogue import CatalogueEntry
from living_strategy.model.municipality import Municipality
from living_strategy.model.project import PARTICIPANTS
from living_strategy.model.relations import relations_of, written_references
from living_strategy.model.trait import Labels, Relation

# What strategy.yml itself points to.
_SHOWN_NOWHERE = Labels(one="", many="")
OWNER = Relation(
    "owner",
    "owner_of",
    ("organisation", "network", "body"),
    labels=_SHOWN_NOWHERE,
    inverse_labels=_SHOWN_NOWHERE,
    added="Now owned by {other}",
    removed="No longer owned by {other}",
    replaced="Now owned by {new} (was {old})",
)
IN_FORCE = Relation(
    "frameworks",
    "in_force_for",
    ("framework",),
    labels=_SHOWN_NOWHERE,
    inverse_labels=_SHOWN_NOWHERE,
    added="New overarching strategy: {other}",
    removed="No longer an overarching strategy: {other}",
)

MET = Relation(
    "met",
    "meetings",
    ("body", "organisation", "network"),
    labels=_SHOWN_NOWHERE,
    inverse_labels=_SHOWN_NOWHERE,
    added="Who met: {other}",
    removed="No longer told who met (was {other})",
    replaced="Who met: {new}, not {old}",
)
SHOWN = Relation(
    "shown",
    "shown_by",
    ("goal",),
    labels=_SHOWN_NOWHERE,
    inverse_labels=_SHOWN_NOWHERE,
    added="",
    removed="",
)
# A door may lead to whatever has a page.
LEADS_TO = Relation(
    "leads_to",
    "led_to_by",
    tuple(kind.kind for kind in KINDS),
    labels=_SHOWN_NOWHERE,
    inverse_labels=_SHOWN_NOWHERE,
    added="",
    removed="",
)

# Where else municipalities and counties stand without being entries: fields by kind.
MAX_PLACE_DIGITS = 4
_PLACES = {"network": ("members", "counties"), "organisation": ("number",)}


class Link(NamedTuple):
    """One link that an editor wrote: `source` and `target` are ids in force.

    `part` is the goal of a framework that the link names, or empty. `path` leads to the field.
    """

    source: str
    relation: Relation
    target: str
    path: KeyPath
    part: str = ""


class UnresolvedReference(NamedTuple):
    """A reference that leads nowhere, to an entry of the wrong kind, or to an earlier id.

    `source` is empty for strategy.yml. `written` is the text of the reference.
    """

    source: str
    relation: Relation
    written: str
    path: KeyPath


class LooseMention(NamedTuple):
    """A mention in a text that leads nowhere, or to an earlier id. `source` is empty on a page."""

    source: str
    page: ProsePage | None
    text: TextField
    mention: Mention


class UpstreamReference(NamedTuple):
    """Where something names an entry of a strategy above, as `ks:id`: in the field of an entry, or
    in a text, then without a relation. `entry` is None if the pinned version has no such one.
    """

    source: str
    upstream: str
    id: str
    entry: CatalogueEntry | None
    relation: Relation | None = None
    path: KeyPath = ()
    mention: LooseMention | None = None

    @property
    def written(self) -> str:
        """The reference as it is written."""
        return f"{self.upstream}:{self.id}"


class Place(NamedTuple):
    """Where an entry names a municipality or county, and all that the words may mean. `former` is
    the place of an earlier time whose number was written, when that is what is meant.
    """

    source: str
    written: str
    path: KeyPath
    candidates: tuple[Municipality, ...]
    former: Municipality | None = None


def _lists() -> defaultdict[Any, list[Any]]:
    return defaultdict(list)


@dataclass
class Linker:
    """The links and loose ends of a corpus, gathered entry by entry."""

    corpus: Corpus
    aliases: dict[str, str] = field(default_factory=dict)
    outgoing: dict[str, list[Link]] = field(default_factory=dict)
    incoming: dict[str, list[Link]] = field(default_factory=_lists)
    forward: dict[tuple[str, str], list[str]] = field(default_factory=_lists)
    inverse: dict[tuple[str, str], list[str]] = field(default_factory=_lists)
    mentioned_in: dict[str, list[Entry | ProsePage]] = field(default_factory=dict)
    municipalities: dict[str, list[Municipality]] = field(default_factory=dict)
    places: list[Place] = field(default_factory=list)
    unresolved: list[UnresolvedReference] = field(default_factory=list)
    loose_mentions: list[LooseMention] = field(default_factory=list)
    used_aliases: list[UnresolvedReference] = field(default_factory=list)
    mentioned_aliases: list[LooseMention] = field(default_factory=list)
    upstream: list[UpstreamReference] = field(default_factory=list)

    def link_all(self) -> None:
        """Resolve everything, in the order of the files."""
        records = self.corpus.records
        for record in records.values():
            for alias in record.entry.aliases:
                if alias not in records:
                    self.aliases.setdefault(alias, record.entry.id)
        self._settings()
        for record in records.values():
            self._links(record)
            self._places(record.entry)
            self._mentions(record.entry, record.texts)
        self._turn_around()
        for page in self.corpus.prose:
            self._mentions(page, (page.text,))

    def _settings(self) -> None:
        settings = self.corpus.settings
        if settings.owner:
            self._target("", OWNER, ("owner",), settings.owner)
        for index, written in enumerate(settings.frameworks):
            self._target("", IN_FORCE, ("frameworks", index), written)
        for key in ("adopted", "meetings"):
            for index, occasion in enumerate(getattr(settings, key)):
                self._target("", MET, (key, index, "body"), occasion.body)
        for index, written in enumerate(settings.results):
            self._target("", SHOWN, ("results", index), written.partition("/")[0])
        for index, door in enumerate(settings.doors):
            for number, way in enumerate(door.ways):
                if way.is_entry:
                    self._target("", LEADS_TO, ("doors", index, "ways", number, "to"), way.to)

    def _links(self, record: Record) -> None:
        entry, dropped = record.entry, record.dropped
        source, records = entry.id, self.corpus.records
        links = []
        for keys, relation in relations_of(type(entry)):
            # Most fields of most entries are empty.
            if not getattr(entry, keys[0]) or keys[0] in dropped:
                continue
            names_places = relation.name == PARTICIPANTS.name
            for path, reference in written_references(entry, keys):
                meant = None if names_places else records.get(reference)
                # Most references are the id of an entry, and right.
                if meant is not None and meant.entry.kind in relation.targets:
                    links.append(Link(source, relation, reference, path))
                    continue
                if ":" in reference:
                    self.upstream.append(self._above(reference, source, relation, path))
                    continue
                name, _, part = reference.partition("/")
                if names_places and self._is_place(entry, path, reference):
                    continue
                target = self._target(source, relation, path, name)
                if target is not None:
                    links.append(Link(source, relation, target, path, part))
        if links:
            self.outgoing[source] = links

    def _target(self, source: str, relation: Relation, path: KeyPath, name: str) -> str | None:
        """Return the id in force, if the name leads to an entry of the right kind."""
        key = self.aliases.get(name, name)
        record = self.corpus.records.get(key)
        if record is None or record.entry.kind not in relation.targets:
            if record is not None or not self.corpus.may_exist(name, relation.targets):
                self.unresolved.append(UnresolvedReference(source, relation, name, path))
            return None
        if key != name:
            self.used_aliases.append(UnresolvedReference(source, relation, name, path))
        return key

    def _above(
        self, reference: str, source: str, relation: Relation | None = None, path: KeyPath = ()
    ) -> UpstreamReference:
        """Look up `ks:id` in the catalogue that is pinned."""
        name, _, entry_id = reference.partition(":")
        pinned = self.corpus.upstreams.get(name)
        entry = pinned.find(entry_id) if pinned else None
        return UpstreamReference(source, name, entry_id, entry, relation, path)

    def _turn_around(self) -> None:
        """Index every link by both of its ends."""
        incoming, forward, inverse = self.incoming, self.forward, self.inverse
        for links in self.outgoing.values():
            for link in links:
                source, relation, target, _, _ = link
                incoming[target].append(link)
                forward[source, relation.name].append(target)
                inverse[target, relation.inverse].append(source)

    def _is_place(self, entry: Entry, path: KeyPath, reference: str) -> bool:
        """Whether a participant is a municipality or county, or at least not an entry."""
        place = self._understood(entry, path, reference)
        matches = place.candidates
        record = self.corpus.records.get(self.aliases.get(reference, reference))
        if not (matches or place.former) and (
            record or self.corpus.may_exist(reference, ("network",))
        ):
            return False
        if record and record.entry.kind == "network":
            return False
        self._place(place)
        if len(matches) == 1:
            self.municipalities.setdefault(entry.id, []).append(matches[0])
        return True

    def _places(self, entry: Entry) -> None:
        for name in _PLACES.get(entry.kind, ()):
            value = getattr(entry, name)
            for path, reference in written_references(entry, (name,)) if value else ():
                place = self._understood(entry, path, reference)
                if name == "counties":
                    counties = tuple(match for match in place.candidates if match.is_county)
                    place = place._replace(candidates=counties)
                if name != "number" or self._is_place_number(place):
                    self._place(place)

    def _place(self, place: Place) -> None:
        if place.candidates or not self.corpus.may_exist(place.written, ()):
            self.places.append(place)

    def _understood(self, entry: Entry, path: KeyPath, reference: str) -> Place:
        """Return what a number or name means. An earlier number means what became of the place:
        if the number is in use again, only in an entry that speaks of the time before.
        """
        register = self.corpus.municipalities
        matches = register.find(reference)
        for former in register.former(reference):
            if speaks_of(entry, former) or not matches:
                return Place(entry.id, reference, path, register.became(former), former)
        return Place(entry.id, reference, path, matches)

    def _is_place_number(self, place: Place) -> bool:
        """Whether the number of an organisation is that of a place: in Norway the number of an
        organisation has nine digits, and elsewhere the register knows its places.
        """
        if self.corpus.municipalities.is_norwegian:
            return place.written.isdecimal() and len(place.written) <= MAX_PLACE_DIGITS
        return bool(place.candidates or place.former)

    def _mentions(self, holder: Entry | ProsePage, texts: Iterable[TextField]) -> None:
        mentioned_ids = {holder.id} if isinstance(holder, Entry) else set()
        for text in texts:
            for mention in text.mentions:
                if ":" in mention.id and mention.id.partition(":")[0] in self.corpus.upstreams:
                    loose = _loose(holder, text, mention)
                    above = self._above(mention.id, loose.source)
                    self.upstream.append(above._replace(mention=loose))
                    continue
                key = self.aliases.get(mention.id, mention.id)
                if key not in self.corpus.records:
                    if not self.corpus.may_exist(key):
                        self.loose_mentions.append(_loose(holder, text, mention))
                    continue
                if key != mention.id:
                    self.mentioned_aliases.append(_loose(holder, text, mention))
                if key not in mentioned_ids:
                    mentioned_ids.add(key)
                    self.mentioned_in.setdefault(key, []).append(holder)


def speaks_of(entry: Entry, former: Municipality) -> bool:
    """Return whether an entry is about a time in which a place had a number that it has no more:
    the facts are as of then, or it began or ended then.
    """
    period = getattr(entry, "period", None)
    dates = (entry.as_of, period and period.start, period and period.end)
    return any(date and former.was_valid(date) for date in dates)


def _loose(holder: Entry | ProsePage, text: TextField, mention: Mention) -> LooseMention:
    if isinstance(holder, Entry):
        return LooseMention(holder.id, None, text, mention)
    return LooseMention("", holder, text, mention)
