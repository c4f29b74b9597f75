"""Words for what is decided about national goals, which several pages and papers share."""

from __future__ import annotations

from typing import NamedTuple

from living_strategy.language import Language
from living_strategy.model.adoption import AdoptionState
from living_strategy.upstream.national_goals import Gap, NationalDate, NationalGoal, NationalGoals

UNTREATED = "untreated"
_YES = (AdoptionState.ADOPTED, AdoptionState.ADAPTED)
_LATER = (AdoptionState.PLANNED, AdoptionState.UNDER_CONSIDERATION)
_NO = (AdoptionState.DECLINED, AdoptionState.NOT_RELEVANT)


class ToldGap(NamedTuple):
    """What is lacking, in a sentence, and in which national goals."""

    words: str
    goals: tuple[NationalGoal, ...]


def state_key(state: AdoptionState | None) -> str:
    """Return the name of a state in classes and addresses."""
    return state.value if state else UNTREATED


def state_words(state: AdoptionState | None, language: Language) -> str:
    """Return the word for a state; without a record nothing has been decided, not even a no."""
    return language.term(state) if state else language.text("Not treated")


def gap_words(gap: Gap, language: Language) -> str:
    """Return the sentence of what is lacking."""
    return {
        Gap.NO_WORK: language.text("It is decided, and nothing in our strategy serves it yet."),
        Gap.PLAN_PASSED: language.text("The date that it was planned for has passed."),
        Gap.REVIEW_PASSED: language.text("The date for looking at it again has passed."),
        Gap.OUTDATED: language.text(
            "The national text has changed since the decision: the judgement is outdated."
        ),
    }[gap]


def told_gaps(goals: NationalGoals, language: Language) -> tuple[ToldGap, ...]:
    """Return everything that is lacking."""
    return tuple(
        ToldGap(gap_words(gap, language), lacking) for gap in Gap if (lacking := goals.lacking(gap))
    )


def date_words(when: NationalDate, language: Language) -> str:
    """Return what should be done on a day, in a few words."""
    if when.gap is Gap.REVIEW_PASSED:
        return language.text("Look at it again")
    return language.text("Decide about it, or begin")


def summary_words(goals: NationalGoals, language: Language) -> str:
    """Return how many goals have a yes, a no, a later, and nothing at all, in a sentence."""
    total = len(goals.counted)
    parts = (
        (language.text("{count} adopted or adapted"), goals.count(*_YES)),
        (language.text("{count} planned or under consideration"), goals.count(*_LATER)),
        (language.text("{count} declined or not relevant"), goals.count(*_NO)),
        (language.text("{count} not treated"), goals.count(None)),
    )
    told = ", ".join(words.format(count=language.number(count)) for words, count in parts if count)
    if not told:
        return language.text("The pinned version has none.")
    message = language.plural(
        "{count} national goal: {parts}.", "{count} national goals: {parts}.", total
    )
    return message.format(count=language.number(total), parts=told)
