"""The language of a strategy, with the words that are its own."""

from __future__ import annotations

from living_strategy.language import Language
from living_strategy.model.goal import Standing
from living_strategy.model.own_lists import lists_of
from living_strategy.settings import Settings


def language_of(settings: Settings) -> Language:
    """Return the language of a strategy; a proposal is called after those who propose it."""
    language = listed(Language.load(settings.language.value), settings)
    if settings.proposed_by is None:
        return language
    words = language.text("Proposal from {name}").format(name=settings.proposed_by)
    return language.naming({Standing.PROPOSED: words})


def listed(language: Language, settings: Settings) -> Language:
    """Return a language, which need not be that of the strategy, with the strategy's own lists,
    its currency and its alphabet.
    """
    own = language.paying(settings.currency).sorting(settings.sorted_by.value)
    return own.listing(lists_of(settings).values)
