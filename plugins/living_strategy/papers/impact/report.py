"""What a new version of a strategy above asks for, as a paper: by weight, then entry by entry."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.language import Language
from living_strategy.model.catalogue import Catalogue
from living_strategy.papers.outline import Item, Outline, Section
from living_strategy.upstream.cells import Need
from living_strategy.upstream.impact_rows import Impact, ImpactRow
from living_strategy.upstream.impact_words import ImpactWords
from living_strategy.upstream.treatment import TREATED


def impact_report(impact: Impact, catalogue: Catalogue, words: ImpactWords) -> Outline:
    """Return the report, fit to be the text of a pull request. `catalogue` is the version that it
    is about.
    """
    language = words.language
    title = language.text("Changes in “{title}”, version {version}").format(
        title=impact.title, version=impact.version
    )
    return Outline(
        title, tuple(introduction(impact, language)), tuple(_sections(impact, catalogue, words))
    )


def introduction(impact: Impact, language: Language) -> Iterator[str]:
    """Say what is compared, and how much asks for something."""
    text = language.text
    if impact.since:
        yield text(
            "What has been judged is compared with the wording that was judged, and the rest with "
            "version {since}."
        ).format(since=impact.since)
    else:
        yield text(
            "No earlier version is kept here: what is new since then is not known, only what "
            "differs from what was judged."
        )
    if not impact.rows:
        yield text("Nothing has changed.")
    elif not impact.asks:
        yield text("Nothing here asks for anything.")
    else:
        yield language.plural(
            "{count} entry asks for something here.",
            "{count} entries ask for something here.",
            impact.asks,
        ).format(count=impact.asks)
        yield text("Nothing is decided by this, and no text of yours is changed.")


def about(row: ImpactRow, words: ImpactWords) -> str:
    """Say what an entry is, what happened to it, and what was decided, in a few words. Nobody
    treats a measure, so nothing is said of one that is not treated.
    """
    language, state = words.language, words.state(row)
    parts = [language.kind(row.entry.kind), language.term(row.difference.nature).lower()]
    if row.record or row.entry.kind == TREATED:
        parts.append(state[:1].lower() + state[1:])
    return "; ".join(parts)


def _sections(impact: Impact, catalogue: Catalogue, words: ImpactWords) -> Iterator[Section]:
    for need in Need:
        rows = impact.of(need)
        if rows:
            items = tuple(_item(row, catalogue, words) for row in rows)
            yield Section(f"{words.language.term(need)} ({len(rows)})", (), items)


def _item(row: ImpactRow, catalogue: Catalogue, words: ImpactWords) -> Item:
    lines = words.reasons(row)
    if row.need is not Need.NOTHING:
        lines = (*lines, *words.ground(row), *words.told(row), *words.here(row))
    return Item(row.entry.title, about(row, words), catalogue.page(row.entry), lines)
