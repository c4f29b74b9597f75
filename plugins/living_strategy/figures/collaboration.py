"""Collaboration: who takes part in the work of one municipality or county, in it and beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from living_strategy.content.graph import Graph
from living_strategy.figures.facets import RESPONSIBLE
from living_strategy.model import Entry, Measure, Organisation, Project
from living_strategy.model.organisation import OrganisationKind
from living_strategy.model.project import PARTICIPANTS

_PLACES = (OrganisationKind.MUNICIPALITY, OrganisationKind.COUNTY)
_PARTNERS = "partners"


class _Group(Enum):
    UNITS = auto()
    PLACES = auto()
    OTHERS = auto()


class _Who(NamedTuple):
    """Somebody by the id of an entry, or by a name where there is none."""

    group: _Group
    name: str = ""
    entry: str = ""


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody who takes part: an `entry`, or a unit or municipality that has none and is known by
    its `name`. `work` are the measures and projects, as they stand in the strategy.
    """

    name: str
    entry: Entry | None
    work: tuple[Measure | Project, ...]


@dataclass(frozen=True, slots=True)
class Collaboration:
    """The owner's own `units`, other municipalities and counties (`places`), and all others."""

    units: tuple[Companion, ...]
    places: tuple[Companion, ...]
    others: tuple[Companion, ...]

    @property
    def is_known(self) -> bool:
        """Whether anybody at all is told to take part."""
        return bool(self.units or self.places or self.others)


def collaboration(graph: Graph, sort_key: Callable[[str], str]) -> Collaboration:
    """Return who takes part in what is in force, those in most first and then by name; nobody where
    the strategy is not that of one municipality or county.
    """
    owner = graph.find(graph.corpus.settings.owner or "")
    if not isinstance(owner, Organisation) or owner.counted_as not in _PLACES:
        return Collaboration((), (), ())
    numbers = _ids_by_number(graph)
    work_of: dict[_Who, list[Measure | Project]] = {}
    all_work: tuple[Measure | Project, ...] = (*graph.active(Measure), *graph.active(Project))
    for work in all_work:
        for who in dict.fromkeys(_companions(work, owner, graph, numbers)):
            work_of.setdefault(who, []).append(work)
    groups: dict[_Group, list[Companion]] = {group: [] for group in _Group}
    for (group, name, entry_id), works in work_of.items():
        entry = graph.entries.get(entry_id)
        groups[group].append(Companion(entry.title if entry else name, entry, tuple(works)))
    return Collaboration(*(_in_order(group, sort_key) for group in groups.values()))


def _companions(
    work: Measure | Project, owner: Organisation, graph: Graph, ids_by_number: Mapping[str, str]
) -> Iterator[_Who]:
    """Yield who takes part in a measure or project besides its owner."""
    answering = graph.active_targets(work.id, RESPONSIBLE[work.kind])
    # The unit of somebody else's work is theirs.
    if work.responsible_unit and (owner in answering or not answering):
        yield _Who(_Group.UNITS, name=work.responsible_unit)
    for entry in (
        *answering,
        *graph.active_targets(work.id, _PARTNERS),
        *graph.active_targets(work.id, PARTICIPANTS.name),
    ):
        if entry is not owner:
            yield _Who(_group_of(entry, owner), entry=entry.id)
    for place in graph.municipalities_of.get(work.id, ()):
        if place.number in ids_by_number:
            if ids_by_number[place.number] != owner.id:
                yield _Who(_Group.PLACES, entry=ids_by_number[place.number])
        else:
            yield _Who(_Group.PLACES, name=graph.corpus.municipalities.label(place.number))


def _group_of(entry: Entry, owner: Organisation) -> _Group:
    if isinstance(entry, Organisation):
        if entry.part_of == owner.id:
            return _Group.UNITS
        if entry.counted_as in _PLACES:
            return _Group.PLACES
    return _Group.OTHERS


def _ids_by_number(graph: Graph) -> dict[str, str]:
    """Return the ids of municipalities and counties that are entries, by number."""
    present = graph.corpus.municipalities.present
    return {
        present(organisation.number) or organisation.number: organisation.id
        for organisation in graph.active(Organisation)
        if organisation.number and organisation.counted_as in _PLACES
    }


def _in_order(
    companions: Iterable[Companion], sort_key: Callable[[str], str]
) -> tuple[Companion, ...]:
    def order(companion: Companion) -> tuple[int, str]:
        return -len(companion.work), sort_key(companion.name)

    return tuple(sorted(companions, key=order))
