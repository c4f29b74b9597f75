"""Where bars and marks lie on the axis of years."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from living_strategy.figures.timeline import Dated, dated
from living_strategy.partial_date import PartialDate
from living_strategy.site.pages.timeline.axis import NARROW, Axis, Tick
from living_strategy.site.pages.timeline.picture import (
    BAR_HEIGHT,
    LANE_HEIGHT,
    Mark,
    Piece,
    Row,
    Timeline,
    timeline_picture,
)
from tests.factories import a_measure

TODAY = date(2026, 11, 21)


def _picture(*measures: Any) -> Timeline:
    group = tuple(entry for measure in measures if (entry := dated(measure)))
    return timeline_picture([group], TODAY)


def _row(**fields: Any) -> Row:
    (row,) = _picture(a_measure(**fields)).groups[0]
    return row


def _styles(row: Row) -> list[str]:
    return [piece.style for piece in row.pieces]


def test_axis_goes_from_the_first_day_to_today() -> None:
    """Today is on the axis even when everything is over."""
    picture = _picture(a_measure(period={"start": "2020", "end": "2021"}))

    assert picture.ticks[0].year == 2020
    assert picture.ticks[-1].year == 2026
    assert picture.ticks[-1].x < picture.today < 97


def test_axis_may_lie_ahead_of_today() -> None:
    """Plans reach into the future."""
    assert _picture(a_measure(period={"start": "2030", "end": "2031"})).ticks[-1].year == 2031


def test_years_are_written_as_the_width_allows() -> None:
    """On a phone every fifth, on a wide page every second; 2020 stands on both."""
    assert Axis(2014, 2031).ticks() == (
        Tick(3.0, 2014, "wide"), Tick(8.22, 2015, "narrow"), Tick(13.44, 2016, "wide"),
        Tick(23.89, 2018, "wide"), Tick(34.33, 2020, ""), Tick(44.79, 2022, "wide"),
        Tick(55.23, 2024, "wide"), Tick(60.46, 2025, "narrow"), Tick(65.68, 2026, "wide"),
        Tick(76.12, 2028, "wide"), Tick(86.57, 2030, ""),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("years", "narrow", "wide"),
    [(1, 1, 1), (5, 1, 1), (12, 5, 1), (25, 5, 2), (60, 20, 5), (140, 50, 20), (900, 100, 100)],
)
def test_years_are_written_no_closer_than_they_can_be_read(
    years: int, narrow: int, wide: int
) -> None:
    """Long axes have fewer years, at round ones, and each of those has its line."""
    axis = Axis(1900, 1899 + years)
    steps = {
        room: [tick.year for tick in axis.ticks() if tick.only in ("", room)]
        for room in ("narrow", "wide")
    }

    assert steps == {
        "narrow": list(range(1900, 1900 + years, narrow)),
        "wide": list(range(1900, 1900 + years, wide)),
    }
    assert {tick.x for tick in axis.ticks()} <= set(axis.lines())
    assert len(axis.lines()) == (years if years < 45 else len(axis.ticks()))


def test_a_single_year_is_always_written() -> None:
    """Whatever its last digit."""
    assert Axis(2023, 2023).ticks() == (Tick(3.0, 2023, ""),)


def test_days_beyond_the_axis_lie_at_its_ends() -> None:
    """A status dated outside the period does not leave the picture."""
    axis = Axis(2020, 2021)

    assert [axis.x(date(2000, 1, 1)), axis.x(date(2020, 1, 1))] == [3.0, 3.0]
    assert [axis.x(date(2050, 1, 1)), axis.x(date(2021, 12, 31))] == [97.0, 97.0]


def test_a_period_of_years_covers_whole_years() -> None:
    """2020 to 2021 begins with the one and ends with the last day of the other."""
    row = _row(period={"start": "2020", "end": "2021"}, status="completed")
    axis = Axis(2020, 2026)

    assert row.pieces == (
        Piece("solid", 3.0, round(axis.x(date(2021, 12, 31)) - 3.0, 2)),
    )  # fmt: skip
    assert [row.begins_earlier, row.ends_later, row.height] == [None, None, BAR_HEIGHT + 2]


def test_nothing_is_solid_beyond_the_last_confirmation() -> None:
    """After it the bar fades out, to today and no further, and it may go on."""
    picture = _picture(a_measure(period={"start": "2019"}, status_date="2021"))
    (row,) = picture.groups[0]
    solid, unsure = row.pieces

    assert [solid.style, unsure.style] == ["solid", "unsure"]
    assert solid.end == Axis(2019, 2026).x(date(2021, 12, 31))
    assert unsure.x == solid.end
    assert unsure.end == picture.today
    assert row.ends_later == unsure.end


def test_a_stated_end_is_planned_after_today_and_stops_before_it() -> None:
    """An end that has passed is the end of the bar; one that is ahead is an outline."""
    picture = _picture(a_measure(period={"start": "2024", "end": "2030"}, status_date="2024"))
    ((ahead,),) = picture.groups
    passed = _row(period={"start": "2019", "end": "2022"}, status_date="2020")

    assert _styles(ahead) == ["solid", "unsure", "ahead"]
    assert [ahead.pieces[2].x, ahead.ends_later] == [picture.today, None]
    assert [_styles(passed), passed.ends_later] == [["solid", "unsure"], None]


def test_a_plan_is_never_solid() -> None:
    """Also when its time has come: nobody knows whether it began."""
    assert _styles(_row(status="planned", period={"start": "2023"})) == ["unsure"]
    assert _styles(_row(status="planned", period={"start": "2026-12-31"})) == ["ahead"]
    assert _styles(_row(status="proposed", period={"start": "2025", "end": "2028"})) == [
        "unsure", "ahead",
    ]  # fmt: skip


def test_what_is_over_without_an_end_is_not_known_to_have_run() -> None:
    """It fades out to the day it was said to be over; a start that is not stated has its sign."""
    row = _row(period={"start": "2019"}, status="completed", status_date="2022")
    ended = _row(period={"end": "2022"}, status="completed", status_date="2022")

    assert _styles(row) == ["solid", "unsure"]
    assert [row.begins_earlier, row.ends_later] == [None, row.pieces[1].end]
    assert _styles(ended) == ["solid"]
    assert [ended.begins_earlier, ended.ends_later] == [ended.pieces[0].x, None]


def test_something_of_one_day_can_be_seen() -> None:
    """Confirmed or not."""
    day = {"start": "2024-03-01", "end": "2024-03-01"}

    assert [piece.width for piece in _row(period=day, status="completed").pieces] == [0.4]
    (piece,) = _row(period=day, status="planned").pieces
    assert [piece.style, piece.width] == ["unsure", 0.4]


def test_a_milestone_is_as_long_as_its_date_is_unsure() -> None:
    """A year is a year long, a month a month, and a day has its place; what would be too short to
    be seen is a pin. Beside each other they share a lane.
    """
    milestones = [
        {"title": "A", "date": "2019", "done": "2020-05"}, {"title": "B", "date": "2021"},
        {"title": "C", "date": "2028-02-01"},
    ]  # fmt: skip
    measure = a_measure(milestones=milestones)
    ((row,),) = _picture(measure).groups
    axis = Axis(2019, 2028)
    may, year, day = (
        (axis.x(date(2020, 5, 1)), axis.x(date(2020, 5, 31))),
        (axis.x(date(2021, 1, 1)), axis.x(date(2021, 12, 31))),
        (axis.x(date(2028, 2, 1)),) * 2,
    )

    assert row.marks == (
        Mark("done", may[0], round(may[1] - may[0], 2), 0, measure.milestones[0]),
        Mark("late", year[0], round(year[1] - year[0], 2), 0, measure.milestones[1]),
        Mark("open", day[0], 0, 0, measure.milestones[2]),
    )
    assert [mark.is_pin for mark in row.marks] == [True, False, True]
    assert 0 < row.marks[0].width < row.marks[1].width / 11
    assert [row.late, row.pieces, row.height] == [PartialDate("2021"), (), LANE_HEIGHT]


@pytest.mark.parametrize("first", ["2024-02", "2024-03-15", "2024"])
def test_what_a_finger_hits_touches_no_other(first: str) -> None:
    """Milestones of a lane are as far from each other, on a phone, as their targets are wide."""
    months = [f"20{year}-{month:02}" for year in range(20, 28) for month in (1, 4, 7, 10)]
    row = _row(milestones=[{"title": date, "date": date} for date in (first, *months)])
    lanes: dict[int, list[Mark]] = {}
    for mark in row.marks:
        lanes.setdefault(mark.y, []).append(mark)

    pairs = [pair for lane in lanes.values() for pair in pairwise(lane)]
    assert len(pairs) > 10
    for left, right in pairs:
        ends = max(left.middle * NARROW / 100 + LANE_HEIGHT / 2, left.end * NARROW / 100)
        begins = min(right.middle * NARROW / 100 - LANE_HEIGHT / 2, right.x * NARROW / 100)
        assert ends <= begins + 0.1
    assert sorted(lanes) == [LANE_HEIGHT * number for number in range(len(lanes))]


def test_milestones_of_the_same_time_stand_below_each_other() -> None:
    """Below the bar, in as few lanes as there must be."""
    milestones = [
        {"title": "A", "date": "2021", "done": "2021"}, {"title": "B", "date": "2021-06-01"},
        {"title": "C", "date": "2024"},
    ]  # fmt: skip
    row = _row(milestones=milestones, period={"start": "2020"})

    lanes = {mark.milestone.title: mark.y for mark in row.marks if mark.milestone}
    assert lanes == {"A": 16, "B": 16 + LANE_HEIGHT, "C": 16}
    assert row.height == 16 + 2 * LANE_HEIGHT


def test_an_end_that_has_passed_is_marked() -> None:
    """Like a late milestone, over all of the year it fell in; what is closed is never late."""
    period = {"start": "2019", "end": "2022"}
    axis = Axis(2019, 2026)
    row = _row(period=period)

    start = axis.x(date(2022, 1, 1))
    width = round(axis.x(date(2022, 12, 31)) - start, 2)
    assert row.marks == (Mark("late", start, width, 16, None),)
    assert row.late == PartialDate("2022")
    completed = _row(period=period, status="completed")
    assert [completed.marks, completed.late] == [(), None]


def test_groups_share_the_axis() -> None:
    """An empty group has no rows, and without any there is nothing to draw."""
    entry = dated(a_measure(period={"start": "2020"}))
    assert entry is not None
    groups: list[tuple[Dated, ...]] = [(entry,), (), (entry, entry)]

    picture = timeline_picture(groups, TODAY)

    assert [len(rows) for rows in picture.groups] == [1, 0, 2]
    assert picture.has_rows
    assert not timeline_picture([()], TODAY).has_rows
