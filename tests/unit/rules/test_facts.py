"""Rules about facts: dates, statuses, figures, sources."""

from __future__ import annotations

from typing import Any

import pytest

from living_strategy.model import Body, Component, Framework, Measure, Network, Scheme
from living_strategy.settings import Settings
from tests.factories import a_goal, a_measure, a_project, a_record, an_area, an_organisation
from tests.unit.rules.found import fields, found

RETIRED = {"date": "2024", "reason": "Ferdig."}
INDICATOR = {"id": "bruk", "title": "Bruk", "unit": "count", "direction": "up"}


def _component(*adoption: dict[str, str]) -> Component:
    return Component.model_validate({"id": "fiks", "title": "Fiks", "adoption": adoption})


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ({"start": "2022", "end": "2019"}, ["period.end"]),
        ({"start": "2019-06", "end": "2019"}, []),
        ({"start": "2019", "end": "2019-01-01"}, []),
        ({"start": "2019-02", "end": "2019-01"}, ["period.end"]),
        ({"start": "2019"}, []),
        ({"end": "2019"}, []),
        (None, []),
    ],
)
def test_reversed_dates(period: dict[str, str] | None, expected: list[str]) -> None:
    """A period is reversed only when no reading of its dates fits."""
    assert fields("reversed-dates", a_measure(period=period)) == expected


def test_every_period() -> None:
    """Periods of registers and of the strategy itself are looked at too."""
    period = {"start": "2022", "end": "2019"}
    entries = (
        Network.model_validate({"id": "n", "title": "N", "period": period}),
        Framework.model_validate({"id": "f", "title": "F", "period": period}),
        Scheme.model_validate({"id": "s", "title": "S", "period": period}),
        a_project(period=period),
    )
    settings = Settings.model_validate({"title": "A", "period": period})

    findings = found("reversed-dates", *entries, settings=settings)
    assert [finding.ref for finding in findings] == ["", "n", "f", "s", "prosjekt"]


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        ({"minimum": 40, "maximum": -50}, ["grader"]),
        ({"minimum": -50, "maximum": -50}, []),
        ({"minimum": 1}, []),
        ({"maximum": -1}, []),
    ],
)
def test_reversed_bounds(bounds: dict[str, int], expected: list[str]) -> None:
    """A unit that no value fits is found before any value is given in it."""
    units = {"grader": {"symbol": "°C", **bounds}}
    settings = Settings.model_validate({"title": "A", "units": units})

    findings = found("reversed-bounds", settings=settings)

    assert [finding.params["unit"] for finding in findings] == expected


@pytest.mark.parametrize(
    ("date", "is_future"),
    [("2026", False), ("2026-11", False), ("2026-11-21", False), ("2026-11-22", True),
     ("2026-12", True), ("2027", True), ("1999-12-31", False)],
)  # fmt: skip
def test_date_in_future(date: str, is_future: bool) -> None:
    """A date lies in the future when its first possible day does (today: 2026-11-21)."""
    assert bool(found("date-in-future", a_goal(as_of=date))) is is_future


def test_every_date() -> None:
    """All dates of what has been are looked at, and plans are not."""
    late = "2099"
    measurement = {"date": late, "value": "1"}
    goal = a_goal(
        reviewed=late,
        sources=[{"title": "A", "date": late}],
        indicators=[INDICATOR | {"baseline": measurement, "values": [measurement],
                                 "target": measurement}],
        updates=[{"date": late, "text": "x"}],
    )  # fmt: skip
    measure = a_measure(
        status_date=late,
        period={"end": late},
        milestones=[{"title": "A", "date": late, "done": late}],
        costs=[{"year": "2099"}],
        gains=[{"title": "A", "unit": "hours", "date": late, "reached_date": late}],
    )
    findings = fields("date-in-future", goal, measure, _component({"date": late, "count": "1"}))

    assert sorted(findings) == [
        "adoption[0].date", "gains[0].reached_date", "indicators[0].baseline.date",
        "indicators[0].values[0].date",
        "milestones[0].done", "reviewed", "sources[0].date", "status_date", "updates[0].date",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["2019", "2020", "2021"], []), (["2021", "2020", "2019"], ["updates[1].date"]),
        (["2019", "2021", "2020"], ["updates[2].date"]), (["2019-06", "2019"], []),
        (["2019-06", "2019-05"], ["updates[1].date"]), ([], []), (["2019"], []),
    ],
)  # fmt: skip
def test_values_out_of_order(dates: list[str], expected: list[str]) -> None:
    """The first value that is older than the one before it is reported, not every one after."""
    updates = [{"date": date, "text": "x"} for date in dates]

    assert fields("values-out-of-order", a_measure(updates=updates)) == expected


