"""Words that the formats of the report about the status share: its sums, and what it rests on."""

from __future__ import annotations

from living_strategy.figures.roll_ups import RollUp
from living_strategy.figures.summary_words import look_words
from living_strategy.language import Language
from living_strategy.papers.layout import one_line
from living_strategy.papers.status.paper import StatusReport
from living_strategy.upstream.national_goals import NationalGoals
from living_strategy.upstream.national_words import summary_words as decided_words
from living_strategy.upstream.national_words import told_gaps


def summary_words(report: StatusReport) -> str:
    """Say how many items there are, and how many may need a look."""
    everything = report.summary.all
    if not everything.items:
        return report.language.text("No goals, measures or projects are registered yet.")
    return look_words(everything, report.language)


def warning_words(language: Language) -> str:
    """Say what a computed signal is not."""
    return language.text(
        "Nobody has judged how the work goes. What is found is computed from dates, and a declared "
        "status may be right all the same."
    )


def holder_name(roll_up: RollUp, language: Language) -> str:
    """Return the title of who or what a sum is of."""
    return one_line(roll_up.holder.title) if roll_up.holder else language.text("Nobody responsible")


def national_words(goals: NationalGoals, language: Language) -> tuple[str, ...]:
    """Return what is decided about the goals of a strategy above, and what is lacking, in
    sentences.
    """
    lacking = (
        f"{gap.words} {'; '.join(one_line(goal.title) for goal in gap.goals)}"
        for gap in told_gaps(goals, language)
    )
    return (f"{one_line(goals.pinned.title)}: {decided_words(goals, language)}", *lacking)


def states_in_words(roll_up: RollUp, language: Language) -> str:
    """Return how many items are in each state, without those that none is in."""
    words = (
        f"{language.term(state)} {language.number(count)}"
        for state, count in roll_up.by_state.items()
        if count
    )
    return ", ".join(words)
