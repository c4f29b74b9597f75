"""Where bars and marks lie on the axis of years."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from living_strategy.figures.timeline import Dated, dated
from living_strategy.model.values import Status
from living_strategy.rendering.svg_timeline import WIDTH, Axis, Row, Timeline, timeline_picture
from tests.factories import a_measure

TODAY = date(2026, 11, 21)


def _picture(*measures: Any, heading: str = "") -> Timeline:
    groups = tuple(found for measure in measures if (found := dated(measure)))
    return timeline_picture([(heading, groups)], TODAY, lambda status: status.value)


def _row(**fields: Any) -> Row:
    (row,) = _picture(a_measure(**fields)).rows
    return row


def _span(row: Row) -> tuple[int, int]:
    match = re.match(r"M(\d+) \d+h(\d+)", row.bar)
    assert match
    return int(match[1]), int(match[1]) + int(match[2])


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
    """Long axes have fewer lines, at round years."""
    ticks = [year for _, year in Axis(1900, 1899 + years).ticks()]

    assert ticks[0] == 1900
    assert all(year % step == 0 for year in ticks)
    assert years == 1 or ticks[1] - ticks[0] == step


def test_a_single_year_is_always_written() -> None:
    """Whatever its last digit."""
    assert [year for _, year in Axis(2023, 2023).ticks()] == [2023]


def test_days_beyond_the_axis_lie_at_its_ends() -> None:
    """A status dated outside the period does not leave the picture."""
    axis = Axis(2020, 2021)

    assert axis.x(date(2000, 1, 1)) == axis.x(date(2020, 1, 1))
    assert axis.x(date(2050, 1, 1)) == axis.x(date(2021, 12, 31))


def test_a_period_of_years_covers_whole_years() -> None:
    """2020 to 2021 ends where 2022 begins."""
    picture = _picture(a_measure(period={"start": "2020", "end": "2021"}))

    start, end = _span(picture.rows[0])
    places = {year: x for x, year in picture.ticks}

    assert start == places[2020]
    assert abs(end - places[2022]) <= 1


def test_ends_that_are_not_stated_are_pointed() -> None:
    """An ongoing measure without an end goes on beyond today."""
    row = _row(period={"start": "2020"}, status="ongoing")
    stated = _row(period={"start": "2020", "end": "2021"})

    assert "l6 8-6 8" in row.bar
    assert "l6 8-6 8" not in stated.bar
    assert _span(row)[1] == WIDTH - 90
    assert "l-6-8 6-8" in _row(period={"end": "2021"}).bar


def test_what_is_over_does_not_go_on() -> None:
    """Without an end it stops where its status was last known, or is just a stub."""
    ongoing = _row(period={"start": "2020"}, status="ongoing")
    known = _row(period={"start": "2020"}, status="completed", status_date="2022")
    unknown = _row(period={"start": "2020"}, status="completed")

    assert _span(unknown)[1] < _span(known)[1] < _span(ongoing)[1]
    assert _span(unknown)[1] == _span(unknown)[0] + 8


def test_milestones_alone_have_marks_and_no_bar() -> None:
    """The status stands behind the last of them."""
    row = _row(milestones=[{"title": "A", "date": "2020"}, {"title": "B", "date": "2022"}])

    assert row.bar == ""
    assert len(row.marks) == 2
    assert not row.inside
    assert row.status_x > int(row.marks[1].shape[1:].split()[0])


def test_status_stands_in_the_bar_when_there_is_room() -> None:
    """A short bar, or a milestone in the way, sends it behind."""
    long = {"start": "2015", "end": "2025"}

    assert _row(period=long).inside
    assert not _row(period={"start": "2025-01", "end": "2025-02"}).inside
    assert not _row(period=long, milestones=[{"title": "A", "date": "2015-03"}]).inside


def test_labels_stay_in_the_picture() -> None:
    """The title of something that begins late is moved to the left, and a long one is cut."""
    late = _row(title="En ganske lang tittel på et tiltak", period={"start": "2026-12"})
    picture = _picture(a_measure(title="x" * 300, period={"start": "2020"}))

    assert late.label_x < _span(late)[0]
    assert picture.rows[0].label.endswith("…")
    assert picture.rows[0].label_x >= 0


def test_groups_have_headings_and_empty_groups_none() -> None:
    """Each row lies below the one before."""
    entry = dated(a_measure(period={"start": "2020"}))
    assert entry is not None
    groups: list[tuple[str, tuple[Dated, ...]]] = [
        ("A", (entry,)), ("Empty", ()), ("B", (entry, entry))
    ]  # fmt: skip

    picture = timeline_picture(groups, TODAY, lambda status: Status(status).value)

    assert [heading.text for heading in picture.headings] == ["A", "B"]
    tops = [picture.headings[0].y, picture.rows[0].y, picture.headings[1].y, picture.rows[1].y]
    assert tops == sorted(tops)
    assert picture.rows[2].y < picture.height
