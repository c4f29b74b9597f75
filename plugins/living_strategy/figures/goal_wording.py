"""Wording of a goal: whether its title is a quotation, a paraphrase or our own, in words."""

from __future__ import annotations

from living_strategy.language import Language
from living_strategy.model.goal import Goal, GoalWording


def wording_words(goal: Goal, language: Language) -> str:
    """Return a sentence on whose words the title is in; empty where nobody has said so."""
    match goal.wording:
        case GoalWording.VERBATIM:
            return language.text("The title is quoted from what was adopted.")
        case GoalWording.PARAPHRASED:
            return language.text(
                "The title is no quotation: it is our paraphrase of the goal that was adopted."
            )
        case GoalWording.OWN:
            return language.text("The title is our own.")
        case None:
            return ""
