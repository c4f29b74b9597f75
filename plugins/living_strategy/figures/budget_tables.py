"""Flat tables of what is budgeted and decided: costs per year, gains, decisions, sums by year."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.figures.areas import area_of
from living_strategy.figures.tables import AddressOf, Cell, Column, Table, in_order
from living_strategy.model import Goal, Measure, Project, Scheme
from living_strategy.model.budget import GainUnit

_KIND = Column("kind", label="Kind", help="measure or project.")
_ENTRY = Column("entry", label="Id", help="Id of the measure or project.")
_NOTE = Column("note", label="Note", help="What the row covers, or what is uncertain about it.")


def _costs(graph: Graph, address: AddressOf) -> Iterator[tuple[Cell, ...]]:
    for kind in (Measure, Project):
        for entry in in_order(graph, kind):
            area = area_of(graph, entry)
            for cost in entry.costs:
                yield (
                    kind.kind,
                    entry.id,
                    entry.title,
                    area.id if area else None,
                    entry.responsible_unit,
                    entry.priority,
                    cost.year,
                    cost.operating,
                    cost.investment,
                    cost.undivided,
                    cost.payer,
                    cost.scheme,
                    cost.financing,
                    cost.budget_line,
                    cost.note,
                )


COSTS = Table(
    "costs",
    title="Costs of measures and projects by year",
    rows=_costs,
    columns=(
        _KIND,
        _ENTRY,
        Column("title", label="Title", help="Title of the measure or project."),
        Column("area", label="Priority area", help="Id of the first priority area it serves."),
        Column(
            "responsible_unit",
            label="Responsible unit",
            help="The unit inside the organisation that carries it out, by its own name.",
        ),
        Column(
            "priority",
            label="Priority",
            help="Its place in the order of importance: 1 comes first.",
        ),
        Column("year", label="Year", help="Budget year."),
        Column("operating", label="Operating cost", help="Whole {currency}; empty when not known."),
        Column("investment", label="Investment", help="Whole {currency}; empty when not known."),
        Column(
            "undivided",
            label="Undivided sum",
            help="Whole {currency} that the source does not divide in operating and investment.",
        ),
        Column("payer", label="Payer", help="Id of who pays; empty when it is not told."),
        Column(
            "scheme",
            label="Funding scheme",
            help="Id of the funding scheme, if any.",
            targets=(Scheme.kind,),
        ),
        Column("financing", label="Financing", help="covered, applied_for or unfinanced."),
        Column(
            "budget_line",
            label="Budget line or case",
            help="Budget line or case number, as the budget writes it.",
        ),
        _NOTE,
    ),
)


def _gains(graph: Graph, address: AddressOf) -> Iterator[tuple[Cell, ...]]:
    for kind in (Measure, Project):
        for entry in in_order(graph, kind):
            for gain in entry.gains:
                yield (
                    kind.kind,
                    entry.id,
                    gain.title,
                    gain.unit,
                    gain.amount,
                    gain.every,
                    gain.date,
                    gain.reached,
                    gain.reached_date,
                    gain.source,
                    gain.note,
                )


GAINS = Table(
    "gains",
    title="Gains of measures and projects",
    rows=_gains,
    columns=(
        _KIND,
        _ENTRY,
        Column("title", label="Gain", help="What gets better."),
        Column(
            "unit",
            label="Unit",
            help="kroner, hours, person_years, persons, tonnes, or one of the strategy's own.",
            vocabulary=GainUnit,
        ),
        Column("amount", label="Expected gain", help="The number; empty when nobody has counted."),
        Column("every", label="How often", help="once, month or year."),
        Column("date", label="Deadline", help="By when it should be reached."),
        Column("reached", label="Reached so far", help="The number; empty when not measured."),
        Column("reached_date", label="Measured", help="When that was measured."),
        Column("source", label="Source", help="Public address where this can be read."),
        _NOTE,
    ),
)


def _decisions(graph: Graph, address: AddressOf) -> Iterator[tuple[Cell, ...]]:
    for kind in (Goal, Measure, Project, Scheme):
        for entry in in_order(graph, kind):
            for decision in entry.decisions:
                yield (
                    kind.kind,
                    entry.id,
                    decision.date,
                    decision.title,
                    decision.body,
                    decision.case,
                    decision.url,
                )


DECISIONS = Table(
    "decisions",
    title="Decisions about goals, measures, projects and schemes",
    rows=_decisions,
    columns=(
        Column("kind", label="Kind", help="goal, measure, project or scheme."),
        Column("entry", label="Id", help="Id of what was decided about."),
        Column("date", label="Date", help="When it was decided."),
        Column("title", label="Decision", help="What was decided."),
        Column("body", label="Decided by", help="Id of who decided; empty when not told."),
        Column("case", label="Case number", help="Case number, as the body writes it."),
        Column("url", label="Web address", help="Public address of the minutes or the case."),
    ),
)


def _amounts(graph: Graph, address: AddressOf) -> Iterator[tuple[Cell, ...]]:
    for scheme in in_order(graph, Scheme):
        for amount in scheme.amounts:
            yield scheme.id, amount.year, amount.amount, amount.count, amount.source, amount.note


AMOUNTS = Table(
    "amounts",
    title="Sums of funding schemes by year",
    rows=_amounts,
    columns=(
        Column("scheme", label="Funding scheme", help="Id of the funding scheme."),
        Column("year", label="Year", help="The year the sum is for."),
        Column("amount", label="Amount", help="Whole {currency}; empty when the sum is not known."),
        Column("count", label="Number of projects", help="How many projects share the sum."),
        Column("source", label="Source", help="Public address where the sum was found."),
        _NOTE,
    ),
)

BUDGET_TABLES = (COSTS, GAINS, DECISIONS, AMOUNTS)
