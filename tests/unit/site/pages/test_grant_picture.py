"""The picture of grants: one scale, and outlines for what nobody knows."""

from __future__ import annotations

from living_strategy.site.pages.financing.picture import (
    MAX_OUTLINES,
    Line,
    Part,
    Segment,
    YearOfGrants,
    grant_picture,
)
from living_strategy.site.pictures.bars import MIN_PAGE_WIDTH


def test_years_have_one_scale_and_unknown_grants_their_outlines() -> None:
    """What is unknown has no length: all outlines are alike, behind the bar or alone."""
    years = [
        YearOfGrants("2019", (Part(300, "series-1", "A"), Part(100, "series-2", "B")), 0),
        YearOfGrants("2020", (Part(100, "series-2", "B"),), 2),
        YearOfGrants("2021", (), 1),
    ]

    picture = grant_picture(years)

    assert picture.height == 162
    assert picture.lines == (
        Line(0, "2019", (Segment(0.0, 74.46, "series-1", "A"),
                         Segment(74.46, 24.82, "series-2", "B")), 99.28, (), 0),
        Line(54, "2020", (Segment(0.0, 24.82, "series-2", "B"),), 24.82, (4, 20), 0),
        Line(108, "2021", (), 0.0, (1,), 0),
    )  # fmt: skip


def test_the_longest_bar_leaves_room_for_its_outlines_on_a_phone() -> None:
    """More than can be drawn are written as a number, for which there is room too."""
    (line,) = grant_picture([YearOfGrants("x", (Part(7, "series-1", "A"),), 11)]).lines

    assert [len(line.outlines), line.rest] == [MAX_OUTLINES, 3]
    assert line.end * MIN_PAGE_WIDTH / 100 + line.outlines[-1] + 12 + 32 <= MIN_PAGE_WIDTH


def test_small_sums_can_be_seen_but_have_no_letter() -> None:
    """A letter would not fit."""
    years = [
        YearOfGrants("a", (Part(1_000_000, "series-1", "A"),), 0),
        YearOfGrants("b", (Part(1, "series-1", "A"),), 0),
    ]

    assert grant_picture(years).lines[1].segments == (Segment(0.0, 0.6, "series-1", ""),)


def test_without_known_sums_there_is_no_scale() -> None:
    """And nothing breaks."""
    assert grant_picture([YearOfGrants("2020", (), 1)]).lines[0].end == 0
    assert grant_picture([]).lines == ()
