"""What happened in a period, as a paper for a council: in figures, then area by area."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from living_strategy.content.graph import Graph
from living_strategy.figures.areas import area_of
from living_strategy.history.delta import STRATEGY_KEY
from living_strategy.history.event import History
from living_strategy.history.happenings import Happening, Matter, happenings
from living_strategy.history.period import Period
from living_strategy.language import Language
from living_strategy.model import Area
from living_strategy.papers.changes import ChangeWords, item
from living_strategy.papers.outline import Outline, Section
from living_strategy.papers.report_figures import figures, reach
from living_strategy.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class Reported:
    """What a report is made of."""

    graph: Graph
    history: History
    today: date


def report_paper(title: str, period: Period, reported: Reported, words: ChangeWords) -> Outline:
    """Return the report. Each entry stands under the first area that it belongs to."""
    graph, history, today = reported.graph, reported.history, reported.today
    known = happenings(graph, history, period, today)
    paragraphs = (
        " ".join(figures(known, graph, history, period, today, words.language)),
        *reach(known, history, period, today, words.language),
    )
    return Outline(title, paragraphs, tuple(_sections(known.told, graph, words)))


def _sections(told: Sequence[Happening], graph: Graph, words: ChangeWords) -> Iterator[Section]:
    """Yield the strategy itself, if it changed, its areas, also those where nothing happened, and
    what belongs to none.
    """
    text, nothing = words.language.text, words.language.text("Nothing is known to have happened.")
    areas = {area.id: area.title for area in graph.of_kind(Area) if not area.retired}
    by_area: dict[str, list[Happening]] = {"": [], **{area: [] for area in areas}}
    of_strategy = []
    for happening in told:
        if happening.key == STRATEGY_KEY:
            of_strategy.append(happening)
        else:
            by_area[_area(happening, graph, areas)].append(happening)
    if of_strategy:
        yield Section(text("The strategy"), parts=tuple(matter_sections(of_strategy, words)))
    for area, title in areas.items():
        parts = tuple(matter_sections(by_area[area], words))
        yield Section(title, () if parts else (nothing,), parts=parts)
    if by_area[""]:
        yield Section(
            text("Without priority area"), parts=tuple(matter_sections(by_area[""], words))
        )


def _area(happening: Happening, graph: Graph, areas: Mapping[str, str]) -> str:
    entry = graph.entries.get(happening.key[1])
    area = area_of(graph, entry) if entry else None
    return area.id if area and area.id in areas else ""


def matter_sections(told: Sequence[Happening], words: ChangeWords) -> Iterator[Section]:
    """Yield what happened under the matters that there is anything of, in their order."""
    headings = _headings(words.language)
    for matter, heading in headings.items():
        items = tuple(
            item(happening.events, words) for happening in told if happening.matter is matter
        )
        if items:
            yield Section(heading, (), items)


def _headings(language: Language) -> Mapping[Matter, str]:
    text = language.text
    return {
        Matter.DONE: text("Done"),
        Matter.STARTED: text("Started"),
        Matter.MOVED: text("Moved"),
        Matter.STOPPED: text("{Status.stopped} or {status.paused}"),
        Matter.REPORTED: text("Reported"),
        Matter.DECIDED: text("Decided"),
        Matter.MEASURED: text("Measured"),
        Matter.CAME_OR_WENT: text("New and retired"),
        Matter.OTHER: text("Other changes of substance"),
    }


def period_words(period: Period, language: Language) -> str:
    """Return a period in words: by its months, if it is of whole ones, or by its days; one of a
    single month or day is called by it.
    """
    first, last = period.months or (period.first.isoformat(), period.last.isoformat())
    if first == last:
        return language.date(PartialDate(first))
    return language.text("{first} to {last}").format(
        first=language.date(PartialDate(first)), last=language.date(PartialDate(last))
    )


def report_title(period: Period, language: Language) -> str:
    """Return the title of the report of a period."""
    return language.text("What happened: {period}").format(period=period_words(period, language))
