"""Results of a year, third by third: what happened, what did not, and what was measured."""

from __future__ import annotations

from datetime import date

from living_strategy.content.graph import Graph
from living_strategy.content.tree import MemorySource
from living_strategy.history.event import NO_HISTORY
from living_strategy.history.event_words import titles_of
from living_strategy.history.happenings import happenings
from living_strategy.inspection import inspect_source
from living_strategy.language import Language
from living_strategy.papers.changes import ChangeWords
from living_strategy.papers.report import Reported
from living_strategy.papers.report_figures import figures
from living_strategy.papers.year_results import PartResults, year_results
from tests.factories import TODAY
from tests.integration.plan_content import FILES
from tests.reported_year import reported_graph, reported_history

ENGLISH = Language.load("en")


def _plan(**changed: str) -> Graph:
    files = {path: changed.get(path, text).encode() for path, text in FILES.items()}
    return inspect_source(MemorySource(files), TODAY).graph


def _results(
    graph: Graph, year: int, today: date = TODAY, language: Language = ENGLISH
) -> tuple[PartResults, ...]:
    words = ChangeWords(titles_of(graph, NO_HISTORY), language, lambda kind, entry: f"/{entry}/")
    return year_results(year, Reported(graph, NO_HISTORY, today), words)


def _told(results: PartResults) -> dict[str, dict[str, tuple[str, ...]]]:
    return {
        part.heading: {item.title: item.lines for item in part.items} for part in results.matters
    }


def test_a_year_without_history() -> None:
    """What the content dates is told, also where git knows nothing: what was reached, what was
    not, and what was measured, each in its third.
    """
    first, second, third = _results(_plan(), 2025)

    assert [_told(first), _told(second)] == [{}, {}]
    assert _told(third) == {
        "Done": {"Nye skjema": ("The milestone “Ti skjema” is reached, November 2025",)},
        "Reported": {"Nye skjema": ("New report for November 2025: “De ti første er i bruk.”",)},
        "Decided": {
            "Nye skjema": (
                "New decision: “Vedtar handlingsplanen”, December 11, 2025 (“Lillevik kommune”)",
            ),
            "Fondet for ny teknologi": (
                "New decision: “Oppretter fondet”, December 11, 2025 (“Lillevik kommune”)",
            ),
        },
        "Not reached by its date": {
            "Nye skjema": ("Ti skjema (October 2025): reached November 2025",)
        },
        "Gains measured": {
            "Nye skjema": (
                "Mindre tid til registrering: 300\u00a0hours of 1,200\u00a0hours a year "
                "(December 2025)",
            )
        },
    }
    assert third.sentences[-2:] == (
        "1 milestone was not reached by its date.",
        "1 gain was measured.",
    )


def test_the_figures_are_those_of_the_report() -> None:
    """The sentences of a third begin with the ones of its report, and say what they rest on."""
    graph, history = reported_graph(), reported_history()
    words = ChangeWords(titles_of(graph, history), ENGLISH, lambda kind, entry: "")
    second = year_results(2026, Reported(graph, history, TODAY), words)[1]
    period = second.part.period
    known = happenings(graph, history, period, TODAY)

    of_report = tuple(figures(known, graph, history, period, TODAY, ENGLISH))
    assert second.sentences[: len(of_report)] == of_report
    assert {"Done", "Moved", "Stopped or paused", "Measured"} <= set(_told(second))
    assert not {"New and retired", "Other changes of substance"} & set(_told(second))
    assert "The history begins" in " ".join(second.notes)


def test_thirds_that_have_not_begun_are_left_out() -> None:
    """A year that is to come has no results, and one that runs has those so far."""
    graph = _plan()

    assert _results(graph, 2027) == ()
    assert [third.part.number for third in _results(graph, 2026, date(2026, 8, 31))] == [1, 2]


def test_quarters() -> None:
    """A strategy that reports by quarter has four results, each with what happened then."""
    path = "strategy/strategy.yml"
    results = _results(_plan(**{path: FILES[path] + "reporting: quarter\n"}), 2025)

    assert [told.part.key for told in results] == ["2025-1", "2025-2", "2025-3", "2025-4"]
    assert [bool(told.matters) for told in results] == [False, False, False, True]


def test_what_was_missed() -> None:
    """A milestone is missed from the day after the last one that its date may mean, for as long as
    the work is open; one that is reached late is told with when.
    """
    path = "projects/felles-arkiv.md"

    def missed(graph: Graph, today: date) -> list[dict[str, tuple[str, ...]]]:
        results = _results(graph, 2026, today)
        return [_told(third).get("Not reached by its date", {}) for third in results]

    told = {"Felles arkiv": ("Avtalen er klar (June 2026): we have not found that it was reached",)}
    assert missed(_plan(), date(2026, 6, 30)) == [{}, {}]
    assert missed(_plan(), date(2026, 7, 1)) == [{}, told]
    stopped = FILES[path].replace(
        "status: ongoing", "status: stopped\nstatus_reason: Storvik trakk seg."
    )
    assert missed(_plan(**{path: stopped}), date(2026, 7, 1)) == [{}, {}]


def test_a_fund_has_results_of_its_own() -> None:
    """Its milestone is told in the third in which it was reached, and missed where it was not."""
    path = "strategy/registers/schemes.yml"
    opened = FILES[path].replace(", done: 2026-03-10", "")

    assert _told(_results(_plan(), 2026)[0]) == {
        "Done": {
            "Fondet for ny teknologi": (
                "The milestone “Første tildeling” is reached, March 10, 2026",
            )
        }
    }
    assert _told(_results(_plan(**{path: opened}), 2026)[0]) == {
        "Not reached by its date": {
            "Fondet for ny teknologi": (
                "Første tildeling (March 2026): we have not found that it was reached",
            )
        }
    }
