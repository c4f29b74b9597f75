"""What the pinned versions of strategies above ask for here, since it was judged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from living_strategy.artifact import Page
from living_strategy.content.corpus import Pinned
from living_strategy.content.graph import Graph
from living_strategy.site.context import ViewContext
from living_strategy.site.page_type import PageType
from living_strategy.upstream.cells import Need
from living_strategy.upstream.impact import impact
from living_strategy.upstream.impact_rows import Impact, ImpactRow
from living_strategy.upstream.impact_words import ImpactWords, words_for


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row in words, with the page of the entry at its own site, if that is known."""

    row: ImpactRow
    address: str
    state: str
    reasons: tuple[str, ...]
    told: tuple[str, ...]
    here: tuple[str, ...]
    texts: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True, slots=True)
class ShownImpact:
    """A strategy above: its rows by what they ask for; `quiet` ask for nothing."""

    impact: Impact
    needs: tuple[tuple[Need, tuple[ShownRow, ...]], ...]
    quiet: tuple[ShownRow, ...]


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """Yield the page, if a strategy above is pinned."""
    shown = [
        _shown(graph, pinned, context)
        for pinned in graph.corpus.upstreams.values()
        if pinned.catalogue
    ]
    if not shown:
        return
    language = context.language
    asks = sum(one.impact.asks for one in shown)
    yield context.page(
        context.addresses.view("national-changes"),
        "upstream_changes.html",
        title=language.text("National changes"),
        description=language.text(
            "What has changed nationally since it was judged here, and what that asks for."
        ),
        in_menu=bool(asks),
        part=None,
        asks=asks,
        shown=shown,
    )


def _shown(graph: Graph, pinned: Pinned, context: ViewContext) -> ShownImpact:
    asked = impact(graph, pinned)
    catalogues = (*pinned.earlier, pinned.catalogue) if pinned.catalogue else ()
    words = words_for(graph, catalogues, context.language)
    needs = tuple(
        (need, tuple(_row(row, pinned, words) for row in rows))
        for need in Need
        if need is not Need.NOTHING and (rows := asked.of(need))
    )
    quiet = tuple(_row(row, pinned, words) for row in asked.of(Need.NOTHING))
    return ShownImpact(asked, needs, quiet)


def _row(row: ImpactRow, pinned: Pinned, words: ImpactWords) -> ShownRow:
    catalogue = pinned.catalogue
    return ShownRow(
        row,
        catalogue.page(row.entry) if catalogue else "",
        words.state(row),
        words.reasons(row),
        (*words.ground(row), *words.told(row)),
        words.touched(row),
        tuple(words.texts(row)),
    )


PAGE = PageType("upstream_changes", render)
