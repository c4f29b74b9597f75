"""Links between the plans of different years."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlanLink:
    """A plan by its years, and the path of its page."""

    label: str
    path: str
