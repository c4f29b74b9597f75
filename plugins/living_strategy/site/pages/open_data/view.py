"""Open data: the files to download, what their columns mean, and on which terms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from living_strategy.artifact import Page
from living_strategy.content.graph import Graph
from living_strategy.figures.tables import Column, Table
from living_strategy.figures.tables_in_use import kind_tables_in_use, part_tables_in_use
from living_strategy.language import Language
from living_strategy.partial_date import PartialDate
from living_strategy.site.channels import MAX_CHANGES
from living_strategy.site.context import ViewContext
from living_strategy.site.page_type import PageType
from living_strategy.site.parts.following import following
from living_strategy.site.parts.linked_data import of_open_data
from living_strategy.site.parts.occasions import published_editions
from living_strategy.site.parts.plan_files import plan_files
from living_strategy.site.subscriptions import MAX_DATES


@dataclass(frozen=True, slots=True)
class Dataset:
    """A CSV file in the words of the site, for programs and as Excel opens it. `columns` are name,
    label and meaning.
    """

    name: str
    path: str
    spreadsheet: str
    title: str
    columns: tuple[tuple[str, str, str], ...]


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """Yield the page. It names every file that the exports write."""
    language = context.language
    path = context.addresses.view("data")
    kinds = [_dataset(table, context) for table in kind_tables_in_use(context.settings)]
    parts_of = [_dataset(table, context) for table in part_tables_in_use(context.settings)]
    plans = tuple(plan_files(context))
    files = {context.resolve(path, dataset.path): dataset.title for dataset in (*kinds, *parts_of)}
    files |= {context.resolve(path, plan.path): plan.title for plan in plans}
    yield context.page(
        path,
        "open_data.html",
        title=language.text("Open data"),
        description=language.text("The whole strategy as files to download, with a free licence."),
        in_menu=True,
        linked_data=of_open_data(graph, language, files),
        catalogue="data/catalogue.json",
        catalogue_schema="data/catalogue.schema.json",
        today=PartialDate(context.today.isoformat()),
        kinds=kinds,
        parts_of=parts_of,
        plans=plans,
        part=None,
        editions=tuple(published_editions(context)),
        following=following(context),
        max_changes=MAX_CHANGES,
        max_dates=MAX_DATES,
    )


def _dataset(table: Table, context: ViewContext) -> Dataset:
    text = context.language.text
    columns = tuple(
        (column.name, text(column.label), _help(column, context.language))
        for column in table.columns
    )
    name = f"{table.name}.csv"
    return Dataset(name, f"data/{name}", f"data/excel/{name}", text(table.title), columns)


def _help(column: Column, language: Language) -> str:
    """Return what a column means; that of a list of the strategy's own is what may stand in it."""
    own = column.vocabulary if column.vocabulary and language.has_own(column.vocabulary) else None
    return language.listed(own) if own else language.text(column.help)


PAGE = PageType("open_data", render)