def test_baseline_comes_first() -> None:
    """The baseline of an indicator is its oldest value."""
    values = [{"date": "2020", "value": "1"}, {"date": "2019", "value": "1"}]
    indicators = [INDICATOR | {"baseline": {"date": "2021", "value": "1"}, "values": values},
                  INDICATOR | {"values": values}]  # fmt: skip

    assert fields("values-out-of-order", a_goal(indicators=indicators)) == [
        "indicators[0].values[0].date", "indicators[1].values[1].date"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("period", "date", "is_outside"),
    [
        ({"start": "2019", "end": "2020"}, "2023", True), ({"start": "2019"}, "2018-12", True),
        ({"start": "2019", "end": "2020"}, "2020", False), ({"end": "2020-06"}, "2020", False),
        ({"start": "2019"}, "2099", False), (None, "1999", False),
        ({"start": "2022", "end": "2019"}, "1999", False), ({"start": "2019-06"}, "2019", False),
    ],
)  # fmt: skip
def test_milestone_outside_period(
    period: dict[str, str] | None, date: str, is_outside: bool
) -> None:
    """A milestone is outside when no reading fits; a reversed period is a mistake of its own."""
    project = a_project(period=period, milestones=[{"title": "A", "date": date}])
    expected = ["milestones[0].date"] if is_outside else []

    assert fields("milestone-outside-period", project) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"status": "stopped"}, ["status"]), ({"status": "paused"}, ["status"]),
        ({"status": "paused", "status_reason": "Penger"}, []), ({"status": "completed"}, []),
    ],
)  # fmt: skip
def test_status_without_reason(changes: dict[str, str], expected: list[str]) -> None:
    """Paused and stopped need a reason."""
    assert fields("status-without-reason", a_measure(**changes)) == expected
    assert fields("status-without-reason", a_project(**changes)) == expected


def test_reason_that_could_not_be_read() -> None:
    """A reason that held a mistake is not reported as missing."""
    record = a_record(a_measure(status="paused"), dropped=frozenset({"status_reason"}))

    assert fields("status-without-reason", records={"tiltak": record}) == []


@pytest.mark.parametrize("status", ["completed", "ongoing"])
def test_open_milestones(status: str) -> None:
    """What is completed has reached all its milestones."""
    milestones = [{"title": "A", "date": "2020", "done": "2020"}, {"title": "B", "date": "2021"}]
    expected = ["milestones[1]"] if status == "completed" else []

    project = a_project(status=status, milestones=milestones)
    assert fields("completed-with-open-milestones", project) == expected


@pytest.mark.parametrize(
    ("unit", "good", "bad"),
    [
        ("percent", ["0", "12.5", "100"], ["-1", "100.1"]),
        ("count", ["0", "357", "5.0"], ["-1", "1.5"]),
        ("rank", ["1", "12"], ["0", "1.5", "-2"]),
        ("million", ["0", "1.5"], ["-1"]),
        ("million_kroner", ["0", "1.5"], ["-1"]),
    ],
)
def test_value_outside_unit(unit: str, good: list[str], bad: list[str]) -> None:
    """Values must be possible in their unit."""
    values = [{"date": "2020", "value": value} for value in (*good, *bad)]
    goal = a_goal(indicators=[INDICATOR | {"unit": unit, "values": values}])

    assert [finding.params["value"] for finding in found("value-outside-unit", goal)] == bad


