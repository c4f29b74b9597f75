"""More money from a funding scheme in a year than it has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.model import Measure, Project, Scheme
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "more-than-scheme-has",
    Severity.WARNING,
    message="“{field}” from “{scheme}” add up to {sum} in {year}, but the scheme has {total}.",
    hint="Correct the figures, or explain the difference in the note of the scheme's sum.",
    meaning="A scheme cannot give more in a year than it has. Grants and costs are added up apart, because the same money may stand in both.",
    wrong="# the scheme: amounts: [{year: 2027, amount: 1000000}]\ncosts:\n  - {year: 2027, operating: 1500000, scheme: utviklingsmidler}",
    right="# the scheme: amounts: [{year: 2027, amount: 1000000}]\ncosts:\n  - {year: 2027, operating: 1000000, scheme: utviklingsmidler}",
)

# What is paid, by the field that says so, scheme and year.
_Paid = dict[tuple[str, str, int], int]


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report the years in which what a scheme pays is more than all its sums of that year."""
    paid = _paid(graph)
    for scheme in graph.of_kind(Scheme):
        for year, (total, index) in _known(scheme).items():
            for field in ("costs", "funding"):
                amount = paid.get((field, scheme.id, year), 0)
                if amount > total:
                    params = {
                        "field": field, "scheme": scheme.id, "year": str(year),
                        "sum": str(amount), "total": str(total),
                    }  # fmt: skip
                    location = graph.locate(scheme.id, ("amounts", index, "amount"))
                    yield Diagnostic(CODE.name, location, params, scheme.id)


def _paid(graph: Graph) -> _Paid:
    paid: defaultdict[tuple[str, str, int], int] = defaultdict(int)
    for project in graph.active(Project):
        for grant in project.funding:
            if (scheme := graph.find(grant.scheme or "")) and grant.year:
                paid["funding", scheme.id, grant.year] += grant.amount or 0
    work: tuple[Measure | Project, ...] = (*graph.active(Measure), *graph.active(Project))
    for entry in work:
        for cost in entry.costs:
            if scheme := graph.find(cost.scheme or ""):
                paid["costs", scheme.id, cost.year] += cost.known or 0
    return paid


def _known(scheme: Scheme) -> dict[int, tuple[int, int]]:
    """Return the sum of each year whose sums are all known and have no note that explains them, and
    where the first of them stands.
    """
    years: dict[int, tuple[int, int]] = {}
    left_out = {amount.year for amount in scheme.amounts if amount.amount is None or amount.note}
    for index, amount in enumerate(scheme.amounts):
        if amount.amount is not None and amount.year not in left_out:
            before, first = years.get(amount.year, (0, index))
            years[amount.year] = before + amount.amount, first
    return years


RULE = Rule(CODE, check)
