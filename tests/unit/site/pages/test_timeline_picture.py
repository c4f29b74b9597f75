"""Where bars and marks lie on the axis of years."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from living_strategy.figures.timeline import Dated, dated
from living_strategy.partial_date import PartialDate
from living_strategy.site.pages.timeline.picture import (
    WIDTH,
    Axis,
    Piece,
    Row,
    Timeline,
    timeline_picture,
)
from tests.factories import a_measure

TODAY = date(2026, 11, 21)


def _picture(*measures: Any, heading: str = "") -> Timeline:
    groups = tuple(course for measure in measures if (course := dated(measure)))
    return timeline_picture([(heading, groups)], TODAY, lambda entry: entry.status.value, "late")


def _row(**fields: Any) -> Row:
    (row,) = _picture(a_measure(**fields)).rows
    return row


def _styles(row: Row) -> list[str]:
    return [piece.style for piece in row.pieces]


def _end(piece: Piece) -> int:
    return piece.x + piece.width


def test_axis_goes_from_the_first_day_to_today() -> None:
    """Today is on the axis even when everything is over."""
    picture = _picture(a_measure(period={"start": "2020", "end": "2021"}))

    assert picture.ticks[0][1] == 2020
    assert picture.ticks[-1][1] == 2026
    assert picture.ticks[-1][0] < picture.today_x < WIDTH


def test_axis_may_lie_ahead_of_today() -> None:
    """Plans reach into the future."""
    assert _picture(a_measure(period={"start": "2030", "end": "2031"})).ticks[-1][1] == 2031


@pytest.mark.parametrize(
    ("years", "step"), [(1, 1), (10, 1), (25, 2), (60, 5), (140, 10), (300, 20), (900, 50)]
)
def test_years_are_written_no_closer_than_they_can_be_read(years: int, step: int) -> None:
    """Long axes have fewer years, at round ones, and each of those has its line."""
    axis = Axis(1900, 1899 + years)
    ticks = [year for _, year in axis.ticks()]

    assert ticks[0] == 1900
    assert all(year % step == 0 for year in ticks)
    assert years == 1 or ticks[1] - ticks[0] == step
    assert {x for x, _ in axis.ticks()} <= set(axis.lines())
    assert len(axis.lines()) == (years if years < 80 else len(ticks))


def test_a_single_year_is_always_written() -> None:
    """Whatever its last digit."""
    assert [year for _, year in Axis(2023, 2023).ticks()] == [2023]


def test_days_beyond_the_axis_lie_at_its_ends() -> None:
    """A status dated outside the period does not leave the picture."""
    axis = Axis(2020, 2021)

    assert axis.x(date(2000, 1, 1)) == axis.x(date(2020, 1, 1))
    assert axis.x(date(2050, 1, 1)) == axis.x(date(2021, 12, 31))


@pytest.mark.parametrize("year", range(2014, 2027))
def test_a_year_is_not_drawn_on_the_line_of_the_next(year: int) -> None:
    """What is known to the year stands in the middle of it, and what ends with it ends before the
    first of January.
    """
    axis = Axis(2014, 2030)
    this, following = axis.x(date(year, 1, 1)), axis.x(date(year + 1, 1, 1))

    assert abs(axis.middle(PartialDate(str(year))) - (this + following) / 2) <= 1
    assert this < axis.end(date(year, 12, 31)) < following


def test_a_period_of_years_covers_whole_years() -> None:
    """2020 to 2021 begins with the one and ends just before 2022."""
    picture = _picture(a_measure(period={"start": "2020", "end": "2021"}, status="completed"))

    (piece,) = picture.rows[0].pieces
    places = {year: x for x, year in picture.ticks}

    assert piece.style == "solid"
    assert piece.x == places[2020]
    assert 1 <= places[2022] - _end(piece) <= 3


def test_nothing_is_solid_beyond_the_last_confirmation() -> None:
    """After it the bar is dashed, to today and no further, and a question mark says so."""
    picture = _picture(a_measure(period={"start": "2019"}, status_date="2021"))
    (row,) = picture.rows
    solid, unsure = row.pieces
    places = {year: x for x, year in picture.ticks}

    assert [solid.style, unsure.style] == ["solid", "unsure"]
    assert 1 <= places[2022] - _end(solid) <= 3
    assert unsure.x == _end(solid)
    assert _end(unsure) == picture.today_x
    assert row.unknown == (_end(unsure) + 8,)


def test_a_stated_end_is_planned_after_today_and_stops_before_it() -> None:
    """An end that has passed is the end of the bar; one that is ahead is an outline."""
    picture = _picture(a_measure(period={"start": "2024", "end": "2030"}, status_date="2024"))
    (ahead,) = picture.rows
    passed = _row(period={"start": "2019", "end": "2022"}, status_date="2020")

    assert _styles(ahead) == ["solid", "unsure", "ahead"]
    assert [ahead.pieces[2].x, ahead.unknown] == [picture.today_x, ()]
    assert [_styles(passed), passed.unknown] == [["solid", "unsure"], ()]


def test_a_plan_is_never_solid() -> None:
    """Also when its time has come: nobody knows whether it began."""
    assert _styles(_row(status="planned", period={"start": "2023"})) == ["unsure"]
    assert _styles(_row(status="planned", period={"start": "2026-12-31"})) == ["ahead"]
    assert _styles(_row(status="proposed", period={"start": "2025", "end": "2028"})) == [
        "unsure", "ahead",
    ]  # fmt: skip


def test_what_is_over_without_an_end_is_not_known_to_have_run() -> None:
    """It is dashed to the day it was said to be over; a start that is not stated has its sign."""
    row = _row(period={"start": "2019"}, status="completed", status_date="2022")
    ended = _row(period={"end": "2022"}, status="completed", status_date="2022")

    assert _styles(row) == ["solid", "unsure"]
    assert len(row.unknown) == 1
    assert _styles(ended) == ["solid"]
    assert ended.unknown == (ended.pieces[0].x - 8,)


def test_something_of_one_day_can_be_seen() -> None:
    """Confirmed or not."""
    day = {"start": "2024-03-01", "end": "2024-03-01"}

    assert _row(period=day, status="completed").pieces[0].width == 4
    assert _row(period=day, status="planned").pieces == (
        Piece("unsure", _row(period=day, status="planned").pieces[0].x, 4),
    )


def test_marks_are_told_apart_by_shape() -> None:
    """Reached and ahead are diamonds, late is a triangle; years are spans, months are none."""
    milestones = [
        {"title": "A", "date": "2019", "done": "2020-05"}, {"title": "B", "date": "2021"},
        {"title": "C", "date": "2028"},
    ]  # fmt: skip
    picture = _picture(a_measure(milestones=milestones))
    (row,) = picture.rows
    done, late, ahead = row.marks

    assert [mark.style for mark in row.marks] == ["done", "late", "open"]
    assert "l7 7-7 7-7-7z" in done.shape
    assert "l7 7-7 7-7-7z" in ahead.shape
    assert "l7 14h-14z" in late.shape
    assert done.span is None
    assert late.span
    axis = Axis(2019, 2028)
    assert late.span == (axis.x(date(2021, 1, 1)), axis.end(date(2021, 12, 31)) - late.span[0])
    assert row.late == "late"
    assert row.pieces == ()


def test_an_end_that_has_passed_is_marked() -> None:
    """With the same sign as a late milestone; what is closed is never late."""
    period = {"start": "2019", "end": "2022"}

    assert [(mark.style, mark.milestone) for mark in _row(period=period).marks] == [("late", None)]
    assert _row(period=period, status="completed").marks == ()
    assert _row(period=period, status="completed").late == ""


def test_labels_stay_in_the_picture() -> None:
    """The title of something that begins late is moved to the left, and a long one is cut; the
    status has its room behind it.
    """
    late = _row(title="En ganske lang tittel på et tiltak", period={"start": "2026-12"})
    picture = _picture(a_measure(title="x" * 300, period={"start": "2020"}))

    assert late.label_x < late.pieces[0].x
    assert late.status == "ongoing"
    assert picture.rows[0].label.endswith("…")
    assert picture.rows[0].label_x >= 0


def test_groups_have_headings_and_empty_groups_none() -> None:
    """Each row lies below the one before."""
    entry = dated(a_measure(period={"start": "2020"}))
    assert entry is not None
    groups: list[tuple[str, tuple[Dated, ...]]] = [
        ("A", (entry,)), ("Empty", ()), ("B", (entry, entry))
    ]  # fmt: skip

    picture = timeline_picture(groups, TODAY, lambda entry: entry.status.value, "late")

    assert [heading.text for heading in picture.headings] == ["A", "B"]
    tops = [picture.headings[0].y, picture.rows[0].y, picture.headings[1].y, picture.rows[1].y]
    assert tops == sorted(tops)
    assert picture.rows[2].y < picture.height
