"""Groupings of a four-year plan: by what its costs are added up, and what its rows are called."""

from __future__ import annotations

from dataclasses import dataclass

from living_strategy.content.graph import Graph
from living_strategy.figures.budget import BudgetRow, Key
from living_strategy.figures.four_year_plan import FourYearPlan
from living_strategy.language import Language
from living_strategy.model.budget import Financing


@dataclass(frozen=True, slots=True)
class Grouping:
    """A table of sums: by what, and its rows. `name` is in the address of the heading."""

    name: str
    heading: str
    column: str
    unknown: str
    rows: tuple[BudgetRow, ...]

    @property
    def names_entries(self) -> bool:
        """Whether the keys of its rows are ids."""
        return self.name not in ("unit", "financing")


def groupings(plan: FourYearPlan, language: Language) -> tuple[Grouping, ...]:
    """Return the tables of sums, without those in which nothing has a name; who pays is always
    asked for.
    """
    text = language.text
    tables = (
        Grouping(
            "area",
            text("By priority area"),
            text("Priority area"),
            text("Without a priority area"),
            plan.by_area,
        ),
        Grouping(
            "payer", text("By who pays"), text("Payer"), text("Payer not stated"), plan.by_payer
        ),
        Grouping(
            "responsible",
            text("By who is responsible"),
            text("Responsible"),
            text("Nobody responsible"),
            plan.by_responsible,
        ),
        Grouping(
            "unit",
            text("By responsible unit"),
            text("Responsible unit"),
            text("Unit not stated"),
            plan.by_unit,
        ),
        Grouping(
            "financing",
            text("By whether the money is there"),
            text("Financing"),
            text("Not stated whether it is financed"),
            plan.by_financing,
        ),
    )
    return tuple(
        table
        for table in tables
        if table.name == "payer" or any(any(row.key) for row in table.rows)
    )


def key_words(name: str, key: Key, language: Language) -> str:
    """Return the words for the key of a row that names no entries."""
    if name == "financing":
        return language.term(Financing(key[0]))
    return key[0] if name == "unit" else ""


def group_words(grouping: Grouping, key: Key, graph: Graph, language: Language) -> str:
    """Return what a row is called, with the titles of the entries that it names."""
    if not key[0]:
        return grouping.unknown
    if not grouping.names_entries:
        return key_words(grouping.name, key, language)
    entries = ((entry_id, graph.find(entry_id)) for entry_id in key)
    return "; ".join(entry.title if entry else entry_id for entry_id, entry in entries)