def test_baseline_and_target_are_values() -> None:
    """Baseline and target must fit the unit too."""
    value = {"date": "2020", "value": "-1"}
    goal = a_goal(indicators=[INDICATOR | {"baseline": value, "target": value}])

    assert fields("value-outside-unit", goal) == [
        "indicators[0].baseline.value", "indicators[0].target.value"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("total", "amounts", "expected"),
    [
        (10, [7, 8], ["total_cost"]), (15, [7, 8], []), (None, [7, 8], []), (10, [7, None], []),
        (0, [], []),
    ],
)  # fmt: skip
def test_grants(total: int | None, amounts: list[int | None], expected: list[str]) -> None:
    """Grants are not more than the total cost; unknown sums are not counted."""
    project = a_project(total_cost=total, funding=[{"amount": amount} for amount in amounts])

    assert fields("impossible-sum", project) == expected


def test_counts() -> None:
    """Users are not more than there are, and members not more than were counted."""
    component = _component(
        {"date": "2019", "count": "5", "total": "4"}, {"date": "2020", "count": "5"}
    )
    network = Network(id="n", title="N", members=("0301", "4601", "4601"), member_count=2)
    body = Body.model_validate(
        {"id": "b", "title": "B", "level": "expert", "members": ["ks", "n"], "member_count": 1}
    )

    assert [
        (finding.ref, finding.params["part"])
        for finding in found("impossible-sum", component, network, body)
    ] == [("fiks", "count"), ("b", "members")]


def test_duplicate_part_id() -> None:
    """Parts have ids of their own; the same id in two entries is fine."""
    indicators = [INDICATOR, INDICATOR | {"id": "annet"}, INDICATOR]
    entries = (a_goal(indicators=indicators), a_goal(id="to", indicators=indicators[:2]))

    [finding] = found("duplicate-part-id", *entries)
    assert (finding.ref, finding.location.field) == ("mal", "indicators[2].id")
    assert [place.field for place in finding.related] == ["indicators[0].id"]


@pytest.mark.parametrize(
    ("code", "field"), [("missing-source", "sources"), ("missing-as-of", "as_of")]
)
def test_missing(code: str, field: str) -> None:
    """Areas and items say where their facts come from and how old they are; registers may."""
    empty: Any = () if field == "sources" else None
    made = [make(**{field: empty}) for make in (an_area, a_goal, a_measure, a_project)]
    retired = a_goal(id="ferdig", retired=RETIRED, **{field: empty})
    entries = (*made, retired, an_organisation())

    assert [finding.ref for finding in found(code, *entries)] == [
        "omrade",
        "mal",
        "tiltak",
        "prosjekt",
    ]
    assert found(code, an_area(), a_goal(), a_measure(), a_project()) == []
    record = a_record(made[1], dropped=frozenset({field}))
    assert found(code, records={"mal": record}) == []


def test_value_without_source() -> None:
    """Baselines and values have sources; targets may."""
    known = {"date": "2020", "value": "1", "source": "KS"}
    unknown = {"date": "2021", "value": "1"}
    goal = a_goal(
        indicators=[
            INDICATOR | {"baseline": unknown, "values": [known, unknown], "target": unknown},
            INDICATOR | {"id": "to", "baseline": known},
            INDICATOR | {"id": "tre"},
        ]
    )

    assert fields("value-without-source", goal) == [
        "indicators[0].baseline", "indicators[0].values[1]"
    ]  # fmt: skip


def test_source_without_origin() -> None:
    """A web address or a publisher is enough to find a source again."""
    sources = [
        {"title": "A"},
        {"title": "B", "publisher": "KS"},
        {"title": "C", "url": "https://a.no"},
    ]
    component = Component.model_validate({"id": "c", "title": "C", "sources": sources})

    assert fields("source-without-origin", component, a_goal()) == ["sources[0]"]


def test_duplicate_alias() -> None:
    """An earlier id belongs to one entry, and is not the id of any."""
    goal = a_goal(aliases=["gammelt", "tiltak", "mal"])
    measure: Measure = a_measure(aliases=["gammelt", "nytt", "nytt"])

    assert [
        (finding.ref, finding.location.field, finding.params["other"])
        for finding in found("duplicate-alias", goal, measure)
    ] == [
        ("mal", "aliases[1]", "tiltak"), ("mal", "aliases[2]", "mal"),
        ("tiltak", "aliases[0]", "mal"), ("tiltak", "aliases[2]", "tiltak"),
    ]  # fmt: skip
