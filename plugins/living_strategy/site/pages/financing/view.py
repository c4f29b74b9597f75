"""Financing: known grants to projects by scheme and year, and what the schemes report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any

from living_strategy.artifact import Page
from living_strategy.content.graph import Graph
from living_strategy.figures.funding import FundingTable, Sum, funding_table
from living_strategy.figures.newest import latest_as_of
from living_strategy.figures.presence import overviews_with_content
from living_strategy.model import Project, Scheme
from living_strategy.model.values import Amount
from living_strategy.site.context import ViewContext
from living_strategy.site.page_type import PageType
from living_strategy.site.pages.financing.picture import (
    GrantPicture,
    Part,
    YearOfGrants,
    grant_picture,
)
from living_strategy.site.parts.pagination import paginate

MAX_ROWS = 300
# So many schemes have a colour and a letter of their own in the picture; the others share one.
MAX_SERIES = 4


@dataclass(frozen=True, slots=True)
class Series:
    """Schemes that share a colour and a letter in the picture, or the one that has them alone. The
    key of grants without a scheme is empty.
    """

    style: str
    letter: str
    title: str
    keys: tuple[str, ...]
    scheme: Scheme | None


@dataclass(frozen=True, slots=True)
class Year:
    """A column of the table, 0 when the year is not known. `total` is over all schemes."""

    year: int
    total: Sum


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """Yield the sums on the first page, and the list of grants on it and on further pages."""
    table = funding_table(graph.of_kind(Project))
    schemes = {scheme.id: scheme for scheme in graph.of_kind(Scheme)}
    series, years = series_of(table, schemes, context), years_of(table)
    language = context.language
    title = language.page_title("financing")
    path = context.addresses.view("financing")
    same: dict[str, Any] = {
        "table": table,
        "newest": latest_as_of(grant.project for grant in table.grants),
        "years": years,
        "series": series,
        "picture": _picture(series, years, table, context),
        "reported": reported(schemes),
        "rows": [(schemes.get(key), key) for key in by_size(table)],
        "projects": len({grant.project.id for grant in table.grants}),
    }
    description = language.text("Known grants to joint projects, by funding scheme and year.")
    for part in paginate(table.grants, path, MAX_ROWS, language):
        yield context.page(
            part.path,
            "financing.html",
            title=part.title(title),
            heading=title,
            description=description,
            in_menu=part.number == 1 and "financing" in overviews_with_content(graph),
            part=part,
            top=path,
            **same,
        )


def years_of(table: FundingTable) -> list[Year]:
    """Return every year with grants, and last the grants of unknown year, if there are any."""
    sums_by_year: dict[int, list[Sum]] = {}
    for (_, year), cell in table.cells.items():
        sums_by_year.setdefault(year, []).append(cell)
    years = [Year(year, add_up_sums(sums_by_year[year])) for year in table.years]
    return years + ([Year(0, add_up_sums(sums_by_year[0]))] if 0 in sums_by_year else [])


def add_up_sums(sums: list[Sum]) -> Sum:
    """Add several sums."""
    return Sum(
        sum(part.kroner for part in sums),
        sum(part.grants for part in sums),
        sum(part.unknown for part in sums),
    )


def by_size(table: FundingTable) -> list[str]:
    """Return the keys of the schemes, the largest known sum first."""
    return sorted(table.by_scheme, key=lambda key: (-table.by_scheme[key].kroner, key))


def series_of(
    table: FundingTable, schemes: Mapping[str, Scheme], context: ViewContext
) -> list[Series]:
    """Return the schemes of the picture, the largest known sum first."""
    order = [key for key in by_size(table) if table.by_scheme[key].kroner]
    cut = MAX_SERIES if len(order) > MAX_SERIES + 1 else len(order)
    groups: list[tuple[str, tuple[str, ...]]] = [
        (_title(key, schemes, context), (key,)) for key in order[:cut]
    ]
    if order[cut:]:
        groups.append((context.language.text("Other schemes"), tuple(order[cut:])))
    return [
        Series(
            f"series-{number}",
            ascii_uppercase[number - 1],
            title,
            keys,
            schemes.get(keys[0]) if len(keys) == 1 else None,
        )
        for number, (title, keys) in enumerate(groups, 1)
    ]


def _title(key: str, schemes: Mapping[str, Scheme], context: ViewContext) -> str:
    return schemes[key].title if key in schemes else context.language.text("No scheme stated")


def _picture(
    series: list[Series], years: list[Year], table: FundingTable, context: ViewContext
) -> GrantPicture:
    return grant_picture(
        [
            YearOfGrants(
                f"{year.year or context.language.text('year not known')}: "
                f"{sum_in_words(year.total, context)}",
                tuple(
                    Part(kroner, scheme_series.style, scheme_series.letter)
                    for scheme_series in series
                    if (kroner := _kroner(scheme_series, year, table))
                ),
                year.total.unknown,
            )
            for year in years
        ]
    )


def _kroner(series: Series, year: Year, table: FundingTable) -> int:
    cells = (table.cells.get((key, year.year)) for key in series.keys)
    return sum(cell.kroner for cell in cells if cell)


def sum_in_words(total: Sum, context: ViewContext) -> str:
    """Write the known sum, and how many grants have none."""
    language = context.language
    unknown = language.plural("{count} of unknown size", "{count} of unknown size", total.unknown)
    words = unknown.format(count=language.number(total.unknown))
    if total.unknown == total.grants:
        return words
    kroner = language.millions(total.kroner)
    if not total.unknown:
        return kroner
    return language.text("{sum}, and {unknown}").format(sum=kroner, unknown=words)


def reported(schemes: Mapping[str, Scheme]) -> list[tuple[Scheme, Amount]]:
    """Return what the schemes report that they had or gave, by scheme and year. It is never added
    to grants: the grants we know are a part of it.
    """
    return [
        (scheme, amount)
        for scheme in schemes.values()
        for amount in sorted(scheme.amounts, key=lambda amount: amount.year)
    ]


PAGE = PageType("financing", render, overview="financing")
