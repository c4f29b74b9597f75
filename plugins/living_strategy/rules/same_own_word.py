"""One word, or one address, for two kinds of entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.language import Language
from living_strategy.model import KINDS
from living_strategy.model.own_words import language_of
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "same-own-word",
    Severity.ERROR,
    message="“{word}” is also the word for “{other}”.",
    messages={
        "address": "The address “{word}” is taken by something else.",
        "former": "The former address “{word}” is that of something now.",
    },
    hint="Choose another word, so that readers can tell the two apart.",
    hints={
        "address": "Choose another word for the address.",
        "former": "Take it out of the list: what lies there now is shown, and nothing can lead away from there.",
    },
    meaning="A list, a menu and an address name one kind of entries each.",
    wrong="terms:\n  kinds:\n    measure:\n      one: innsats\n    project:\n      one: innsats",
    right="terms:\n  kinds:\n    measure:\n      one: innsats\n    project:\n      one: prosjekt",
)
# Folders of a site that hold no pages.
_TAKEN = ("assets", "data", "pagefind")


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report a word that a strategy has chosen for a kind and that another kind has too."""
    settings = graph.corpus.settings
    language, given = language_of(settings, graph.corpus.language), settings.terms.kinds.given
    words = {kind.kind: language.noun(kind.kind).one.casefold() for kind in KINDS}
    for key, noun in given.items():
        others = [other for other, word in words.items() if word == words[key] and other != key]
        # Of two that were chosen, the second is one too many.
        order = list(given)
        others = [
            other for other in others if other not in given or order.index(other) < order.index(key)
        ]
        if others:
            location = graph.corpus.settings_source.locate(("terms", "kinds", key, "one"))
            yield Diagnostic(CODE.name, location, {"word": noun.one, "other": others[0]})
        if noun.address and _is_taken(key, noun.address, context.addresses, language):
            location = graph.corpus.settings_source.locate(("terms", "kinds", key, "address"))
            yield Diagnostic(CODE.name, location, {"word": noun.address, "case": "address"})
    yield from _former(graph, context, language)


def _former(graph: Graph, context: CheckContext, language: Language) -> Iterator[Diagnostic]:
    """Report former addresses where something else lies: a page, or another redirect."""
    taken = {language.address(kind.address_word()) for kind in KINDS} | set(_TAKEN)
    taken |= {address.rstrip("/") for address in context.addresses}
    for key, noun in graph.corpus.settings.terms.kinds.given.items():
        for index, word in enumerate(noun.former_addresses):
            if word in taken:
                path = ("terms", "kinds", key, "former_addresses", index)
                location = graph.corpus.settings_source.locate(path)
                yield Diagnostic(CODE.name, location, {"word": word, "case": "former"})
            taken.add(word)


def _is_taken(kind: str, address: str, addresses: Mapping[str, str], language: Language) -> bool:
    """Whether a page of something else lies there: of two at one address, one is not listed."""
    shown = set(addresses.values())
    hidden = {
        language.address(other.address_word())
        for other in KINDS
        if addresses and other.kind != kind and other.kind not in shown
    }
    return address in _TAKEN or addresses.get(f"{address}/", kind) != kind or address in hidden


RULE = Rule(CODE, check)
