"""Age of the accessibility statement, and when it must be renewed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from living_strategy.figures.months import months_since
from living_strategy.partial_date import PartialDate
from living_strategy.settings import Publication, Settings

# Months. A new statement is asked for every year: in Norway by the law.
NEARLY_DUE, EXPIRED = 11, 13


@dataclass(frozen=True, slots=True)
class StatementAge:
    """The date of a statement, and the whole months since the last day it may mean."""

    date: PartialDate
    months: int


def months_since_statement(settings: Settings, today: date) -> StatementAge | None:
    """Return the age of the statement, if there is one, a public body answers for the site, and
    there are rules about it.
    """
    if not settings.accessibility_statement or settings.publication is not Publication.OFFICIAL:
        return None
    if not settings.legal_profile.asks_for_statement:
        return None
    statement_date = settings.accessibility_statement.date
    return StatementAge(statement_date, months_since(statement_date.latest(), today))
