"""Gains in words: how much of what, and how often."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from living_strategy.figures.gains import GainRow, GainSum
from living_strategy.language import Language
from living_strategy.model.budget import Gain, GainUnit
from living_strategy.model.own_value import OwnUnit
from living_strategy.model.price import Interval


def gain_words(amount: Decimal, unit: GainUnit | OwnUnit, language: Language) -> str:
    """Return a number of what a gain is counted in, such as `1 200 timer`."""
    if isinstance(unit, OwnUnit):
        return unit.amount(amount, language)
    whole = int(amount) if amount == int(amount) else None
    count = 2 if whole is None else abs(whole)
    number = language.number(amount if whole is None else whole)
    match unit:
        case GainUnit.KRONER:
            return language.money(amount if whole is None else whole)
        case GainUnit.HOURS:
            words = language.plural("{count} hour", "{count} hours", count)
        case GainUnit.PERSON_YEARS:
            words = language.plural("{count} person year", "{count} person years", count)
        case GainUnit.PERSONS:
            words = language.plural("{count} person", "{count} persons", count)
        case GainUnit.TONNES:
            words = language.plural("{count} tonne", "{count} tonnes", count)
    return words.format(count=number).replace(" ", "\u00a0")


def expected_words(gain: Gain, language: Language) -> str:
    """Return what is expected, with how often; empty when nobody has counted it."""
    if gain.amount is None:
        return ""
    return _how_often(gain_words(gain.amount, gain.unit, language), gain.every, language)


def _how_often(words: str, every: Interval | None, language: Language) -> str:
    match every:
        case Interval.YEAR:
            return language.text("{amount} a year").format(amount=words)
        case Interval.MONTH:
            return language.text("{amount} a month").format(amount=words)
        case _:
            return words


def reached_words(gain: Gain, language: Language) -> str:
    """Return how much is reached; empty when nobody has measured it."""
    return "" if gain.reached is None else gain_words(gain.reached, gain.unit, language)


def expected_sum(summed: GainSum, language: Language) -> str:
    """Return what is expected of several gains together; empty when nobody has counted any."""
    if summed.expected is None:
        return ""
    return _how_often(gain_words(summed.expected, summed.unit, language), summed.every, language)


def reached_sum(summed: GainSum, language: Language) -> str:
    """Return how much is reached of several gains; empty when nobody has measured any."""
    return "" if summed.reached is None else gain_words(summed.reached, summed.unit, language)


def gaps_of_sum(summed: GainSum, language: Language) -> tuple[str, str]:
    """Return how many of the gains are not in the sum of what is expected, and of what is reached;
    empty when all are.
    """
    text, number = language.text, language.number
    expected = text("{count} not counted").format(count=number(summed.uncounted))
    reached = text("{count} not measured").format(count=number(summed.unmeasured))
    return expected if summed.uncounted else "", reached if summed.unmeasured else ""


def gain_sentences(row: GainRow, language: Language) -> Iterator[str]:
    """Yield what a paper says of all gains of a plan: nothing where none is stated."""
    if not row.sums:
        return
    for message, words in (
        (language.text("Expected gain: {amounts}."), expected_sum),
        (language.text("Reached so far: {amounts}."), reached_sum),
    ):
        if amounts := [told for summed in row.sums if (told := words(summed, language))]:
            yield message.format(amounts="; ".join(amounts))
    uncounted = sum(summed.uncounted for summed in row.sums)
    unmeasured = sum(summed.unmeasured for summed in row.sums)
    if uncounted:
        yield language.plural(
            "{count} gain is not counted, and is in no sum.",
            "{count} gains are not counted, and are in no sum.",
            uncounted,
        ).format(count=language.number(uncounted))
    if unmeasured:
        yield language.plural(
            "{count} gain is not measured.", "{count} gains are not measured.", unmeasured
        ).format(count=language.number(unmeasured))
    if row.silent:
        yield language.text("{count} of {total} state no gain.").format(
            count=language.number(row.silent), total=language.number(row.work)
        )
