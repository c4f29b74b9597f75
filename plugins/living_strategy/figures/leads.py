"""Who leads what: what each organisation, network and body answers for, leads or owns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from living_strategy.content.graph import Graph
from living_strategy.figures.facets import RESPONSIBLE
from living_strategy.figures.status_age import is_confirmed
from living_strategy.model import (
    Component,
    Entry,
    Framework,
    Measure,
    Project,
    Scheme,
)

# In the order they are told.
LED_KINDS: tuple[type[Entry], ...] = (Measure, Project, Component, Scheme, Framework)


@dataclass(frozen=True)
class Leads:
    """What somebody answers for, leads or owns; `holder` is None for work that nobody does. Of the
    measures and projects, `confirmed` are those under way or ahead whose status is from the last
    years, `closed` are over, and the others are older or have no date.
    """

    holder: Entry | None
    entries: tuple[Entry, ...]
    confirmed: int
    closed: int

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many there are of each kind, in order, also where there are none."""
        kinds = [entry.kind for entry in self.entries]
        return {kind.kind: kinds.count(kind.kind) for kind in LED_KINDS}

    @property
    def work(self) -> int:
        """How many measures and projects."""
        return self.counts[Measure.kind] + self.counts[Project.kind]

    @property
    def older(self) -> int:
        """How many measures and projects are not over, and were last confirmed long ago."""
        return self.work - self.confirmed - self.closed

    @property
    def owned(self) -> int:
        """How many components, schemes and strategies."""
        return len(self.entries) - self.work


def who_leads(graph: Graph, today: date) -> tuple[Leads, ...]:
    """Return everybody who leads or owns something in force, those with most first; last the work
    that nobody answers for.
    """
    by_holder: dict[str, list[Entry]] = {}
    for kind in LED_KINDS:
        for entry in graph.active(kind):
            holders = graph.active_targets(entry.id, RESPONSIBLE[kind.kind])
            for holder in holders:
                by_holder.setdefault(holder.id, []).append(entry)
            if not holders and isinstance(entry, Measure | Project):
                by_holder.setdefault("", []).append(entry)
    unled = by_holder.pop("", [])
    held = [_leads(graph.entries[key], by_holder[key], today) for key in sorted(by_holder)]
    most_first = sorted(held, key=lambda leads: -len(leads.entries))
    return (*most_first, *([_leads(None, unled, today)] if unled else ()))


def _leads(holder: Entry | None, entries: Iterable[Entry], today: date) -> Leads:
    entries = tuple(entries)
    work = [entry for entry in entries if isinstance(entry, Measure | Project)]
    closed = sum(entry.status.is_closed for entry in work)
    confirmed = sum(not entry.status.is_closed and is_confirmed(entry, today) for entry in work)
    return Leads(holder, entries, confirmed, closed)
