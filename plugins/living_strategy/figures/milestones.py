"""Milestones that lie ahead."""

from __future__ import annotations

from datetime import date

from living_strategy.model import Measure, Project
from living_strategy.model.values import Milestone


def next_milestone(entry: Measure | Project, today: date) -> Milestone | None:
    """Return the first milestone that is neither reached nor past its date."""
    ahead = (
        milestone
        for milestone in entry.milestones
        if milestone.done is None and milestone.date.latest() >= today
    )
    return min(ahead, key=lambda milestone: milestone.date.latest(), default=None)
