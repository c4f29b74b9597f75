"""Filters of a list: what a reader may choose, and how many rows each choice leaves."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet, and how many rows have it."""

    key: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter of a list. `key` is its parameter in the address of the page."""

    key: str
    label: str
    choices: tuple[Choice, ...]

    def narrows(self, rows: int) -> bool:
        """Return whether any choice leaves fewer than all of so many rows."""
        return any(choice.count < rows for choice in self.choices)
