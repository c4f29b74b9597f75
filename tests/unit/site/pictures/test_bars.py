"""Stacked bars on one scale, in shares of the width."""

from __future__ import annotations

from living_strategy.site.pictures.bars import (
    BAR_HEIGHT,
    FONT_SIZE,
    LINE_HEIGHT,
    MIN_PAGE_WIDTH,
    Bar,
    Segment,
    bar_chart,
)
from living_strategy.site.pictures.text import SIZE, text_width


def width(text: str) -> float:
    """The share of the narrowest page that a text takes, in per cent."""
    return 100 * text_width(text) * FONT_SIZE / SIZE / MIN_PAGE_WIDTH


def test_the_longest_bar_fills_the_room_and_others_are_in_proportion() -> None:
    """Labels stand above their bars, and a note fits behind the longest on a narrow page."""
    chart = bar_chart([
        Bar("2019", (Segment(100, "a", "A"), Segment(100, "b", "B")), "200"),
        Bar("2020", (Segment(100, "a", "A"),), "100"),
    ])  # fmt: skip

    first, second = chart.bars

    assert abs(sum(part.width for part in first.segments) - 2 * second.segments[0].width) < 0.1
    assert first.segments[0].x == 0
    assert abs(first.segments[1].x - first.segments[0].width) < 0.1
    assert abs(first.note_x - 2 * first.segments[0].width) < 0.1
    assert 80 < first.note_x + 100 * chart.gap / MIN_PAGE_WIDTH + width("200") < 101
    (foot, label), *others = first.lines
    assert (label, others) == ("2019", [])
    assert foot < first.y
    assert first.y + BAR_HEIGHT < second.y < chart.height


def test_close_values_have_bars_of_different_lengths() -> None:
    """Two values that differ can be told apart, also in what the narrowest page shows."""
    chart = bar_chart([Bar(note, (Segment(int(note), "a"),), note) for note in ("1200", "1159")])

    first, second = (bar.note_x * MIN_PAGE_WIDTH / 100 for bar in chart.bars)
    assert first - second > 3


def test_long_notes_stand_above_the_bar() -> None:
    """They go behind the label if there is room, else into lines of their own."""
    chart = bar_chart([
        Bar("2019", (Segment(10, "a"),), "8 000 000 kr"),
        Bar("2020", (Segment(10, "a"),), "8 000 000 kr, and 1 of unknown size"),
        Bar("2021", (Segment(10, "a"),), "9 875 000 kr, and 11 of them of an unknown size"),
        Bar("2022", (), "1 of unknown size"),
    ])  # fmt: skip

    assert [bar.note for bar in chart.bars] == [""] * 4
    assert [[text for _, text in bar.lines] for bar in chart.bars] == [
        ["2019: 8 000 000 kr"],
        ["2020", "8 000 000 kr, and 1 of unknown size"],
        ["2021", "9 875 000 kr, and 11 of them of an", "unknown size"],
        ["2022: 1 of unknown size"],
    ]
    assert all(width(text) <= 100 for bar in chart.bars for _, text in bar.lines)
    assert chart.bars[0].note_x > 99
    # Nothing known is no bar, not even an empty one.
    assert chart.height < chart.bars[3].y + BAR_HEIGHT


def test_small_values_are_seen_but_not_written() -> None:
    """A segment too narrow for its letter has none; nothing at all is not drawn."""
    (bar,) = bar_chart([
        Bar("x", (Segment(100_000, "a", "A"), Segment(1, "b", "B"), Segment(0, "c", "C")))
    ]).bars  # fmt: skip

    assert [(part.style, part.text) for part in bar.segments] == [("a", "A"), ("b", "")]
    assert bar.segments[1].width * MIN_PAGE_WIDTH / 100 > 1


def test_empty_charts_and_bars_are_drawn_without_scale() -> None:
    """Neither no bars nor bars without values are an error."""
    assert bar_chart([]).bars == ()
    assert bar_chart([Bar("x", (), "unknown")]).bars[0].segments == ()


def test_long_labels_are_broken_and_cut() -> None:
    """The name of a strategy takes two lines at most, and its bar begins below them."""
    (bar,) = bar_chart([Bar("Digitaliseringsstrategi " * 5, (Segment(1, "a"),))]).bars

    assert len(bar.lines) == 2
    assert bar.lines[1][1].endswith("…")
    assert bar.y == 2 * LINE_HEIGHT
