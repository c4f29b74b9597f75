"""Open data: one format one file; every export yields data files."""

from __future__ import annotations

from types import ModuleType

from living_strategy.exports import catalogue, csv_tables

# Each has a `NAME` and `render(graph, address) -> Iterable[DataFile]`; `address` gives the
# page of an entry.
EXPORTS: tuple[ModuleType, ...] = (catalogue, csv_tables)
