"""Words of results: values in their unit, and what a result says in a sentence."""

from __future__ import annotations

from decimal import Decimal
from typing import assert_never

from living_strategy.figures.results import Course, Result
from living_strategy.figures.target_path import PathPosition, Standing
from living_strategy.language import Language
from living_strategy.model.own_value import OwnUnit
from living_strategy.model.values import Unit
from living_strategy.partial_date import PartialDate

# Days are told in the table: what is said beside a number is short.
_MONTH = len("2020-04")


def amount_words(value: Decimal, unit: Unit | OwnUnit, language: Language) -> str:
    """Return a value with its unit, in one piece; the symbol of an own unit may be several."""
    if isinstance(unit, OwnUnit):
        return unit.amount(value, language)
    number = language.number(value)
    match unit:
        case Unit.PERCENT:
            return language.percent(value)
        case Unit.RANK:
            words = language.text("no. {number}")
        case Unit.MILLION:
            words = language.text("{number} m")
        case Unit.MILLION_KRONER:
            return language.money_in_millions(value)
        case Unit.COUNT:
            words = "{number}"
        case _:
            assert_never(unit)
    return words.format(number=number).replace(" ", "\u00a0")


def sentence(result: Result, language: Language) -> str:
    """Say a result by itself: what it is, and where it went from and to."""
    return f"{result.indicator.title}: {movement(result, language)}"


def movement(result: Result, language: Language) -> str:
    """Say where a result went, in a phrase that may stand after a colon."""
    text, first, last, change = language.text, result.first, result.last, result.change
    if first is None or last is None:
        return text("no value is known")
    words = {
        "first": amount_words(first.value, result.indicator.unit, language),
        "last": amount_words(last.value, result.indicator.unit, language),
        "then": _when(first.date, language),
        "now": _when(last.date, language),
    }
    if change is None:
        return text("{last} {now}, measured once").format_map(words)
    if change > 0:
        return text("up from {first} {then} to {last} {now}").format_map(words)
    if change < 0:
        return text("down from {first} {then} to {last} {now}").format_map(words)
    return text("{last} both {then} and {now}").format_map(words)


def since(result: Result, language: Language) -> str:
    """Say where a result came from, beside its last value; empty unless it was measured before."""
    first, change = result.first, result.change
    if first is None or change is None:
        return ""
    words = {
        "first": amount_words(first.value, result.indicator.unit, language),
        "then": _when(PartialDate(first.date[:_MONTH]), language),
    }
    if change > 0:
        return language.text("up from {first} {then}").format_map(words)
    if change < 0:
        return language.text("down from {first} {then}").format_map(words)
    return language.text("as {then}").format_map(words)


def course_words(course: Course, language: Language) -> str:
    """Say whether a result went the way that the strategy wants."""
    match course:
        case Course.BETTER:
            return language.text("Right way")
        case Course.WORSE:
            return language.text("Wrong way")
        case Course.SAME:
            return language.text("Unchanged")
        case Course.ONCE:
            return language.text("Measured once")
        case Course.NEVER:
            return language.text("Not measured")
        case _:
            assert_never(course)


def target_words(result: Result, language: Language) -> str:
    """Say what the result should reach, and when; empty without a target."""
    target = result.indicator.target
    if target is None:
        return ""
    value = amount_words(target.value, result.indicator.unit, language)
    if target.date is None:
        words = language.text("Target: {value}").format(value=value)
    else:
        words = language.text("Target: {value} by {date}").format(
            value=value, date=language.date(target.date)
        )
    # The number stays beside its word.
    return words.replace(": ", ":\u00a0", 1)


def path_words(position: PathPosition, unit: Unit | OwnUnit, language: Language) -> tuple[str, str]:
    """Return whether a result is ahead of its path, and what it should have been by when."""
    match position.standing:
        case Standing.AHEAD:
            standing = language.text("Ahead of the path")
        case Standing.ON_PATH:
            standing = language.text("On the path")
        case Standing.BEHIND:
            standing = language.text("Behind the path")
        case _:
            assert_never(position.standing)
    due = language.text("{value} should be reached by {date}").format(
        value=amount_words(position.due.value, unit, language),
        date=language.date(position.due.date),
    )
    return standing, due


def _when(value: PartialDate, language: Language) -> str:
    words = language.text("on {date}") if value.day else language.text("in {date}")
    return words.format(date=language.date(value))
