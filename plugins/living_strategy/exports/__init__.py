"""Open data: one format one file; every export yields data files."""

from __future__ import annotations

from types import ModuleType

# Each has `render(graph, context) -> Iterable[DataFile]`.
EXPORTS: tuple[ModuleType, ...] = ()
