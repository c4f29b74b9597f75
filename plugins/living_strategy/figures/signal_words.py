"""Words of signals: what is said of one, what it means, and what is asked of who is responsible."""

from __future__ import annotations

from typing import assert_never

from living_strategy.figures.signals import LATE, Gap, Signal, SignalKind
from living_strategy.language import Language
from living_strategy.partial_date import PartialDate
from living_strategy.settings import ReviewMonths

# So many months are told in years.
_MIN_IN_YEARS = 24


def signal_words(signal: Signal, language: Language) -> str:
    """Say a signal in a sentence, with how long ago it was."""
    if signal.since is None:
        return _undated_words(signal.kind, language)
    words = _dated_words(signal.kind, language).format(
        title=signal.milestone or signal.indicator, date=language.date(signal.since)
    )
    if signal.months and signal.kind in LATE:
        return f"{words} {_months_words(signal.months, signal.since, language)}"
    return words


def _undated_words(kind: SignalKind, language: Language) -> str:
    if kind is SignalKind.NO_OWNER:
        return language.text("Nobody is stated as responsible.")
    return language.text("There is no report, and the status has no date.")


def _dated_words(kind: SignalKind, language: Language) -> str:
    text = language.text
    match kind:
        case SignalKind.LATE_MILESTONE:
            return text(
                "The milestone “{title}” was due {date}, and we have not found that it was reached."
            )
        case SignalKind.PAST_END:
            return text(
                "The period ended {date}, but the status is not “{status.completed}” or "
                "“{status.stopped}”."
            )
        case SignalKind.NOT_STARTED:
            return text("It should have begun {date}, but the status is “{status.planned}”.")
        case SignalKind.BEHIND_PATH:
            return text("“{title}” has not come as far as its path says for {date}.")
        case SignalKind.UNCONFIRMED:
            return text("No source we know has confirmed after {date} that it is under way.")
        case SignalKind.NO_REPORT:
            return text("The newest word on how it goes is from {date}.")
        case SignalKind.STALE:
            return text("The newest sign that somebody has looked at this is from {date}.")
        case SignalKind.NO_OWNER:
            return _undated_words(kind, language)
        case _:
            assert_never(kind)


def _months_words(months: int, since: PartialDate, language: Language) -> str:
    """Say how long ago something was. A date that is only known to the year or month gives a least
    number. From two years on it is told in years.
    """
    if months >= _MIN_IN_YEARS:
        return _years_words(months // 12, since, language)
    if since.day:
        words = language.plural("That is {count} month ago.", "That is {count} months ago.", months)
    else:
        words = language.plural(
            "That is at least {count} month ago.", "That is at least {count} months ago.", months
        )
    return words.format(count=language.number(months))


def _years_words(years: int, since: PartialDate, language: Language) -> str:
    if since.day:
        words = language.plural("That is {count} year ago.", "That is {count} years ago.", years)
    else:
        words = language.plural(
            "That is at least {count} year ago.", "That is at least {count} years ago.", years
        )
    return words.format(count=language.number(years))


def question_words(kind: SignalKind, language: Language) -> str:
    """Ask what whoever is responsible should answer."""
    text = language.text
    match kind:
        case SignalKind.LATE_MILESTONE:
            return text("Has it been reached, and when? If not, what is the new date?")
        case SignalKind.PAST_END:
            return text("Is it finished, and when? If not, when will it be?")
        case SignalKind.NOT_STARTED:
            return text("Has it begun, and when? If not, what is the new start?")
        case SignalKind.BEHIND_PATH:
            return text("Is there a newer value? What is done to reach the target?")
        case SignalKind.UNCONFIRMED:
            return text("Does it still go on? Write a sentence about how it goes, with a date.")
        case SignalKind.NO_REPORT:
            return text("How does it go? Write a sentence, with a date.")
        case SignalKind.STALE:
            return text("Is what stands about it still right? If not, what should it say?")
        case SignalKind.NO_OWNER:
            return text("Who is responsible?")
        case _:
            assert_never(kind)


def meaning_words(kind: SignalKind, limits: ReviewMonths, language: Language) -> str:
    """Say what a kind of signal means."""
    text = language.text
    match kind:
        case SignalKind.LATE_MILESTONE:
            return text("The date of a milestone has passed, and it is not reported as reached.")
        case SignalKind.PAST_END:
            return text(
                "The period is over, but the status is neither “{status.completed}” nor "
                "“{status.stopped}”."
            )
        case SignalKind.NOT_STARTED:
            return text("The status is “{status.planned}”, but the start has passed.")
        case SignalKind.BEHIND_PATH:
            return text(
                "The newest value of an indicator is not as far as the path to its target says for "
                "that time."
            )
        case SignalKind.UNCONFIRMED:
            return text(
                "The status is “{status.ongoing}”, but nothing has confirmed that for two years: "
                "it may be over."
            )
        case SignalKind.NO_REPORT:
            return _no_report_meaning(limits.running, language)
        case SignalKind.STALE:
            return _stale_meaning(limits, language)
        case SignalKind.NO_OWNER:
            return text("A measure without anybody responsible, or a joint project without a lead.")
        case _:
            assert_never(kind)


def _no_report_meaning(months: int, language: Language) -> str:
    return language.plural(
        "The status is “{status.ongoing}”, but no report or dated status is newer than {count} "
        "month. What is older than two years is counted as unconfirmed instead.",
        "The status is “{status.ongoing}”, but no report or dated status is newer than {count} "
        "months. What is older than two years is counted as unconfirmed instead.",
        months,
    ).format(count=language.number(months))


def _stale_meaning(limits: ReviewMonths, language: Language) -> str:
    return language.text(
        "Nobody has reviewed it or changed anything of substance for a long time: the limit is "
        "{running} for what is under way, {other} for the rest."
    ).format(
        running=_months(limits.running, language),
        other=_months(limits.other, language),
    )


def _months(count: int, language: Language) -> str:
    words = language.plural("{count} month", "{count} months", count)
    return words.format(count=language.number(count))


def gap_words(gap: Gap, count: int, language: Language) -> str:
    """Say of how many items something cannot be computed, and why."""
    return _gap_words(gap, count, language).format(count=language.number(count))


def _gap_words(gap: Gap, count: int, language: Language) -> str:
    plural = language.plural
    match gap:
        case Gap.DEADLINE:
            return plural(
                "{count} has neither an end nor a coming milestone: nobody can say whether it is "
                "late.",
                "{count} have neither an end nor a coming milestone: nobody can say whether they "
                "are late.",
                count,
            )
        case Gap.START:
            return plural(
                "{count} with the status “{status.planned}” has no start: nobody can say whether "
                "it should have begun.",
                "{count} with the status “{status.planned}” have no start: nobody can say whether "
                "they should have begun.",
                count,
            )
        case Gap.CONFIRMATION:
            return plural(
                "{count} is under way without a date for that: nobody can say how old it is.",
                "{count} are under way without a date for that: nobody can say how old it is.",
                count,
            )
        case Gap.REVIEW:
            return plural(
                "{count} has no date at all: nobody can say when somebody last looked at it.",
                "{count} have no date at all: nobody can say when somebody last looked at them.",
                count,
            )
        case _:
            assert_never(gap)
