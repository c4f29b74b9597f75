"""What local strategies have decided, in groups and words that several pages share."""

from __future__ import annotations

from collections.abc import Mapping

from living_strategy.language import Language
from living_strategy.model.adoption import AdoptionState
from living_strategy.upstream.uptake import LocalStrategy

# What a map and a bar show together, in this order.
GROUPS: Mapping[str, tuple[AdoptionState, ...]] = {
    "yes": (AdoptionState.ADOPTED, AdoptionState.ADAPTED),
    "later": (AdoptionState.PLANNED, AdoptionState.UNDER_CONSIDERATION),
    "no": (AdoptionState.DECLINED, AdoptionState.NOT_RELEVANT),
}


def age_words(strategy: LocalStrategy, language: Language) -> tuple[str, ...]:
    """Say how old what is known of a site is, and since when it is silent, in sentences."""
    kept = strategy.collected
    if kept is None:
        return (language.text("It has not been asked yet."),)
    words = []
    if kept.fetched:
        words.append(language.text("Last fetched {date}.").format(date=language.date(kept.fetched)))
    if kept.changed:
        message = language.text("Last changed {date}.")
        words.append(message.format(date=language.date(kept.changed)))
    if kept.silence and kept.silent_since:
        message = language.text("Nothing usable since {date} ({reason}).")
        reason = language.term(kept.silence).lower()
        words.append(message.format(date=language.date(kept.silent_since), reason=reason))
    if kept.is_good and not kept.follows:
        words.append(language.text("It does not say what it has decided about this strategy."))
    return tuple(words)
