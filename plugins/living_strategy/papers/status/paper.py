"""Paper: what it is written from, and a format of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from living_strategy.figures.status_summary import StatusSummary
from living_strategy.language import Language
from living_strategy.papers.owner_letter import OwnerLetter
from living_strategy.partial_date import PartialDate
from living_strategy.settings import Settings
from living_strategy.upstream.national_goals import NationalGoals


@dataclass(frozen=True, slots=True)
class StatusReport:
    """What a paper about the status is written from. `national` is what is decided about the goals
    of strategies above.
    """

    settings: Settings
    summary: StatusSummary
    letters: tuple[OwnerLetter, ...]
    language: Language
    national: tuple[NationalGoals, ...] = ()

    @property
    def today(self) -> str:
        """The date of the report in words."""
        return self.language.date(PartialDate(self.summary.today.isoformat()))


@dataclass(frozen=True, slots=True)
class Paper:
    """A format of the report about the status."""

    name: str
    render: Callable[[StatusReport], str]
