"""Rules across entries; one rule one file one code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import ModuleType

from living_strategy.checks import orphans
from living_strategy.checks.context import CheckContext
from living_strategy.diagnostics import Diagnostic
from living_strategy.graph import Graph

Check = Callable[[Graph, CheckContext], Iterator[Diagnostic]]

CHECKS: tuple[ModuleType, ...] = (
    orphans,
)

__all__ = ["CHECKS", "Check", "CheckContext"]
