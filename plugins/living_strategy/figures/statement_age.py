"""Age of the accessibility statement, and when it must be renewed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from living_strategy.figures.months import months_since
from living_strategy.partial_date import PartialDate
from living_strategy.settings import Publication, Settings

# Months. The law asks for a new statement every year.
NEARLY_DUE, EXPIRED = 11, 13


@dataclass(frozen=True, slots=True)
class StatementAge:
    """The date of a statement, and the whole months since the last day it may mean."""

    date: PartialDate
    months: int


def months_since_statement(settings: Settings, today: date) -> StatementAge | None:
    """Return the age of the statement, if there is one and a public body answers for the site."""
    if not settings.accessibility_statement or settings.publication is not Publication.OFFICIAL:
        return None
    statement_date = settings.accessibility_statement.date
    return StatementAge(statement_date, months_since(statement_date.latest(), today))
