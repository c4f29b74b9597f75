"""Results as pages show them: number, movement, picture and source of an indicator."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from urllib.parse import urlsplit

from living_strategy.figures.result_words import (
    amount_words,
    course_words,
    movement,
    path_words,
    sentence,
    since,
    target_words,
)
from living_strategy.figures.results import Course, Result
from living_strategy.figures.target_path import Standing, path_line, path_position
from living_strategy.language import Language
from living_strategy.model import Goal
from living_strategy.model.goal import Measurement
from living_strategy.model.own_value import OwnUnit
from living_strategy.model.values import Unit
from living_strategy.site.pictures.chart_marks import Series
from living_strategy.site.pictures.series import Words, series, sparkline


@dataclass(frozen=True, slots=True)
class ShownResult:
    """A result in the words of the language, with its pictures. `number` is the newest value,
    empty where none is known, without what it is counted in where that is long: that is `symbol`.
    `source` is what to call where the value comes from. `path` says where it stands against the
    path to its target, and what was due; both are empty where nothing was.
    """

    result: Result
    number: str
    symbol: str
    sentence: str
    movement: str
    since: str
    course: Course
    course_words: str
    target: str
    source: str
    path: tuple[str, str]
    path_style: str
    chart: Series | None
    spark: Series | None

    @property
    def style(self) -> str:
        """The end of the class of its course."""
        return self.course.name.lower()


def shown_results(results: Iterable[Result], language: Language) -> list[ShownResult]:
    """Return the results as pages show them."""
    return [shown_result(result, language) for result in results]


def shown_result(result: Result, language: Language) -> ShownResult:
    """Return a result as pages show it."""
    indicator = result.indicator
    position, path = path_position(result), path_line(result)
    words = Words(partial(_in_picture, result, language), language.date, language.text("Target"))
    return ShownResult(
        result,
        _value_words(result.last.value, indicator.unit, language) if result.last else "",
        _long_symbol(indicator.unit),
        sentence(result, language),
        movement(result, language),
        since(result, language),
        result.course,
        course_words(result.course, language),
        target_words(result, language),
        source_name(result.last, result.goal) if result.last else "",
        path_words(position, indicator.unit, language) if position else ("", ""),
        _PATH_STYLES[position.standing] if position else "",
        series(result.measured, indicator.target, indicator.unit, words, path),
        sparkline(result.measured, indicator.target, indicator.unit, path),
    )


def _in_picture(result: Result, language: Language, value: Decimal) -> str:
    """Return a value as the picture says it, where nobody has room for long numbers."""
    if abs(value) >= _LONG:
        return language.short_number(value)
    return _value_words(value, result.indicator.unit, language)


def _value_words(value: Decimal, unit: Unit | OwnUnit, language: Language) -> str:
    """Return a value with its unit, but for a long symbol."""
    if isinstance(unit, OwnUnit) and _long_symbol(unit):
        return language.fixed_number(value, unit.decimals)
    return amount_words(value, unit, language)


def _long_symbol(unit: Unit | OwnUnit) -> str:
    """Return a symbol that is too long for pictures and for large print, empty for all else."""
    return unit.word if isinstance(unit, OwnUnit) and unit.is_long else ""


_PATH_STYLES = {Standing.AHEAD: "better", Standing.ON_PATH: "same", Standing.BEHIND: "worse"}
# Numbers from a million on have more digits than a card has room for.
_LONG = 1_000_000


def source_name(value: Measurement, goal: Goal) -> str:
    """Return who published a value: as the goal names its sources, or the name of the host."""
    if not value.source:
        return ""
    if not value.source.startswith(("https://", "http://")):
        return value.source
    named = (source for source in goal.sources if source.url == value.source)
    source = next(named, None)
    if source and source.publisher:
        return source.publisher
    return urlsplit(value.source).netloc.removeprefix("www.")
