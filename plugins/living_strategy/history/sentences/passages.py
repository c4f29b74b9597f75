"""What differs between two texts, cut to what a reader needs to see of it."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import NamedTuple

from living_strategy.history.sentences.words import MAX_SHOWN, cut
from living_strategy.history.slips import common_beginning
from living_strategy.language import Language

MAX_PASSAGES = 5
"""So many places of a text are shown; how many more there are is told."""
_AROUND = 4
# What is cut off must not be what differs: so many letters stand before a place, and none before a
# word longer than that. Of what such a word has in common with the other one, so many are kept.
_MAX_BEFORE = 60
_MAX_WORD = 90
_KEPT = 20
# Places that are nearer to each other than their words around are one, up to so many words.
_MAX_JOINED = 20
# Comparing takes time by the square of the words. Of what is longer, both ends are shown.
_MAX_COMPARED = 3_000
_AT_ENDS = 8


class Passages(NamedTuple):
    """What two texts say where they differ, with a few words around. `more` is how many places are
    not shown.
    """

    old: str
    new: str
    more: int = 0


class _Place(NamedTuple):
    """Words that differ: from and to in the old text, and in the new one."""

    first: int
    last: int
    low: int
    high: int


def passages(old: str, new: str) -> Passages:
    """Return what differs. Short texts are returned as they are."""
    if max(len(old), len(new)) <= MAX_SHOWN:
        return Passages(old, new)
    before, after = old.split(), new.split()
    places = _places(before, after)
    shown = places[:MAX_PASSAGES]
    common = [_letters_in_common(before, after, place) for place in shown]
    old_places = [(place.first, place.last) for place in shown]
    new_places = [(place.low, place.high) for place in shown]
    return Passages(
        _joined(before, old_places, common),
        _joined(after, new_places, common),
        # What lies between the two ends of a long text is one place more.
        len(places) - len(shown) + _is_long(before, after),
    )


def with_more(sentence: str, more: int, language: Language) -> str:
    """Return a sentence about passages with how many places it does not show."""
    if not more:
        return sentence
    words = language.plural(
        "{sentence}, and {count} more place", "{sentence}, and {count} more places", more
    )
    return words.format(sentence=sentence, count=language.number(more))


def written_into(old: str, new: str) -> str:
    """Return what was written into a long text that else is the same; empty if it is not."""
    before, after = old.split(), new.split()
    start, end = _in_common(before, after)
    if start + end < len(before) or len(new) <= MAX_SHOWN:
        return ""
    return cut(" ".join(after[start : len(after) - end]))


def _in_common(before: list[str], after: list[str]) -> tuple[int, int]:
    """How many words two texts begin and end with in common."""
    shorter = min(len(before), len(after))
    start = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    rest = shorter - start
    return start, next((at for at in range(rest) if before[-1 - at] != after[-1 - at]), rest)


def _places(before: list[str], after: list[str]) -> list[_Place]:
    """Return where the texts differ."""
    start, end = _in_common(before, after)
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    if _is_long(before, after):
        tail, high = start + len(old), start + len(new)
        size = min(_AT_ENDS, len(old) // 2, len(new) // 2)
        beginning = _Place(start, start + size, start, start + size)
        ending = _Place(tail - size, tail, high - size, high)
        return [beginning, ending] if size else [_Place(start, tail, start, high)]
    places: list[_Place] = []
    # The matcher leaves common words out of long texts: with them, two texts of a few words each,
    # over and over, take it a quarter of a minute.
    for operation, *bounds in SequenceMatcher(None, old, new).get_opcodes():
        if operation == "equal":
            continue
        place = _Place(*(start + bound for bound in bounds))
        if places and place.first - places[-1].last <= 2 * _AROUND:
            last = places[-1]
            both = _Place(last.first, place.last, last.low, place.high)
            if _fits(before[both.first : both.last]) and _fits(after[both.low : both.high]):
                places.pop()
                place = both
        places.append(place)
    return places


def _is_long(before: list[str], after: list[str]) -> bool:
    """Tell whether two texts are too long to be compared word by word."""
    start, end = _in_common(before, after)
    return len(before) + len(after) - 2 * (start + end) > _MAX_COMPARED


def _fits(words: list[str]) -> bool:
    """Tell whether words with others before them are shown whole."""
    return len(words) <= _MAX_JOINED and len(" ".join(words)) < MAX_SHOWN - _MAX_BEFORE


def _letters_in_common(before: list[str], after: list[str], place: _Place) -> int:
    """Return how many letters can be left out of the first words that differ: both begin so."""
    if place.first == place.last or place.low == place.high:
        return 0
    return max(common_beginning(before[place.first], after[place.low]) - _KEPT, 0)


def _joined(words: list[str], places: list[tuple[int, int]], common: list[int]) -> str:
    """Return the places with the words around them, and dots where something is left out."""
    text, end = "", 0
    for (first, last), letters in zip(places, common, strict=True):
        is_long = first < last and len(words[first]) > _MAX_WORD
        start, left_out = (first, letters) if is_long else (_beginning(words, first), 0)
        end = min(last + _AROUND, len(words))
        dots = "…" if (start or left_out) and not text.endswith("…") else ""
        parts = text, dots, cut(" ".join(words[start:end])[left_out:])
        text = " ".join(part for part in parts if part)
    return text if end == len(words) or text.endswith("…") else f"{text} …"


def _beginning(words: list[str], first: int) -> int:
    """Return where the words before a place begin."""
    start = first
    while start > max(first - _AROUND, 0) and len(" ".join(words[start - 1 : first])) < _MAX_BEFORE:
        start -= 1
    return start
