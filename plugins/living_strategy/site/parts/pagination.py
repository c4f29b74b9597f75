"""Splits long lists over pages, so that no page grows too heavy to open on a phone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    count = max(1, -(-len(items) // size))
    word = language.address("page")
    paths = (path, *(f"{path}{word}-{number}/" for number in range(2, count + 1)))
    for index in range(count):
        yield Part(items[index * size : (index + 1) * size], index + 1, paths, language)
