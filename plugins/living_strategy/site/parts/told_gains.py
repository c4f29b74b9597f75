"""Gains of an entry with their words, as templates show them."""

from __future__ import annotations

from dataclasses import dataclass

from living_strategy.figures.gain_words import expected_words, reached_words
from living_strategy.language import Language
from living_strategy.model import Entry
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
