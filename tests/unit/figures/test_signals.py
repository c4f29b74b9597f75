"""What the dates of an item say: each signal, each gap, and what gives none."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from living_strategy.figures.signals import (
    Gap,
    Item,
    ItemSignals,
    Signal,
    SignalKind,
    State,
    item_signals,
    signals_in_force,
)
from living_strategy.model import Entry
from living_strategy.model.values import Status
from living_strategy.partial_date import PartialDate
from living_strategy.settings import Settings
from tests.factories import (
    TODAY,
    a_goal,
    a_graph,
    a_measure,
    a_project,
    an_area,
    an_organisation,
)

# With these a measure or project has neither signals nor gaps.
FRESH: Mapping[str, Any] = {
    "responsible": ["ks"], "reviewed": "2026-11", "status_date": "2026-10",
    "period": {"start": "2024", "end": "2028"},
}  # fmt: skip
LATE_MILESTONE, PAST_END = SignalKind.LATE_MILESTONE, SignalKind.PAST_END


def computed(item: Item, *others: Entry, changed: date | None = None, **limits: int) -> ItemSignals:
    """The signals of an item in a strategy where KS may own it, today."""
    settings = Settings.model_validate({"title": "Strategi", "review_months": limits})
    entries = (an_area(), an_organisation(), item, *others)
    graph = a_graph(*entries, settings=settings)
    return item_signals(item, graph, TODAY, lambda entry: changed)


def a_signal(
    kind: SignalKind, since: str | None = None, months: int | None = None, milestone: str = ""
) -> Signal:
    """A signal since a date, if there is one."""
    return Signal(kind, PartialDate(since) if since else None, months, milestone)


def signals(**changes: Any) -> tuple[Signal, ...]:
    """The signals of a measure that would have none without these changes."""
    return computed(a_measure(**{**FRESH, **changes})).signals


def test_a_measure_with_fresh_dates_has_nothing_to_look_at() -> None:
    """Reviewed, confirmed, within its period, and owned."""
    item = computed(a_measure(**FRESH))

    assert (item.signals, item.gaps, item.state) == ((), (), State.CLEAR)


def test_milestones_and_the_end_of_the_period_that_have_passed() -> None:
    """Each late milestone is named, oldest first, then the period; whole months are counted from
    the last day that the date may mean.
    """
    milestones = [
        {"title": "Nådd", "date": "2024", "done": "2024"},
        {"title": "Første", "date": "2024-02"},
        {"title": "Andre", "date": "2026-10-20"},
        {"title": "Senere", "date": "2027"},
    ]

    assert signals(milestones=milestones, period={"start": "2024", "end": "2025"}) == (
        a_signal(LATE_MILESTONE, "2024-02", 32, "Første"),
        a_signal(LATE_MILESTONE, "2026-10-20", 1, "Andre"),
        a_signal(PAST_END, "2025", 10),
    )


@pytest.mark.parametrize("status", ["proposed", "planned", "ongoing"])
def test_the_period_of_anything_open_may_be_over(status: str) -> None:
    """Whether it has begun or not."""
    item = computed(a_measure(**{**FRESH, "status": status, "period": {"end": "2025-12-31"}}))

    assert item.signals == (a_signal(PAST_END, "2025-12-31", 10),)


def test_what_is_planned_and_should_have_begun() -> None:
    """From the day after the last day that the start may mean."""
    planned = {"status": "planned", "status_date": "2026-01"}

    assert signals(**planned, period={"start": "2026-05", "end": "2028"}) == (
        a_signal(SignalKind.NOT_STARTED, "2026-05", 5),
    )
    assert signals(**planned, period={"start": "2026", "end": "2028"}) == ()
    assert signals(status="proposed", period={"start": "2020", "end": "2028"}) == ()


@pytest.mark.parametrize(
    ("confirmed", "signal"),
    [
        ("2026-05-21", None),
        ("2026-05-20", a_signal(SignalKind.NO_REPORT, "2026-05-20", 6)),
        ("2024-11-21", a_signal(SignalKind.NO_REPORT, "2024-11-21", 24)),
        ("2024-11-20", a_signal(SignalKind.UNCONFIRMED, "2024-11-20", 24)),
        ("2023", a_signal(SignalKind.UNCONFIRMED, "2023", 34)),
    ],
)
def test_running_work_is_reported_or_confirmed(confirmed: str, signal: Signal | None) -> None:
    """Without a report for half a year; after two years it is no longer known to run at all."""
    assert signals(status_date=confirmed) == ((signal,) if signal else ())


@pytest.mark.parametrize(
    "changes",
    [
        {"updates": [{"date": "2026-10", "text": "I rute."}]},
        {"milestones": [{"title": "Pilot", "date": "2026-10", "done": "2026-10"}]},
    ],
)
def test_a_report_or_a_milestone_reached_confirms(changes: dict[str, Any]) -> None:
    """Not only the date of the status."""
    assert signals(status_date="2020", **changes) == ()


def test_running_work_that_nobody_has_dated() -> None:
    """There is no report; how old the status is cannot be said."""
    item = computed(a_measure(**{**FRESH, "status_date": None}))

    assert item.signals == (a_signal(SignalKind.NO_REPORT),)
    assert item.gaps == (Gap.CONFIRMATION,)


@pytest.mark.parametrize("status", ["proposed", "planned", "paused"])
def test_only_running_work_needs_reports(status: str) -> None:
    """What waits has nothing to tell."""
    assert signals(status=status, status_date="2019", status_reason="Venter.", period=None) == ()


@pytest.mark.parametrize(
    ("status", "reviewed", "months"),
    [
        ("ongoing", "2026-05-21", None), ("ongoing", "2026-05-20", 6),
        ("planned", "2026-05-20", None), ("planned", "2025-11-20", 12), ("planned", "2025", None),
    ],
)  # fmt: skip
def test_what_nobody_has_looked_at(status: str, reviewed: str, months: int | None) -> None:
    """Half a year for running work, a year for the rest."""
    item = computed(
        a_measure(
            **{
                **FRESH,
                "status": status,
                "status_date": None,
                "as_of": None,
                "updates": [],
                "milestones": [{"title": "Steg", "date": "2026-10", "done": "2026-10"}],
                "reviewed": reviewed,
                "period": {"start": "2027", "end": "2028"},
            }
        )
    )

    expected = () if months is None else (a_signal(SignalKind.STALE, reviewed, months),)
    assert item.signals == expected


def test_limits_are_those_of_the_strategy() -> None:
    """For running work and for the rest."""
    measure, goal = (
        a_measure(**{**FRESH, "reviewed": "2026-07", "status_date": "2026-07"}),
        a_goal(),
    )

    assert computed(measure, goal, running=3).signals == (
        a_signal(SignalKind.NO_REPORT, "2026-07", 3), a_signal(SignalKind.STALE, "2026-07", 3),
    )  # fmt: skip
    assert computed(goal, other=120).signals == ()
    assert computed(goal).signals == (a_signal(SignalKind.STALE, "2024", 22),)


def test_where_the_history_is_known_it_counts_instead_of_the_facts() -> None:
    """A change of substance is the newest look at an entry, and old facts are no look at it."""
    old = a_goal(as_of="2026-10")
    changed, before = date(2026, 6, 1), date(2025, 11, 20)

    assert computed(a_goal(as_of="2020"), changed=changed).signals == ()
    assert computed(old, changed=before).signals == (a_signal(SignalKind.STALE, "2025-11-20", 12),)
    assert computed(a_goal(reviewed="2026-10"), changed=before).signals == ()


@pytest.mark.parametrize(("value", "is_behind"), [(29, True), (30, False), (31, False)])
def test_an_indicator_behind_its_path(value: int, is_behind: bool) -> None:
    """By the value of the path that was due when it was measured last."""
    indicator = {
        "id": "i", "title": "Svar innen fristen", "unit": "percent", "direction": "up",
        "path": [{"date": "2025", "value": 30}, {"date": "2027", "value": 50}],
        "values": [{"date": "2026-03", "value": value}],
    }  # fmt: skip
    item = computed(a_goal(reviewed="2026-11", indicators=[indicator]))
    behind = Signal(SignalKind.BEHIND_PATH, PartialDate("2025"), 10, indicator="Svar innen fristen")

    assert item.signals == ((behind,) if is_behind else ())
    assert item.state is (State.OTHER if is_behind else State.CLEAR)


def test_behind_a_path_in_a_year_that_is_not_over() -> None:
    """No months have gone since then, and none are counted backwards."""
    indicator = {
        "id": "i", "title": "Svar innen fristen", "unit": "percent", "direction": "up",
        "path": [{"date": "2026", "value": 30}], "values": [{"date": "2026", "value": 29}],
    }  # fmt: skip
    [signal] = computed(a_goal(reviewed="2026-11", indicators=[indicator])).signals

    assert (signal.kind, signal.since, signal.months) == (
        SignalKind.BEHIND_PATH,
        PartialDate("2026"),
        0,
    )


def test_an_item_without_any_date_cannot_be_judged() -> None:
    """That is unknown: neither good nor bad."""
    item = computed(a_goal(as_of=None))

    assert (item.signals, item.gaps, item.state) == ((), (Gap.REVIEW,), State.UNKNOWN)


def test_what_nobody_owns() -> None:
    """No one responsible for a measure, no lead of a project, or only one that is retired."""
    gone = an_organisation(id="borte", retired={"date": "2024", "reason": "Lagt ned."})
    project = {key: value for key, value in FRESH.items() if key != "responsible"}
    nobody = (a_signal(SignalKind.NO_OWNER),)

    assert signals(responsible=[]) == nobody
    assert computed(a_project(**project), a_measure(), a_goal()).signals == nobody
    assert computed(a_project(lead="ks", **project), a_measure(), a_goal()).signals == ()
    assert computed(a_measure(**{**FRESH, "responsible": ["borte"]}), gone).signals == nobody
    assert computed(a_goal(reviewed="2026-11")).signals == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"status": "completed"}, {"status": "stopped", "status_reason": "Ingen penger."},
        {"retired": {"date": "2025", "reason": "Slutt."}},
    ],
)  # fmt: skip
def test_what_is_over_gives_no_signals(changes: dict[str, Any]) -> None:
    """Though everything about it is old and nobody owns it."""
    milestones = [{"title": "Åpen", "date": "2018"}]
    item = computed(
        a_measure(period={"start": "2016", "end": "2018"}, milestones=milestones, **changes)
    )

    assert (item.signals, item.gaps, item.state) == ((), (), State.CLOSED)


@pytest.mark.parametrize(
    ("changes", "gaps"),
    [
        ({"period": None}, (Gap.DEADLINE,)),
        ({"period": {"start": "2024"}}, (Gap.DEADLINE,)),
        ({"period": None, "milestones": [{"title": "Neste", "date": "2027"}]}, ()),
        ({"status": "planned", "period": None}, (Gap.START, Gap.DEADLINE)),
        ({"status": "planned", "period": {"end": "2028"}}, (Gap.START,)),
        ({"status": "proposed", "period": None}, ()),
    ],
)
def test_dates_that_are_missing_are_gaps(changes: dict[str, Any], gaps: tuple[Gap, ...]) -> None:
    """Where nothing is decided, no date is missing."""
    item = computed(a_measure(**{**FRESH, **changes}))

    assert (item.signals, item.gaps) == ((), gaps)
    assert item.state is (State.UNKNOWN if gaps else State.CLEAR)


@pytest.mark.parametrize("status", list(Status))
def test_late_comes_before_everything_else_in_a_sum(status: Status) -> None:
    """What is past a date counts as that, whatever else is found; what is over is never late."""
    reason = "Venter." if status.needs_reason else None
    item = computed(a_measure(status=status, status_reason=reason, period={"end": "2025"}))

    assert item.state is (State.CLOSED if status.is_closed else State.LATE)
    assert computed(a_measure(status_date="2020")).state is State.OTHER


def test_who_is_asked_how_it_goes_is_not_asked_to_look_as_well() -> None:
    """One thing is told once; counts have all."""
    item = computed(a_measure(responsible=["ks"], status_date="2024", period={"end": "2028"}))

    assert [signal.kind for signal in item.signals] == [SignalKind.NO_REPORT, SignalKind.STALE]
    assert [signal.kind for signal in item.told] == [SignalKind.NO_REPORT]


def test_everything_in_force_is_looked_at() -> None:
    """Goals, measures and projects in the order of the files; what is retired is left out."""
    retired = {"date": "2025", "reason": "Slutt."}
    graph = a_graph(
        an_area(), an_organisation(), a_project(), a_measure(), a_goal(),
        a_goal(id="gammelt", retired=retired), a_measure(id="nedlagt", retired=retired),
    )  # fmt: skip

    assert [item.entry.id for item in signals_in_force(graph, TODAY)] == [
        "mal", "tiltak", "prosjekt",
    ]  # fmt: skip
