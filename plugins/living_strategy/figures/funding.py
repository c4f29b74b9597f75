"""Money granted to projects, by funding scheme and year; unknown sums are counted, never added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from living_strategy.model import Project
from living_strategy.model.budget import Cost
from living_strategy.model.project import Funding


@dataclass(frozen=True, slots=True)
class Grant:
    """One grant with the project that got it."""

    project: Project
    funding: Funding


@dataclass(frozen=True, slots=True)
class Sum:
    """The known sum of some grants in kroner, how many they are, and how many have no sum."""

    kroner: int
    grants: int
    unknown: int


@dataclass(frozen=True, slots=True)
class FundingTable:
    """Sums by (scheme id, year), by scheme and in all. A grant without scheme or year has
    an empty id or year 0.
    """

    grants: tuple[Grant, ...]
    cells: Mapping[tuple[str, int], Sum]
    by_scheme: Mapping[str, Sum]
    total: Sum
    years: tuple[int, ...]


def funding_table(projects: Iterable[Project]) -> FundingTable:
    """Add up every grant of the projects, by year (unknown years last), scheme and project."""
    grants = sorted(
        (Grant(project, funding) for project in projects for funding in project.funding),
        key=lambda grant: (
            grant.funding.year is None,
            grant.funding.year or 0,
            grant.funding.scheme or "",
            grant.project.id,
        ),
    )
    cells: dict[tuple[str, int], list[Grant]] = {}
    schemes: dict[str, list[Grant]] = {}
    for grant in grants:
        scheme, year = grant.funding.scheme or "", grant.funding.year or 0
        cells.setdefault((scheme, year), []).append(grant)
        schemes.setdefault(scheme, []).append(grant)
    years = tuple(sorted({year for _, year in cells if year}))
    return FundingTable(
        tuple(grants),
        {key: add_up(cell) for key, cell in cells.items()},
        {key: add_up(members) for key, members in schemes.items()},
        add_up(grants),
        years,
    )


def add_up_costs(costs: Iterable[Cost]) -> Sum:
    """Return the sum of what is known of costs; one is unknown when it has no sum at all."""
    sums = [cost.known for cost in costs]
    return Sum(sum(amount or 0 for amount in sums), len(sums), sums.count(None))


def add_up(grants: Iterable[Grant]) -> Sum:
    """Return the sum of the grants whose amount is known."""
    amounts = [grant.funding.amount for grant in grants]
    known_amounts = [amount for amount in amounts if amount is not None]
    return Sum(sum(known_amounts), len(amounts), len(amounts) - len(known_amounts))
