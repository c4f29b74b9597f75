"""What a proposal does to a strategy: two states compared, as events that readers can be told."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from living_strategy.content.graph import Graph
from living_strategy.content.versions import VersionReader
from living_strategy.history.assembly import settled_changes
from living_strategy.history.compare import compare_fields, differing
from living_strategy.history.delta import MODELS, Delta, EntryKey, Fields
from living_strategy.history.event import Event, Nature
from living_strategy.history.identity import successions
from living_strategy.history.kept_changes import is_open
from living_strategy.history.log import Contents
from living_strategy.history.net import Sides, net_difference, sides
from living_strategy.history.renamed import under_new_ids
from living_strategy.history.slips import vocabulary_of
from living_strategy.history.two_states import NEW, OLD

Words = Callable[[], Collection[str]]
"""Gives the words of today's texts, which take a while to collect and are seldom asked for."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What differs, entry by entry in the order of kinds and ids. `successors` lead from kind and
    id to what an entry is called now. `unread` are the paths of files that cannot be read on one
    of the sides: of what they say nothing is told.
    """

    events: tuple[Event, ...] = ()
    successors: Mapping[EntryKey, EntryKey] | None = None
    unread: tuple[str, ...] = ()


def aliases_of(graph: Graph) -> Mapping[EntryKey, EntryKey]:
    """Return where earlier ids lead, as `compare_states` takes them."""
    return {
        (graph.entries[entry].kind, alias): (graph.entries[entry].kind, entry)
        for alias, entry in graph.aliases.items()
        if entry in graph.entries
    }


def words_of(graph: Graph) -> Words:
    """Return what gives the words of all texts, collected once."""

    @cache
    def words() -> frozenset[str]:
        texts = [record.source.text for record in graph.corpus.records.values()]
        return vocabulary_of((*texts, *(page.text.text for page in graph.corpus.prose)))

    return words


def compare_states(
    states: Contents,
    aliases: Mapping[EntryKey, EntryKey],
    words: Words,
    day: date,
    moved: Mapping[str, str] = MappingProxyType({}),
) -> Proposal:
    """Compare the states `OLD` and `NEW`; `aliases` lead from earlier ids to those of the newer
    one. An entry is the same under another id if that is what editors wrote, and nothing is guessed
    from files that look alike. What leads to it is told
    to follow, unless its id is among those that are known to be `moved` everywhere.

    `day` is when it would happen. What is said of an entry that came is what it says.
    """
    read = sides(states, VersionReader(), OLD, NEW)
    successors = _successors(net_difference(read, {}).deltas, aliases)
    net = net_difference(_moved(read, successors, moved), successors)
    ids = {alias[1]: key[1] for alias, key in aliases.items()}
    earlier = {new: old for old, new in successors.items()}
    events = tuple(
        _event(delta, _changes(delta, read.new, words, ids), earlier, aliases, day)
        for delta in net.deltas
    )
    return Proposal(events, successors, net.unread)


def _successors(
    deltas: Collection[Delta], aliases: Mapping[EntryKey, EntryKey]
) -> dict[EntryKey, EntryKey]:
    went = {delta.key: delta for delta in deltas if not delta.has_new}
    came = {delta.key: delta for delta in deltas if not delta.has_old}
    pairs: Iterator[tuple[EntryKey, EntryKey]] = (
        (pair.old, pair.new) for pair in successions(went, came, aliases, {})
    )
    return dict(pairs)


def _moved(read: Sides, successors: Mapping[EntryKey, EntryKey], moved: Mapping[str, str]) -> Sides:
    """Return both sides with the later one of ids that were moved."""
    if not moved:
        return read
    old = {
        key: under_new_ids(fields, read.new.get(successors.get(key, key), {}), moved)
        for key, fields in read.old.items()
    }
    return read._replace(old=old)


def _changes(
    delta: Delta, new: Mapping[EntryKey, Fields], words: Words, ids: Mapping[str, str]
) -> Delta:
    """Return a delta whose changes are decided on, with the fields of what came among them."""
    if not delta.has_old:
        fields = new[delta.key]
        changes = compare_fields(MODELS[delta.key[0]], {}, fields, differing({}, fields))
        return delta._replace(changes=changes)
    if not is_open(delta.changes):
        return delta
    return delta._replace(changes=settled_changes(delta.changes, words(), ids))


def _event(
    delta: Delta,
    told: Delta,
    earlier: Mapping[EntryKey, EntryKey],
    aliases: Mapping[EntryKey, EntryKey],
    day: date,
) -> Event:
    nature, other = _nature(delta, earlier, aliases)
    kind, entry = delta.key
    return Event(delta.digest, kind, entry, delta.title, nature, day, "", "", told.changes, other)


def _nature(
    delta: Delta, earlier: Mapping[EntryKey, EntryKey], aliases: Mapping[EntryKey, EntryKey]
) -> tuple[Nature, str]:
    """Return what happens to an entry, with the entry or the kind that must be named beside it."""
    before = earlier.get(delta.key)
    if before and before[0] != delta.key[0]:
        return Nature.CONVERTED, before[0]
    if not delta.has_old:
        return Nature.NEW, ""
    if not delta.has_new:
        taken_over = aliases.get(delta.key)
        return (Nature.MERGED, taken_over[1]) if taken_over else (Nature.REMOVED, "")
    return (Nature.RETIRED if delta.retires else Nature.CHANGED), ""
