"""What differs between two texts, cut to what a reader needs to see of it."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import NamedTuple

from living_strategy.history.sentences.words import MAX_SHOWN, cut
from living_strategy.language import Language

MAX_PASSAGES = 5
"""So many places of a text are shown; how many more there are is told."""
_AROUND = 4
# Places that are nearer to each other than their words around are one, up to so many words.
_MAX_JOINED = 20
# Comparing takes time by the square of the words. What is longer is shown as one place.
_MAX_COMPARED = 3_000


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
    return Passages(
        _joined(before, [(place.first, place.last) for place in shown]),
        _joined(after, [(place.low, place.high) for place in shown]),
        len(places) - len(shown),
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
    if len(old) + len(new) > _MAX_COMPARED:
        return [_Place(start, start + len(old), start, start + len(new))]
    places: list[_Place] = []
    for operation, *bounds in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if operation == "equal":
            continue
        place = _Place(*(start + bound for bound in bounds))
        if places and _is_one(places[-1], place):
            last = places.pop()
            place = _Place(last.first, place.last, last.low, place.high)
        places.append(place)
    return places


def _is_one(place: _Place, following: _Place) -> bool:
    """Tell whether two places are shown as one."""
    longest = max(following.last - place.first, following.high - place.low)
    return following.first - place.last <= 2 * _AROUND and longest <= _MAX_JOINED


def _joined(words: list[str], places: list[tuple[int, int]]) -> str:
    """Return the places with the words around them, and dots where something is left out."""
    shown, end = [], 0
    for first, last in places:
        start, end = max(first - _AROUND, 0), min(last + _AROUND, len(words))
        shown.append("… " * bool(start) + cut(" ".join(words[start:end])))
    text = " ".join(shown)
    return text if end == len(words) or text.endswith("…") else f"{text} …"
