"""A draft for a council: what has changed in the strategy above since it was treated, with a line
to decide on for each entry. The draft chooses nothing: each line has all the answers there are.
It is for those who decide: ids and what editors must put right stand in the report.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from living_strategy.model.adoption import AdoptionState
from living_strategy.model.catalogue import Catalogue
from living_strategy.papers.impact.report import about
from living_strategy.papers.outline import Item, Outline, Section
from living_strategy.upstream.cells import STILL_NAMED, Need
from living_strategy.upstream.difference import GONE, ItemNature
from living_strategy.upstream.impact_rows import Impact, ImpactRow
from living_strategy.upstream.impact_words import ImpactWords


def council_paper(impact: Impact, catalogue: Catalogue, words: ImpactWords, date: str) -> Outline:
    """Return the draft. `date` is the day of it, in words."""
    text = words.language.text
    title = text("Draft: changes in “{title}” since last treated").format(title=impact.title)
    opening = [
        text(
            "This is a draft, made {date} from the published version {version}. Nobody has decided "
            "anything. Each line to decide on has the possible answers: strike out those that do "
            "not hold, and write the grounds."
        ).format(date=date, version=impact.version)
    ]
    if not impact.since:
        opening.append(
            text(
                "No earlier version is kept here, so the paper does not know what is new. It has "
                "what differs from what was judged."
            )
        )
    sections = tuple(_sections(impact, catalogue, replace(words, is_for_editors=False)))
    if not sections:
        opening.append(text("Nothing has changed that a council must treat."))
    return Outline(title, tuple(opening), sections)


def _sections(impact: Impact, catalogue: Catalogue, words: ImpactWords) -> Iterator[Section]:
    text = words.language.text
    new = tuple(row for row in impact.rows if is_new(row))
    # What took over is decided on where the earlier goal is.
    heirs = {heir.id for row in impact.of(Need.DECIDE) for heir in row.difference.successors}
    new = tuple(row for row in new if row.entry.id not in heirs)
    known = tuple(row for row in impact.rows if not is_new(row) and row.need is not Need.NOTHING)
    for heading, rows in (
        (text("To be decided"), tuple(row for row in known if row.need is Need.DECIDE)),
        (text("New, and not treated"), new),
        (text("Is followed up without a new decision"), _of(known, Need.ACT)),
        (text("Is taken note of"), _of(known, Need.READ, Need.KNOW)),
    ):
        if rows:
            yield Section(heading, (), tuple(_item(row, catalogue, words) for row in rows))


def _of(rows: tuple[ImpactRow, ...], *needs: Need) -> tuple[ImpactRow, ...]:
    return tuple(row for row in rows if row.need in needs)


def is_new(row: ImpactRow) -> bool:
    """Whether an entry came that councils decide on, and that this one has not treated."""
    return row.difference.nature is ItemNature.NEW and row.state is None and row.need is Need.READ


def _item(row: ImpactRow, catalogue: Catalogue, words: ImpactWords) -> Item:
    reasons = words.reasons(replace(row, reasons=_for_councils(row)))
    told = (*words.ground(row), *words.told(row), *words.here(row))
    lines = (*reasons, *told, decision(row, words))
    return Item(row.entry.title, about(row, words), catalogue.page(row.entry), lines)


def _for_councils(row: ImpactRow) -> tuple[str, ...]:
    """Return the reasons without what only editors put right."""
    return tuple(reason for reason in row.reasons if reason != STILL_NAMED.sentence)


def decision(row: ImpactRow, words: ImpactWords) -> str:
    """Return the line to decide on, with all the answers there are."""
    text = words.language.text
    answers = tuple(_answers(row, words))
    if len(answers) == 1:
        return text("Proposal for a decision: {answer}").format(answer=answers[0])
    return text("Decision, choose one: {answers}").format(answers=" / ".join(answers))


def _answers(row: ImpactRow, words: ImpactWords) -> Iterator[str]:
    text, nature = words.language.text, row.difference.nature
    if is_new(row):
        yield text("holds here as it stands")
        yield text("holds here with our own words")
        yield text("is treated later, by a date")
        yield text("is declined, on these grounds")
        yield text("does not concern us, on these grounds")
    elif row.need is not Need.DECIDE:
        yield text("The council takes note of it")
    elif nature in GONE:
        yield from _successions(row, words)
        yield text("goes on here as our own")
        yield text("holds here no more")
    elif row.state is AdoptionState.ADAPTED:
        yield text("our own words stand beside the new wording")
        yield text("holds here as it stands now, without our own words")
        yield text("holds here no more")
    else:
        yield text("holds here as it stands now")
        yield text("holds here with our own words")
        yield text("holds here no more")


def _successions(row: ImpactRow, words: ImpactWords) -> Iterator[str]:
    """Yield which of those that took over may hold: all of them, or one."""
    text = words.language.text
    titles = [successor.title for successor in row.difference.successors]
    if not titles:
        return
    if len(titles) > 1:
        quoted = [words.language.text("“{title}”").format(title=title) for title in titles]
        everything = words.language.all_of(quoted)
        yield text("{titles} hold here in its place").format(titles=everything)
        for title in titles:
            yield text("only “{title}” holds here in its place").format(title=title)
    else:
        yield text("“{title}” holds here in its place").format(title=titles[0])
