"""The language of a strategy, with the words that are its own."""

from __future__ import annotations

from dataclasses import replace

from living_strategy.language import Language, vocabulary
from living_strategy.language.nouns import Noun, OwnWords
from living_strategy.model import KINDS
from living_strategy.model.goal import Standing
from living_strategy.model.own_lists import lists_of
from living_strategy.settings import Settings
from living_strategy.settings.terms import Noun as GivenNoun
from living_strategy.settings.terms import Terms

_PROPOSED = (vocabulary(Standing), Standing.PROPOSED.value)


def language_of(settings: Settings, language: Language | None = None) -> Language:
    """Return the language of a strategy; a proposal is called after those who propose it. `language`
    is that of the catalogue that was read for it, where it does not come with the program.
    """
    return speaking(language or Language.load(settings.language), settings)


def speaking(language: Language, settings: Settings) -> Language:
    """Return a language with the strategy's own lists, currency and alphabet, and with its own
    words if they are in this language.
    """
    language = language.paying(settings.currency).sorting(settings.sorted_by.value)
    language = language.listing(lists_of(settings, language).values)
    if language.code != settings.language:
        return language
    own = own_words(settings.terms, language)
    if settings.proposed_by is None or _PROPOSED in own.terms:
        return language.naming(own)
    words = language.text("Proposal from {name}").format(name=settings.proposed_by)
    return language.naming(replace(own, terms={**own.terms, _PROPOSED: words}))


def own_words(terms: Terms, language: Language) -> OwnWords:
    """Return the words of the settings, with a form in place of each that is missing: a rule tells
    of those.
    """
    given = terms.kinds.given
    by_word = {kind.kind: kind.address_word() for kind in KINDS}
    nouns = {key: _noun(noun, language.code) for key, noun in given.items()}
    if terms.sector:
        nouns["sector"] = Noun(*[terms.sector] * 4)
    return OwnWords(
        nouns=nouns,
        terms={
            (name, value): word
            for name, words in terms.values.items()
            for value, word in words.items()
        },
        pages=terms.pages.given,
        addresses={by_word[key]: noun.address for key, noun in given.items() if noun.address},
        former_addresses={by_word[key]: noun.former_addresses for key, noun in given.items()},
    )


def _noun(given: GivenNoun, code: str) -> Noun:
    many = given.many or given.one
    the = "the " if code == "en" else ""
    return Noun(
        given.one, many, given.the_one or f"{the}{given.one}", given.the_many or f"{the}{many}"
    )
