"""Words and badges of a page: dates, numbers, values of vocabularies, statuses."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import partial
from html import escape
from typing import Any

from markupsafe import Markup

from living_strategy.figures.goal_wording import wording_words
from living_strategy.figures.overdue import Overdue
from living_strategy.figures.result_words import amount_words
from living_strategy.figures.signal_words import signal_words
from living_strategy.figures.signals import Signal
from living_strategy.figures.status_age import is_doubtful
from living_strategy.language import Language
from living_strategy.model import Entry, Goal, Measure, Project
from living_strategy.model.goal import Standing
from living_strategy.model.own_value import OwnUnit, OwnValue
from living_strategy.model.values import Status, Unit
from living_strategy.partial_date import PartialDate
from living_strategy.site.icons import icon
from living_strategy.site.status_words import status_words

# Makes HTML of a text that is HTML already. `Markup(…)` asks it first, which takes longer than all
# else that is done for a link.
markup: Callable[[str], Markup] = partial(str.__new__, Markup)


class PageWords:
    """What is the same on every page."""

    def __init__(self, language: Language, today: datetime.date) -> None:
        self._language = language
        self._today = today
        self._statuses: dict[tuple[Status, str], Markup] = {}
        self._states: dict[str, Markup] = {}
        self._terms: dict[Any, str] = {}

    @staticmethod
    def icon(name: str) -> Markup:
        """Return the drawing of a kind, or of something else that has one, as SVG."""
        return icon(name)

    @staticmethod
    def overdue_milestones(deadlines: Iterable[Overdue]) -> frozenset[tuple[str, PartialDate]]:
        """Return title and date of the overdue milestones, to be looked up one by one."""
        return frozenset(
            (deadline.milestone, deadline.due) for deadline in deadlines if deadline.milestone
        )

    def date(self, value: PartialDate | None) -> str:
        """Return a date in words; empty when it is not known."""
        return self._language.date(value) if value else ""

    def day(self, value: datetime.date) -> str:
        """Return a day of the calendar in words."""
        return self._language.date(PartialDate(value.isoformat()))

    def money(self, value: int | None) -> str:
        """Return kroner, or the word for unknown when there is no sum."""
        language = self._language
        return language.text("not known") if value is None else language.money(value)

    def amount(self, value: Decimal, unit: Unit | OwnUnit) -> str:
        """Return a value of an indicator in its unit."""
        return amount_words(value, unit, self._language)

    def term(self, value: Any) -> str:
        """Return the word for a value of a closed vocabulary."""
        if isinstance(value, OwnValue):
            return value.word
        # Values of different vocabularies may be equal as texts.
        key = (type(value), value)
        word = self._terms.get(key)
        if word is None:
            word = self._terms[key] = self._language.term(value)
        return word

    def signal(self, signal: Signal) -> str:
        """Return the sentence of a signal, with how long ago it was."""
        return signal_words(signal, self._language)

    def wording(self, goal: Goal) -> str:
        """Return whose words the title of a goal is in; empty where nobody has said so."""
        return wording_words(goal, self._language)

    def badge(self, entry: Entry) -> Markup:
        """Return the badge beside the link of an entry: its status, or that it is a proposal."""
        if isinstance(entry, Measure | Project):
            return markup(f" {self.state(entry)}")
        if isinstance(entry, Goal) and entry.standing is Standing.PROPOSED:
            word = escape(self.term(entry.standing))
            return Markup(f' <span class="ls-tag">{word}</span>')  # noqa: S704 - escaped above
        return Markup("")

    def state(self, entry: Measure | Project) -> Markup:
        """Return the status of an entry as a badge with its year; one that may no longer be true
        looks different.
        """
        state = self._states.get(entry.id)
        if state is None:
            words = status_words(entry, self._language, self._today)
            older = " ls-older" if is_doubtful(entry, self._today) else ""
            state = self._states[entry.id] = self._badge(entry.status, words, older)
        return state

    def status(self, value: Status) -> Markup:
        """Return a status by itself as a badge, as in a key; that of an entry is its `state`."""
        return self._badge(value, self.term(value))

    def _badge(self, value: Status, words: str, older: str = "") -> Markup:
        """Return a word and a shape, so that colour is never needed to read it."""
        badge = self._statuses.get((value, words))
        if badge is None:
            badge = self._statuses[value, words] = Markup(  # noqa: S704 - words are escaped here
                f'<span class="ls-status ls-status--{value.value}{older}">{escape(words)}</span>'
            )
        return badge
