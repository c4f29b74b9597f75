"""Changes: everything that happened to the strategy, and what is different since a meeting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from living_strategy.artifact import Page
from living_strategy.content.graph import Graph
from living_strategy.figures.areas import areas_of
from living_strategy.history.comparison import Comparison
from living_strategy.history.event import EventClass, Nature
from living_strategy.model import KINDS, Area
from living_strategy.partial_date import PartialDate
from living_strategy.site.context import ViewContext
from living_strategy.site.list_choices import is_filtered
from living_strategy.site.page_type import PageType
from living_strategy.site.parts.change_rows import ChangeRow, change_row, change_rows, kind_label
from living_strategy.site.parts.filters import Choice, Facet
from living_strategy.site.parts.following import following
from living_strategy.site.parts.occasions import occasion_title
from living_strategy.site.parts.pagination import paginate
from living_strategy.site.parts.period_reports import part_links

MAX_ROWS = 200


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """Yield the list on as many pages as it needs; nothing where no history is known."""
    history, language = context.history, context.language
    if not history.events:
        return
    rows = tuple(change_rows(history.events, context))
    title, path = language.page_title("changes"), context.addresses.view("changes")
    follow = following(context)
    for part in paginate(rows, path, MAX_ROWS, language):
        areas = [_area_ids(row, graph) for row in part.items]
        yield context.page(
            part.path,
            "changes.html",
            script="filter.js" if is_filtered(len(part.items)) else "",
            is_filtered=is_filtered(len(part.items)),
            title=part.title(title),
            heading=title,
            top=path,
            description=language.text(
                "What has been changed in the strategy, and when: in words, newest first."
            ),
            in_menu=part.number == 1,
            head=follow.head(part.path, context),
            following=follow,
            part=part,
            total=sum(row.nature is not Nature.FOUNDED for row in rows),
            months=[
                (month, [(row, areas[index]) for index, row in members])
                for month, members in _by_month(part.items)
            ],
            facets=tuple(_facets(part.items, areas, context)),
            keys={name: language.parameter(name) for name in ("month", "kind", "class", "area")},
            history=history,
            notice=context.history_notice if part.number == 1 else "",
            comparisons=context.comparisons if part.number == 1 else (),
            reports=part_links(context) if part.number == 1 else (),
            since_path=lambda occasion: context.addresses.since(occasion.key),
            occasion_title=lambda occasion: occasion_title(occasion, context),
        )
    for comparison in context.comparisons:
        if comparison.is_known:
            yield _since(comparison, context)


def _since(comparison: Comparison, context: ViewContext) -> Page:
    language, occasion = context.language, comparison.occasion
    rows = [
        change_row(event, classified, context)
        for event in comparison.events
        if (classified := event.classified)
    ]
    title = language.text("Changed since: {occasion}").format(
        occasion=occasion_title(occasion, context)
    )
    by_class = {
        classified: [row for row in rows if row.classified is classified]
        for classified in EventClass
    }
    return context.page(
        context.addresses.since(occasion.key),
        "changes_since.html",
        page_type="changes",
        title=title,
        description=language.text("What the strategy says today that it did not say then."),
        occasion=occasion,
        part=None,
        total=len(rows),
        groups=[(classified, members) for classified, members in by_class.items() if members],
        unread=comparison.unread,
        edition=context.editions.get(occasion.key),
        folder=context.addresses.edition(occasion.key),
    )


def _by_month(
    rows: Sequence[ChangeRow],
) -> Iterator[tuple[PartialDate, list[tuple[int, ChangeRow]]]]:
    for month, members in groupby(enumerate(rows), key=lambda item: item[1].month):
        yield PartialDate(month), list(members)


def _area_ids(row: ChangeRow, graph: Graph) -> tuple[str, ...]:
    """Return the ids of the areas that an entry belongs to, or of all that many belong to."""
    entries = (row.entry,) if row.entry else row.entries
    areas = (area.id for entry in entries for area in areas_of(graph, entry))
    return tuple(dict.fromkeys(areas))


def _facets(
    rows: Sequence[ChangeRow], areas: Sequence[tuple[str, ...]], context: ViewContext
) -> Iterator[Facet]:
    """Yield the filters that the rows of a page leave something to choose in."""
    language, text = context.language, context.language.text
    months = {row.month: language.date(PartialDate(row.month)) for row in rows}
    kinds = {kind.kind: kind_label(kind.kind, context) for kind in KINDS}
    classes = {choice.value: language.term(choice) for choice in EventClass}
    titles = {area.id: area.title for area in context.graph.of_kind(Area)}
    counted: tuple[tuple[str, str, dict[str, str], Counter[str]], ...] = (
        ("month", text("Month"), months, Counter(row.month for row in rows)),
        ("class", text("Sort of change"), classes, Counter(row.classified.value for row in rows)),
        ("kind", text("Kind of entry"), kinds, Counter(row.kind for row in rows)),
        ("area", text("Priority area"), titles, Counter(key for keys in areas for key in keys)),
    )
    for name, label, labels, counts in counted:
        choices = tuple(
            Choice(key, word, counts[key]) for key, word in labels.items() if counts[key]
        )
        if len(choices) > 1:
            yield Facet(language.parameter(name), label, choices)


PAGE = PageType("changes", render)
