"""Numbers in letters, as running text has them."""

from __future__ import annotations

from living_strategy.language import Language

# Up to twelve, numbers in running text are written in letters.
NUMBER_WORDS = (
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


def in_letters(count: int, language: Language) -> str:
    """Return a number from one upwards, in letters as far as running text has them."""
    if count > len(NUMBER_WORDS):
        return language.number(count)
    return language.context("number", NUMBER_WORDS[count - 1])
