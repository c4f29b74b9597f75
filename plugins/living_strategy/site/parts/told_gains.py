"""Gains of an entry with their words, as templates show them."""

from __future__ import annotations

from dataclasses import dataclass

from living_strategy.figures.gain_words import (
    expected_sum,
    expected_words,
    gaps_of_sum,
    reached_sum,
    reached_words,
)
from living_strategy.figures.gains import GainRow, GainSums
from living_strategy.language import Language
from living_strategy.model import Area, Entry
from living_strategy.model.budget import Gain


@dataclass(frozen=True, slots=True)
class ToldGain:
    """A gain with what is expected and reached in words; empty where nobody has said it."""

    gain: Gain
    expected: str
    reached: str


def told_gains(entry: Entry, language: Language) -> tuple[ToldGain, ...]:
    """Return the gains of a measure or project; nothing for other kinds."""
    gains: tuple[Gain, ...] = getattr(entry, "gains", ())
    return tuple(
        ToldGain(gain, expected_words(gain, language), reached_words(gain, language))
        for gain in gains
    )


@dataclass(frozen=True, slots=True)
class ToldSum:
    """A sum of gains in words, each with how many are not in it; empty where nothing is known."""

    expected: str
    uncounted: str
    reached: str
    unmeasured: str


@dataclass(frozen=True, slots=True)
class ToldRow:
    """The sums of an area, or of a plan, and how much of its work states no gain."""

    area: Area | None
    sums: tuple[ToldSum, ...]
    work: int
    silent: int


def told_sums(gains: GainSums, language: Language) -> tuple[ToldRow, ...]:
    """Return the areas that state gains and, last, the whole; nothing where none does."""
    if not gains.total.sums:
        return ()
    return tuple(_told(row, language) for row in (*gains.areas, gains.total) if row.sums)


def _told(row: GainRow, language: Language) -> ToldRow:
    sums = []
    for summed in row.sums:
        uncounted, unmeasured = gaps_of_sum(summed, language)
        expected, reached = expected_sum(summed, language), reached_sum(summed, language)
        sums.append(ToldSum(expected, uncounted, reached, unmeasured))
    return ToldRow(row.area, tuple(sums), row.work, row.silent)
