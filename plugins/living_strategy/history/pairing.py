"""Elements of two versions of a list: which are the same, which changed, which came and went."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from pydantic import BaseModel

from living_strategy.history.change import Plain
from living_strategy.history.fields import FieldPlan, Sort
from living_strategy.history.values import key_of
from living_strategy.model.values import SameBy

# What a part is called by: the first of these that it has.
_NAMES = ("title", "date", "year", "step", "scheme", "id", "url")
# From how much of their words two sentences are one that was changed.
_ALIKE = 0.5


class Pairing(NamedTuple):
    """Positions in the old and the new list. `pairs` are all elements that are in both, `changed`
    those of them that do not say the same; both are in the order of the new list.
    """

    pairs: tuple[tuple[int, int], ...]
    changed: tuple[tuple[int, int], ...]
    gone: tuple[int, ...]
    came: tuple[int, ...]

    @property
    def orders(self) -> tuple[list[int], list[int]]:
        """The elements that are in both, by their old positions, in the old and the new order."""
        return sorted(old for old, _ in self.pairs), [old for old, _ in self.pairs]

    @property
    def is_reordered(self) -> bool:
        """Whether what is in both lists stands in another order."""
        before, after = self.orders
        return before != after


def part_names(plan: FieldPlan, elements: Sequence[Plain]) -> list[str]:
    """Return a name for each element of a list, no two the same."""
    if plan.sort is Sort.PROSE:
        return [str(number) for number, _ in enumerate(elements, 1)]
    names: list[str] = []
    taken: Counter[str] = Counter()
    for element in elements:
        name = _name(element)
        taken[name] += 1
        while taken[name] > 1 and f"{name} ({taken[name]})" in taken:
            taken[name] += 1
        unique = name if taken[name] == 1 else f"{name} ({taken[name]})"
        taken[unique] = max(taken[unique], 1)
        names.append(unique)
    return names


def _name(element: Plain) -> str:
    if isinstance(element, str):
        return element
    if isinstance(element, Mapping):
        for key in _NAMES:
            name = element.get(key)
            if isinstance(name, str) and name.strip():
                return " ".join(name.split())
    return "?"


def pair_values(plan: FieldPlan, old: Sequence[Plain], new: Sequence[Plain]) -> Pairing:
    """Pair the elements of a list of texts, ids or words of a vocabulary."""
    matching = _Matching(old, new)
    matching.by(lambda value: _hashable(key_of(plan, value)))
    if plan.sort is Sort.PROSE:
        matching.by_words()
    return matching.pairing()


def pair_parts(model: type[BaseModel], old: Sequence[Plain], new: Sequence[Plain]) -> Pairing:
    """Pair the parts of a list: those that are equal first, then by what the model declares."""
    matching = _Matching(old, new)
    matching.by(_hashable)
    groups: SameBy = getattr(model, "SAME_BY", ())
    for group in groups:
        matching.by(partial(_values, keys=group), once=True)
    return matching.pairing()


def _values(part: Plain, keys: tuple[str, ...]) -> Hashable | None:
    if not isinstance(part, Mapping):
        return None
    values = tuple(_hashable(part.get(key)) for key in keys)
    return None if all(value is None for value in values) else values


def _hashable(value: Plain) -> Hashable:
    if value is None or isinstance(value, str):
        return value
    # What is read is a dict, and whether it is one is sooner known.
    if isinstance(value, (dict, Mapping)):
        return frozenset((key, _hashable(inner)) for key, inner in value.items())
    return tuple(_hashable(inner) for inner in value)


class _Matching:
    """Positions that have no partner yet, and the pairs that were made of the others."""

    def __init__(self, old: Sequence[Plain], new: Sequence[Plain]) -> None:
        self._old, self._new = old, new
        start, end = _in_common(old, new)
        self._gone = list(range(start, len(old) - end))
        self._came = list(range(start, len(new) - end))
        tail = zip(range(len(old) - end, len(old)), range(len(new) - end, len(new)), strict=True)
        self._pairs = [*zip(range(start), range(start), strict=True), *tail]
        self._equal = {after for _, after in self._pairs}

    def by(self, key: Callable[[Plain], Hashable | None], *, once: bool = False) -> None:
        """Pair what has the same key, in order; with `once`, only keys that one element has."""
        if not (self._gone and self._came):
            return
        before, after = (
            self._by_key(self._old, self._gone, key),
            self._by_key(self._new, self._came, key),
        )
        for name, olds in before.items():
            news = after.get(name, [])
            if not once or len(olds) == len(news) == 1:
                for pair in zip(olds, news, strict=False):
                    self._take(*pair, equal=not once)

    @staticmethod
    def _by_key(
        elements: Sequence[Plain], positions: Sequence[int], key: Callable[[Plain], Hashable | None]
    ) -> Mapping[Hashable, list[int]]:
        by_key: defaultdict[Hashable, list[int]] = defaultdict(list)
        for position in positions:
            name = key(elements[position])
            if name is not None:
                by_key[name].append(position)
        return by_key

    def by_words(self) -> None:
        """Pair sentences that have most of their words in common."""
        for old in list(self._gone):
            alike = [(_likeness(self._old[old], self._new[new]), -new) for new in self._came]
            likeness, position = max(alike, default=(0.0, 0))
            if likeness >= _ALIKE:
                self._take(old, -position, equal=False)

    def _take(self, old: int, new: int, *, equal: bool) -> None:
        self._gone.remove(old)
        self._came.remove(new)
        self._pairs.append((old, new))
        if equal:
            self._equal.add(new)

    def pairing(self) -> Pairing:
        """Return what was paired, and what has no partner."""
        pairs = sorted(self._pairs, key=lambda pair: pair[1])
        changed = tuple(pair for pair in pairs if pair[1] not in self._equal)
        return Pairing(tuple(pairs), changed, tuple(self._gone), tuple(self._came))


def _in_common(old: Sequence[Plain], new: Sequence[Plain]) -> tuple[int, int]:
    """How many elements two lists begin and end with in common."""
    shorter, start, end = min(len(old), len(new)), 0, 0
    while start < shorter and old[start] == new[start]:
        start += 1
    while end < shorter - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return start, end


def _likeness(old: Plain, new: Plain) -> float:
    if not (isinstance(old, str) and isinstance(new, str)):
        return 0.0
    before, after = set(old.casefold().split()), set(new.casefold().split())
    return len(before & after) / max(len(before), len(after), 1)
