"""The stages of a plan: on hearing before it is adopted, and closed when it is over."""

from __future__ import annotations

import datetime

from living_strategy.limits import Title, WebAddress
from living_strategy.partial_date import PartialDate
from living_strategy.settings.part import Part
from living_strategy.settings.publishing import Contact


class Hearing(Part):
    """A hearing: the strategy is a proposal that everybody may answer to."""

    until: PartialDate
    """Last day to answer; with a month or a year alone, its last day counts."""
    answer: Contact
    """E-mail or web address that answers are sent to."""
    case: Title | None = None
    """Case number, as the body writes it."""
    url: WebAddress | None = None
    """Public address of the papers of the hearing."""

    def is_open(self, today: datetime.date) -> bool:
        """Whether one may still answer."""
        return today <= self.until.latest()


class Successor(Part):
    """The strategy that took over."""

    title: Title
    """What it is called."""
    url: WebAddress
    """Its public address."""


class Closure(Part):
    """The end of a strategy: from then on nothing in it is late, new or expected."""

    date: PartialDate
    """Last day it was in force; with a month or a year alone, its last day counts."""
    successor: Successor | None = None
    """The strategy that took over."""
    url: WebAddress | None = None
    """Public address of the decision to end it, or of the final report."""

    def is_over(self, today: datetime.date) -> bool:
        """Whether the last day has passed."""
        return self.date.latest() < today
