"""The day of the last change of substance, as far as the history knows it."""

from __future__ import annotations

from datetime import date

from living_strategy.history.event import NO_HISTORY, Event, Gap, History, Nature
from living_strategy.site.last_changes import last_changes_in
from tests.factories import a_goal, a_measure

FIRST, LATER = date(2026, 8, 10), date(2026, 10, 5)


def came(entry: str, kind: str, day: date, nature: Nature = Nature.FOUNDED) -> Event:
    """An entry that came on a day."""
    return Event(f"{entry}-{day}", kind, entry, entry, nature, day, "abc", "Write it down")


EVENTS = (came("mal", "goal", FIRST), came("tiltak", "measure", LATER, Nature.NEW))


def test_the_coming_of_an_entry_is_a_change() -> None:
    """Somebody wrote it that day."""
    last_changed = last_changes_in(History(begins=FIRST, events=EVENTS))

    assert [last_changed(entry) for entry in (a_goal(), a_measure())] == [FIRST, LATER]


def test_the_first_day_of_half_a_history_says_nothing() -> None:
    """What stood there already may be much older."""
    gap = Gap("history-shallow", {})
    last_changed = last_changes_in(History(begins=FIRST, events=EVENTS, gap=gap))

    assert [last_changed(entry) for entry in (a_goal(), a_measure())] == [None, LATER]


def test_without_a_history_nothing_is_known() -> None:
    """Then the dates of the entry itself must do."""
    assert last_changes_in(NO_HISTORY)(a_goal()) is None
