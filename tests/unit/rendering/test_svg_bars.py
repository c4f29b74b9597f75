"""Stacked bars on one scale."""

from __future__ import annotations

from living_strategy.rendering.svg_bars import WIDTH, Bar, Segment, bar_chart


def test_the_longest_bar_fills_the_room_and_others_are_in_proportion() -> None:
    """Labels end where the bars begin; notes stand behind each bar."""
    chart = bar_chart([
        Bar("2019", (Segment(100, "a", "A"), Segment(100, "b", "B")), "200"),
        Bar("2020", (Segment(100, "a", "A"),), "100"),
    ])  # fmt: skip

    first, second = chart.bars

    assert abs(sum(part.width for part in first.segments) - 2 * second.segments[0].width) <= 1
    assert first.segments[1].x == first.segments[0].x + first.segments[0].width
    assert first.note_x > first.segments[1].x + first.segments[1].width
    assert first.note_x < WIDTH
    assert chart.label_x < first.segments[0].x
    assert first.y < second.y < chart.height


def test_small_values_are_seen_but_not_written() -> None:
    """A segment too narrow for its letter has none; nothing at all is not drawn."""
    (bar,) = bar_chart([
        Bar("x", (Segment(100_000, "a", "A"), Segment(1, "b", "B"), Segment(0, "c", "C")))
    ]).bars  # fmt: skip

    assert [(part.style, part.text) for part in bar.segments] == [("a", "A"), ("b", "")]
    assert bar.segments[1].width == 1


def test_empty_charts_and_bars_are_drawn_without_scale() -> None:
    """Neither no bars nor bars without values are an error."""
    assert bar_chart([]).bars == ()
    assert bar_chart([Bar("x", (), "unknown")]).bars[0].segments == ()


def test_long_labels_are_cut() -> None:
    """The name of a strategy must not push its bar out of the picture."""
    chart = bar_chart([Bar("Digitaliseringsstrategi " * 5, (Segment(1, "a"),))])

    assert chart.bars[0].label.endswith("…")
    assert chart.bars[0].segments[0].x < WIDTH / 2
