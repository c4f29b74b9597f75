"""Gains in words: how much of what, and how often."""

from __future__ import annotations

from decimal import Decimal

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
    words = gain_words(gain.amount, gain.unit, language)
    match gain.every:
        case Interval.YEAR:
            return language.text("{amount} a year").format(amount=words)
        case Interval.MONTH:
            return language.text("{amount} a month").format(amount=words)
        case _:
            return words


def reached_words(gain: Gain, language: Language) -> str:
    """Return how much is reached; empty when nobody has measured it."""
    return "" if gain.reached is None else gain_words(gain.reached, gain.unit, language)
