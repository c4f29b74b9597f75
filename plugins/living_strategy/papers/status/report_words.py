"""Words that the formats of the report about the status share: its sums, and what it rests on."""

from __future__ import annotations

from living_strategy.figures.roll_ups import RollUp
from living_strategy.figures.summary_words import look_words
from living_strategy.language import Language
from living_strategy.papers.layout import one_line
from living_strategy.papers.status.paper import StatusReport


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


def states_in_words(roll_up: RollUp, language: Language) -> str:
    """Return how many items are in each state, without those that none is in."""
    words = (
        f"{language.term(state)} {language.number(count)}"
        for state, count in roll_up.by_state.items()
        if count
    )
    return ", ".join(words)
