"""Columns, boxes and curves of the strategy map."""

from __future__ import annotations

import pytest

from living_strategy.model import Entry
from living_strategy.site.pages.strategy_map.picture import (
    BOX_HEIGHT,
    BOX_WIDTH,
    MAX_LINES,
    MIN_WIDTH,
    strategy_map,
)
from living_strategy.site.pages.strategy_map.strategy_layers import Layers
from living_strategy.site.pictures.text import text_width
from tests.factories import a_goal, a_measure, an_area

LAYERS = Layers(
    ((an_area(),), (a_goal(id="a"), a_goal(id="b", title="Et mål " * 20))), (((0, 0), (0, 1)),)
)


def _say(entry: Entry) -> str:
    return f"of {entry.id}"


def test_boxes_lie_in_columns_without_touching() -> None:
    """Each layer is spread over the whole height."""
    chart = strategy_map(LAYERS, _say)

    area, goals = chart.columns

    assert area.kind == "area"
    assert goals.boxes[0].x == goals.x > area.boxes[0].x + BOX_WIDTH
    assert goals.boxes[1].y >= goals.boxes[0].y + BOX_HEIGHT
    assert goals.boxes[0].y < area.boxes[0].y < goals.boxes[1].y
    assert 2 * goals.x + BOX_WIDTH == pytest.approx(100)
    assert goals.boxes[1].y + BOX_HEIGHT <= chart.height


def test_titles_have_three_lines_at_most_and_fit_on_a_tablet() -> None:
    """The full title stands in the link, not in the box."""
    long = strategy_map(LAYERS, _say).columns[1].boxes[1]

    assert len(long.lines) == MAX_LINES
    assert long.lines[-1].endswith("…")
    widest = max(map(text_width, long.lines)) * 13 / 12 * 9 / 8
    assert widest <= BOX_WIDTH * MIN_WIDTH / 100


def test_lines_stand_in_the_middle_of_their_box() -> None:
    """As far from the upper edge as the note is from the lower one, within a pixel or two."""
    short, long = strategy_map(LAYERS, _say).columns[1].boxes

    assert [len(short.lines), len(short.places), len(long.places)] == [1, 2, MAX_LINES + 1]
    for box in (short, long):
        above, below = box.places[0] - 10 - box.y, box.y + BOX_HEIGHT - box.places[-1] - 3
        assert abs(above - below) <= 5
        assert above > 0


def test_curves_go_from_box_to_box() -> None:
    """A curve for each link, which names the boxes at its ends."""
    chart = strategy_map(LAYERS, _say)

    links = chart.columns[0].links
    assert [(link.left, link.right) for link in links] == [(0, 1), (0, 2)]
    assert all(link.path.startswith(f"M{chart.columns[0].x + BOX_WIDTH} ") for link in links)
    assert chart.columns[1].links == ()
    assert [box.number for column in chart.columns for box in column.boxes] == [0, 1, 2]


def test_empty_layers_are_left_out() -> None:
    """A strategy without measures has no column for them."""
    chart = strategy_map(Layers(((an_area(),), (), ()), ((), ())), _say)

    assert [column.kind for column in chart.columns] == ["area"]


def test_below_a_title_stands_what_is_said_of_the_entry() -> None:
    """Only what has a status has its style."""
    measure = a_measure(title="Kort", status="paused", status_reason="Venter.")
    chart = strategy_map(Layers(((a_goal(id="a"),), (measure,)), (((0, 0),),)), _say)

    boxes = [box for column in chart.columns for box in column.boxes]
    assert [(box.lines, box.note, box.style) for box in boxes] == [
        (("Mål",), "of a", ""), (("Kort",), "of tiltak", "paused"),
    ]  # fmt: skip
