"""Splits long lists over pages, so that no page grows too heavy to open on a phone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from living_strategy.language import Language

Item = TypeVar("Item")


@dataclass(frozen=True)
class Part(Generic[Item]):
    """One page of a list. `number` counts from 1; `paths` are the addresses of all its pages."""

    items: Sequence[Item]
    number: int
    paths: tuple[str, ...]
    language: Language

    @property
    def path(self) -> str:
        """The address of this page."""
        return self.paths[self.number - 1]

    @property
    def previous(self) -> str:
        """The address of the page before, or empty."""
        return self.paths[self.number - 2] if self.number > 1 else ""

    @property
    def next(self) -> str:
        """The address of the page after, or empty."""
        return self.paths[self.number] if self.number < len(self.paths) else ""

    def title(self, title: str) -> str:
        """Return the title, with the number of the page from the second one on."""
        if self.number == 1:
            return title
        words = self.language.text("{title}, page {number} of {total}")
        return words.format(title=title, number=self.number, total=len(self.paths))


def paginate(
    items: Sequence[Item], path: str, size: int, language: Language
) -> Iterator[Part[Item]]:
    """Yield pages of at most `size` items, at least one; the first lies at `path`."""
    starts = range(0, max(1, len(items)), size)
    return numbered([items[start : start + size] for start in starts], path, language)


def numbered(
    groups: Sequence[Sequence[Item]], path: str, language: Language
) -> Iterator[Part[Item]]:
    """Yield a page for each group; the first lies at `path`."""
    word = language.address("page")
    paths = (path, *(f"{path}{word}-{number}/" for number in range(2, len(groups) + 1)))
    for number, items in enumerate(groups, start=1):
        yield Part(items, number, paths, language)


def cut(
    items: Iterable[Item], weight: Callable[[Item], float], most: float
) -> list[Sequence[Item]]:
    """Part a list so that no group weighs more than `most`, unless it has but one item."""
    groups: list[list[Item]] = [[]]
    total = 0.0
    for item in items:
        own = weight(item)
        if groups[-1] and total + own > most:
            groups.append([])
            total = 0.0
        groups[-1].append(item)
        total += own
    return list(groups)
