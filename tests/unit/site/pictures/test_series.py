"""Small line charts: true places in time and on the scale, labels that do not collide."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from living_strategy.language import Language
from living_strategy.model.goal import Measurement, Target, Waypoint
from living_strategy.model.values import Unit
from living_strategy.site.pictures.chart_marks import MIN_WIDTH, Label, Series
from living_strategy.site.pictures.series import Words, series, sparkline
from living_strategy.site.pictures.text import text_width

ENGLISH = Language.load("en")
WORDS = Words(lambda value: ENGLISH.number(value), ENGLISH.date, "Target")


def measured(*values: tuple[str, Any]) -> list[Measurement]:
    """What was measured at these dates."""
    return [Measurement.model_validate({"date": date, "value": value}) for date, value in values]


def ways(*values: tuple[str, Any]) -> list[Waypoint]:
    """Values of a path at these dates."""
    return [Waypoint.model_validate({"date": date, "value": value}) for date, value in values]


def chart(
    *values: tuple[str, Any], unit: Unit = Unit.COUNT, target: dict[str, Any] | None = None
) -> Series:
    """The chart of these values."""
    wanted = Target.model_validate(target) if target else None
    drawn = series(measured(*values), wanted, unit, WORDS)
    assert drawn is not None
    return drawn


def numbers(drawn: Series) -> Iterator[float]:
    """Every place of a picture."""
    for dot in drawn.dots:
        yield from (dot.x, dot.y)
    for label in (*drawn.labels, *([drawn.target_label] if drawn.target_label else [])):
        yield from (label.x, label.y)
    yield from (drawn.left, drawn.right, drawn.zero, drawn.top, drawn.bottom, *drawn.ticks)
    if drawn.target is not None:
        yield drawn.target


def span(label: Label) -> tuple[float, float]:
    """From where to where a label goes in the narrowest chart, in per cent."""
    width = 100 * text_width(label.text) / MIN_WIDTH
    start = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    return start, start + width


@pytest.mark.parametrize(
    ("values", "unit", "target"),
    [
        ((("2020", 0), ("2021", 100)), Unit.PERCENT, None),
        ((("2020", -5), ("2021", 12)), Unit.MILLION_KRONER, {"value": -20}),
        ((("2020", -5), ("2021", -12)), Unit.COUNT, None),
        ((("2020", 0), ("2021", 0)), Unit.COUNT, None),
        ((("2020", 7), ("2021", 7)), Unit.COUNT, {"value": 7}),
        ((("2020", 1), ("2021", 10**9)), Unit.COUNT, {"value": 10**12, "date": "2100"}),
        ((("2020", 1), ("2020", 2)), Unit.RANK, {"value": 1}),
        ((("2020-05-05", 1), ("2020-05-05", 2)), Unit.COUNT, None),
        ((("2021", 1), ("1900", 2)), Unit.COUNT, {"value": 3, "date": "1850"}),
        (tuple((str(1900 + year), year) for year in range(120)), Unit.COUNT, None),
    ],
)
def test_every_place_is_a_number_inside_the_picture(
    values: tuple[tuple[str, Any], ...], unit: Unit, target: dict[str, Any] | None
) -> None:
    """Whatever is drawn: none lies outside, and years below the axis do not touch each other."""
    drawn = chart(*values, unit=unit, target=target)
    years = sorted(span(label) for label in drawn.labels if label.y > drawn.bottom + 10)

    assert all(math.isfinite(number) and 0 <= number <= 120 for number in numbers(drawn))
    assert drawn.left < drawn.right <= 100
    assert all(drawn.top <= dot.y <= drawn.bottom for dot in drawn.dots)
    assert [dot.x for dot in drawn.dots] == sorted(dot.x for dot in drawn.dots)
    assert all(end <= start for (_, end), (start, _) in pairwise(years))
    spark = sparkline(measured(*values), None, unit)
    assert spark is not None
    assert all(math.isfinite(number) for number in numbers(spark))


def test_one_value_is_no_picture() -> None:
    """Nor is none: a line needs two."""
    for values in ((), (("2020", 5),)):
        assert series(measured(*values), None, Unit.COUNT, WORDS) is None
        assert sparkline(measured(*values), None, Unit.COUNT) is None


def test_time_is_true() -> None:
    """From 2013 to 2021 is eight times as far as from 2021 to 2022."""
    first, second, third = chart(("2013", 10), ("2021", 2), ("2022", 3)).dots

    assert (second.x - first.x) / (third.x - second.x) == pytest.approx(8, rel=0.01)


def test_months_and_days_have_their_place_in_the_year() -> None:
    """A year stands in its middle, but never before what was measured before it."""
    spring, year, winter = chart(("2020-04-30", 7), ("2020", 73), ("2020-12-31", 80)).dots
    _, late, end = chart(("2020-01", 1), ("2020-11", 7), ("2020", 73)).dots

    assert (year.x - spring.x) / (winter.x - spring.x) == pytest.approx(63 / 245, abs=0.01)
    assert late.x == end.x


def test_values_are_drawn_to_scale() -> None:
    """On shares the scale is the same in two charts; the target lies where its value would."""
    low = chart(("2019", 7), ("2020", 14), unit=Unit.PERCENT)
    high = chart(("2019", 54), ("2020", 100), unit=Unit.PERCENT, target={"value": 50})
    height = low.bottom - low.top

    assert (low.top, low.bottom) == (high.top, high.bottom)
    places = [(low.bottom - dot.y) / height for dot in (*low.dots, *high.dots)]
    assert places == pytest.approx([0.07, 0.14, 0.54, 1], abs=0.002)
    assert high.target == pytest.approx(low.bottom - height / 2)


def test_what_is_written() -> None:
    """The ends of the scale, the first and the last value, the years and the target."""
    drawn = chart(("2017", 35), ("2018", 69), ("2020", 124), target={"value": 356, "date": "2022"})

    assert [dot.label for dot in drawn.dots] == ["35", "", "124"]
    assert [label.text for label in drawn.labels] == ["0", "356", "2017", "2022", "2020"]
    assert drawn.target_label is not None
    assert (drawn.target_label.text, drawn.target) == ("Target", drawn.top)
    assert len(drawn.ticks) == 5


def test_months_are_written_when_everything_lies_within_a_year() -> None:
    """The year alone would be the same twice."""
    drawn = chart(("2018-05", 4), ("2018-09", 6))

    assert [label.text for label in drawn.labels][2:] == ["May 2018", "September 2018"]


def test_the_area_is_closed_at_zero() -> None:
    """It says how much, not only which way."""
    spark = sparkline(measured(("2020", 50), ("2021", 100)), None, Unit.PERCENT)

    assert spark is not None
    assert spark.area == "M3.0 34.0L3.0 20.0L97.0 6.0L97.0 34.0z"
    assert [(start.x, end.x) for start, end in spark.strokes] == [(3.0, 97.0)]


def test_the_path_is_drawn_to_scale() -> None:
    """It begins where the first value stands, each point at the end of its time and no further."""
    values = measured(("2020", 10), ("2022", 20))
    path = (values[0], *ways(("2021", 15), ("2024", 80)))

    drawn = series(values, None, Unit.PERCENT, WORDS, path)
    plain = series(values, None, Unit.PERCENT, WORDS)

    assert drawn
    assert plain
    assert (drawn.path[0].x, drawn.path[0].y) == (drawn.dots[0].x, drawn.dots[0].y)
    assert drawn.dots[0].x < drawn.path[1].x < drawn.dots[1].x < drawn.path[2].x == drawn.right
    assert len(list(drawn.path_strokes)) == 2
    assert plain.path == ()
    assert plain.dots[1].x == plain.right


def test_a_path_above_all_values_is_on_the_scale() -> None:
    """What is wanted on the way has its place, as what is wanted in the end."""
    values = measured(("2020", 10), ("2022", 20))

    drawn = series(values, None, Unit.COUNT, WORDS, ways(("2023", 900)))

    assert drawn
    assert drawn.top <= drawn.path[0].y < drawn.dots[1].y <= drawn.bottom
