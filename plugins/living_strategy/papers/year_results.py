"""Results of a year for each of its parts: the figures of the reports of these periods,
what happened, which milestones were not reached by their dates, and which gains were measured.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from living_strategy.content.graph import Graph
from living_strategy.figures.budget import Work
from living_strategy.figures.gain_words import expected_words, reached_words
from living_strategy.history.delta import STRATEGY_KEY
from living_strategy.history.happenings import Happening, Happenings, Matter, happenings
from living_strategy.history.period import Period, YearPart, parts_of
from living_strategy.language import Language
from living_strategy.model import Entry, Goal, Measure, Project, Scheme
from living_strategy.model.budget import Gain
from living_strategy.model.values import Milestone
from living_strategy.papers.changes import ChangeWords
from living_strategy.papers.outline import Item, Section
from living_strategy.papers.report import Reported, matter_sections
from living_strategy.papers.report_figures import figures, reach

# New entries and changes of wording are no results: the report of the period has them.
_NO_RESULTS = (Matter.CAME_OR_WENT, Matter.OTHER)
_KINDS = frozenset(kind.kind for kind in (Goal, Measure, Project, Scheme))
Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class PartResults:
    """What is known of a part of a year. `sentences` are its figures, `matters` say what happened,
    and `notes` say what this rests on.
    """

    part: YearPart
    sentences: tuple[str, ...]
    matters: tuple[Section, ...]
    notes: tuple[str, ...]


def year_results(year: int, reported: Reported, words: ChangeWords) -> tuple[PartResults, ...]:
    """Return the results of the parts of a year that have begun, in order."""
    parts = parts_of(year, reported.graph.corpus.settings.reporting)
    begun = (part for part in parts if part.period.first <= reported.today)
    return tuple(_results(part, reported, words) for part in begun)


def _results(part: YearPart, reported: Reported, words: ChangeWords) -> PartResults:
    graph, history, today = reported.graph, reported.history, reported.today
    period, language = part.period, words.language
    known = happenings(graph, history, period, today)
    missed = tuple(missed_milestones(graph, period, today))
    gains = tuple(gains_measured(graph, period, today))
    sentences = (
        *figures(known, graph, history, period, today, language),
        *_counts(len(missed), len(gains), language),
    )
    matters = (
        *matter_sections(tuple(_results_of(known)), words),
        *_section(language.text("Not reached by its date"), missed, _missed_words, words),
        *_section(language.text("Gains measured"), gains, _gain_words, words),
    )
    notes = tuple(reach(known, history, period, today, language))
    return PartResults(part, sentences, matters, notes)


def _results_of(known: Happenings) -> Iterator[Happening]:
    for happening in known.told:
        is_of_kind = happening.key[0] in _KINDS or happening.key == STRATEGY_KEY
        if is_of_kind and happening.matter not in _NO_RESULTS:
            yield happening


def missed_milestones(
    graph: Graph, period: Period, today: date
) -> Iterator[tuple[Entry, Milestone]]:
    """Yield the milestones whose last day lies in the period and has passed, and which nobody has
    told as reached by then. What is closed has none: it is told as completed or stopped.
    """
    schemes = graph.active(Scheme)
    dated: tuple[Work | Scheme, ...] = (*graph.active(Measure), *graph.active(Project), *schemes)
    for entry in dated:
        is_closed = not isinstance(entry, Scheme) and entry.status.is_closed
        for milestone in entry.milestones:
            last = milestone.date.latest()
            is_late = milestone.done and milestone.done.earliest() > last
            is_open = milestone.done is None and not is_closed
            if period.has_day(last) and last < today and (is_late or is_open):
                yield entry, milestone


def gains_measured(graph: Graph, period: Period, today: date) -> Iterator[tuple[Entry, Gain]]:
    """Yield the gains that were measured in the period."""
    work: tuple[Work, ...] = (*graph.active(Measure), *graph.active(Project))
    for entry in work:
        for gain in entry.gains:
            day = gain.reached_date
            if gain.reached is not None and day and period.has_date(day, today):
                yield entry, gain


def _counts(missed: int, gains: int, language: Language) -> Iterator[str]:
    if missed:
        yield language.plural(
            "{count} milestone was not reached by its date.",
            "{count} milestones were not reached by their dates.",
            missed,
        ).format(count=language.number(missed))
    if gains:
        yield language.plural(
            "{count} gain was measured.", "{count} gains were measured.", gains
        ).format(count=language.number(gains))


def _section(
    heading: str,
    told: tuple[tuple[Entry, Part], ...],
    in_words: Callable[[Part, Language], str],
    words: ChangeWords,
) -> Iterator[Section]:
    """Yield the entries under a heading, each with its lines, if there are any."""
    lines: dict[str, list[str]] = {}
    for entry, part in told:
        lines.setdefault(entry.id, []).append(in_words(part, words.language))
    items = tuple(
        Item(
            entry.title,
            words.language.kind(entry.kind),
            words.address(entry.kind, entry.id),
            tuple(lines.pop(entry.id)),
        )
        for entry, _ in told
        if entry.id in lines
    )
    if items:
        yield Section(heading, (), items)


def _missed_words(milestone: Milestone, language: Language) -> str:
    planned = f"{milestone.title} ({language.date(milestone.date)})"
    if milestone.done is None:
        return f"{planned}: {language.text('we have not found that it was reached')}"
    reached = language.text("reached {date}").format(date=language.date(milestone.done))
    return f"{planned}: {reached}"


def _gain_words(gain: Gain, language: Language) -> str:
    expected, reached = expected_words(gain, language), reached_words(gain, language)
    if expected:
        reached = language.text("{reached} of {expected}").format(
            reached=reached, expected=expected
        )
    day = f" ({language.date(gain.reached_date)})" if gain.reached_date else ""
    return f"{gain.title}: {reached}{day}"
