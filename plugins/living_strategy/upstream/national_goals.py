"""National goals here: what is decided about each, what serves it, and what is lacking."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NamedTuple

from living_strategy.content.corpus import Corpus, Pinned, ProsePage
from living_strategy.content.graph import Graph
from living_strategy.model import Entry
from living_strategy.model.adoption import AdoptionState
from living_strategy.model.catalogue import Catalogue, CatalogueEntry, EntryState
from living_strategy.partial_date import PartialDate
from living_strategy.upstream.treatment import TREATED, Treatment, treatments


class Gap(Enum):
    """What is lacking in how a national goal is treated here, computed from the records."""

    NO_WORK = "no-work"
    """It is adopted or adapted, and nothing here serves it."""
    PLAN_PASSED = "plan-passed"
    """It was planned for a date that has passed."""
    REVIEW_PASSED = "review-passed"
    """It should have been looked at again."""
    OUTDATED = "outdated"
    """Another version was judged than the one that is pinned."""


@dataclass(frozen=True, slots=True)
class NationalGoal:
    """An entry above with what is decided about it. `area` is the entry above that it belongs to;
    `work` are the entries in force here that name it in a field, `mentions` what does in a text.
    `upstream` is the short name of the strategy above.
    """

    treatment: Treatment
    area: CatalogueEntry | None
    work: tuple[Entry, ...]
    mentions: tuple[Entry | ProsePage, ...]
    gaps: tuple[Gap, ...]
    upstream: str

    @property
    def entry(self) -> CatalogueEntry:
        """The entry as the pinned version has it."""
        return self.treatment.entry

    @property
    def title(self) -> str:
        """What it is called here: a local wording comes before the national one."""
        return self.treatment.title

    @property
    def is_goal(self) -> bool:
        """Whether it is a goal in force above, which is to be decided upon."""
        return self.entry.kind == TREATED and self.entry.state is EntryState.IN_FORCE


class NationalDate(NamedTuple):
    """A day on which a national goal should be taken up: it was planned for it, or is to be looked
    at again.
    """

    goal: NationalGoal
    gap: Gap
    due: PartialDate


class NationalWork(NamedTuple):
    """What else of the strategy above something here works for, such as an area."""

    entry: CatalogueEntry
    work: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class NationalGoals:
    """The goals of one strategy above, by its areas, and then what else there are records about.
    `others` are entries of it without a record that are no goals, and that something here names.
    """

    pinned: Pinned
    catalogue: Catalogue
    goals: tuple[NationalGoal, ...]
    others: tuple[NationalWork, ...] = ()

    @property
    def counted(self) -> tuple[NationalGoal, ...]:
        """The goals in force above."""
        return tuple(goal for goal in self.goals if goal.is_goal)

    def by_state(self) -> tuple[tuple[AdoptionState | None, int], ...]:
        """Return how many goals in force have each state, in the order of the states; None, what
        has not been treated, comes last. States that no goal has are left out.
        """
        counts = Counter(goal.treatment.state for goal in self.counted)
        return tuple((state, counts[state]) for state in (*AdoptionState, None) if counts[state])

    def count(self, *states: AdoptionState | None) -> int:
        """Return how many goals in force have one of these states."""
        return sum(goal.treatment.state in states for goal in self.counted)

    def lacking(self, gap: Gap) -> tuple[NationalGoal, ...]:
        """Return what has this gap."""
        return tuple(goal for goal in self.goals if gap in goal.gaps)

    @property
    def dates(self) -> tuple[NationalDate, ...]:
        """When which of them should be taken up, the oldest date first."""
        dates = [date_ for goal in self.goals for date_ in _dates(goal)]
        return tuple(sorted(dates, key=lambda date_: (date_.due.latest(), date_.goal.entry.id)))

    def overdue(self, today: date) -> tuple[NationalDate, ...]:
        """Return the dates that have passed."""
        return tuple(date_ for date_ in self.dates if _is_past(date_.due, today))


def followed(corpus: Corpus) -> tuple[Pinned, ...]:
    """Return the strategies above of which a version is pinned, as in the settings."""
    return tuple(pinned for pinned in corpus.upstreams.values() if pinned.catalogue)


def national_goals(graph: Graph, today: date) -> tuple[NationalGoals, ...]:
    """Return what is decided about the goals of each strategy above, as of a day."""
    return tuple(_of(pinned, graph, today) for pinned in followed(graph.corpus))


def _of(pinned: Pinned, graph: Graph, today: date) -> NationalGoals:
    catalogue = pinned.catalogue
    if catalogue is None:
        raise ValueError(pinned.name)
    areas = {area.id: index for index, area in enumerate(_by_number(catalogue.of_kind("area")))}
    work, mentions = _served(pinned.name, graph)
    goals = [
        _goal(row, pinned, work.get(row.entry.id, ()), mentions.get(row.entry.id, ()), today)
        for row in treatments(graph.corpus, pinned.name)
    ]
    shown = {goal.entry.id for goal in goals}
    others = tuple(
        NationalWork(entry, work[entry.id])
        for entry in catalogue.by_id.values()
        if entry.id in work and entry.id not in shown
    )
    goals.sort(
        key=lambda goal: (
            not goal.is_goal,
            areas.get(goal.area.id, len(areas)) if goal.area else len(areas),
            goal.entry.id,
        )
    )
    return NationalGoals(pinned, catalogue, tuple(goals), others)


def _goal(
    row: Treatment,
    pinned: Pinned,
    work: tuple[Entry, ...],
    mentions: tuple[Entry | ProsePage, ...],
    today: date,
) -> NationalGoal:
    area_id = row.entry.fields.get("area")
    catalogue = pinned.catalogue
    area = catalogue.find(area_id) if catalogue and isinstance(area_id, str) else None
    seen = {entry.id for entry in work}
    others = tuple(
        holder for holder in mentions if not isinstance(holder, Entry) or holder.id not in seen
    )
    return NationalGoal(row, area, work, others, tuple(_gaps(row, work, today)), pinned.name)


def _gaps(row: Treatment, work: tuple[Entry, ...], today: date) -> Iterator[Gap]:
    adoption = row.record.adoption if row.record else None
    if adoption is None:
        return
    is_in_force = row.entry.state is EntryState.IN_FORCE
    if adoption.state.is_in_force and is_in_force and not work:
        yield Gap.NO_WORK
    if adoption.state is AdoptionState.PLANNED and _is_past(adoption.planned, today):
        yield Gap.PLAN_PASSED
    if _is_past(adoption.next_review, today):
        yield Gap.REVIEW_PASSED
    if row.is_outdated:
        yield Gap.OUTDATED


def _dates(goal: NationalGoal) -> Iterator[NationalDate]:
    adoption = goal.treatment.record.adoption if goal.treatment.record else None
    if adoption is None:
        return
    if adoption.state is AdoptionState.PLANNED and adoption.planned:
        yield NationalDate(goal, Gap.PLAN_PASSED, adoption.planned)
    if adoption.next_review:
        yield NationalDate(goal, Gap.REVIEW_PASSED, adoption.next_review)


def _is_past(day: PartialDate | None, today: date) -> bool:
    return day is not None and day.latest() < today


def _by_number(areas: Iterable[CatalogueEntry]) -> list[CatalogueEntry]:
    """Return areas as they are numbered above, those without a number last."""

    def key(area: CatalogueEntry) -> tuple[bool, int, str, str]:
        number = str(area.fields.get("number") or "")
        return not number, len(number), number, area.id

    return sorted(areas, key=key)


def _served(
    name: str, graph: Graph
) -> tuple[dict[str, tuple[Entry, ...]], dict[str, tuple[Entry | ProsePage, ...]]]:
    """Return what names the entries of an upstream, in fields and in texts, by their ids."""
    work: dict[str, dict[str, Entry]] = {}
    mentions: dict[str, dict[str, Entry | ProsePage]] = {}
    for reference in graph.upstream:
        entry = reference.entry
        if entry is None or reference.upstream != name:
            continue
        source = graph.find(reference.source) if reference.source else None
        if reference.mention is None:
            if source and not source.retired:
                work.setdefault(entry.id, {})[source.id] = source
        elif holder := source or reference.mention.page:
            key = holder.id if isinstance(holder, Entry) else holder.path
            mentions.setdefault(entry.id, {})[key] = holder
    return (
        {entry_id: tuple(named.values()) for entry_id, named in work.items()},
        {entry_id: tuple(named.values()) for entry_id, named in mentions.items()},
    )
