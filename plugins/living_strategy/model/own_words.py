"""The language of a strategy, with the words that are its own."""

from __future__ import annotations

from living_strategy.language import Language
from living_strategy.model.goal import Standing
from living_strategy.settings import Settings


def language_of(settings: Settings, language: Language | None = None) -> Language:
    """Return the language of a strategy; a proposal is called after those who propose it. `language`
    is that of the catalogue that was read for it, where it does not come with the program.
    """
    language = language or Language.load(settings.language)
    if settings.proposed_by is None:
        return language
    words = language.text("Proposal from {name}").format(name=settings.proposed_by)
    return language.naming({Standing.PROPOSED: words})
