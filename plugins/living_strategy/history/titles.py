"""Titles that sentences name: those of entries, their goals, municipalities and counties, by id."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from living_strategy.content.graph import Graph
from living_strategy.model import Framework


def titles_of(graph: Graph, earlier: Mapping[str, str] | None = None) -> Mapping[str, str]:
    """Return the titles of today, by id and by earlier id; those in `earlier` stand for entries
    that are no more. Goals of overarching strategies are found by `framework/goal`.
    """
    places = graph.corpus.municipalities
    names = places.labels()
    entries = {key: entry.title for key, entry in graph.entries.items()}
    goals = {
        f"{framework.id}/{goal.id}": f"{framework.title}: {goal.title}"
        for framework in graph.of_kind(Framework)
        for goal in framework.goals
    }
    aliases = {alias: entries[entry] for alias, entry in graph.aliases.items() if entry in entries}
    tables = (dict(earlier or {}), names, aliases, goals, entries)
    return dict(chain.from_iterable(table.items() for table in tables))
