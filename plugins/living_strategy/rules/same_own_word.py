"""One word for two values of a list, or one word or address for two kinds of entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.language import Language
from living_strategy.model import KINDS
from living_strategy.model.own_lists import REPLACING
from living_strategy.model.own_words import language_of
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule
from living_strategy.settings import Settings, choice_of

CODE = Code(
    "same-own-word",
    Severity.ERROR,
    message="“{word}” is also the word for “{other}”.",
    messages={
        "address": "The address “{word}” is taken by something else.",
        "list": "“{word}” is also what readers see for “{key}”.",
        "former": "The former address “{word}” is that of something now.",
    },
    hint="Choose another word, so that readers can tell the two apart.",
    hints={
        "address": "Choose another word for the address.",
        "list": "Take one of the two out, or choose another word, so that readers can tell them apart.",
        "former": "Take it out of the list: what lies there now is shown, and nothing can lead away from there.",
    },
    meaning="A list, a menu and an address name one kind of entries each, and each value of a list of the strategy's own has a word of its own. Two units may share a symbol where their decimals or bounds differ.",
    wrong="terms:\n  kinds:\n    measure:\n      one: innsats\n    project:\n      one: innsats",
    right="terms:\n  kinds:\n    measure:\n      one: innsats\n    project:\n      one: prosjekt",
)
# Folders of a site that hold no pages.
_TAKEN = frozenset(("assets", "data", "pagefind"))
# That of the form for proposals, where there is one.
_FORM = frozenset(("admin",))


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report a word that a strategy has chosen for a kind and that another kind has too, and what
    readers see alike of two values of a list.
    """
    yield from _kinds(graph, context)
    settings, source = graph.corpus.settings, graph.corpus.settings_source
    for setting, values in _own_lists(settings).items():
        first: dict[tuple[object, ...], str] = {}
        for key, shown in values.items():
            same = first.setdefault(shown, key)
            if same != key:
                params = {"word": str(shown[0]), "key": same, "case": "list"}
                at = source.locate((setting, key), key=True)
                yield Diagnostic(
                    CODE.name, at, params, "", (source.locate((setting, same), key=True),)
                )


def _own_lists(settings: Settings) -> Mapping[str, Mapping[str, tuple[object, ...]]]:
    """Return what readers see of each value of each list, so that two that look alike are equal."""
    lists: dict[str, Mapping[str, tuple[object, ...]]] = {
        name: {
            key: (choice_of(written).word.casefold(),)
            for key, written in getattr(settings, name).items()
        }
        for name in REPLACING
    }
    units = {
        key: (unit.symbol, unit.one, unit.decimals, unit.minimum, unit.maximum)
        for key, unit in settings.units.items()
    }
    return lists | {"units": units}


def _kinds(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
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
        is_folder = noun.address in _folders(settings)
        if noun.address and (
            is_folder or _is_taken(key, noun.address, context.addresses, language)
        ):
            location = graph.corpus.settings_source.locate(("terms", "kinds", key, "address"))
            yield Diagnostic(CODE.name, location, {"word": noun.address, "case": "address"})
    yield from _former(graph, context, language)


def _former(graph: Graph, context: CheckContext, language: Language) -> Iterator[Diagnostic]:
    """Report former addresses where something else lies: a page, or another redirect."""
    taken = {language.address(kind.address_word()) for kind in KINDS}
    taken |= _folders(graph.corpus.settings)
    taken |= {address.rstrip("/") for address in context.addresses}
    for key, noun in graph.corpus.settings.terms.kinds.given.items():
        for index, word in enumerate(noun.former_addresses):
            if word in taken:
                path = ("terms", "kinds", key, "former_addresses", index)
                location = graph.corpus.settings_source.locate(path)
                yield Diagnostic(CODE.name, location, {"word": word, "case": "former"})
            taken.add(word)


def _folders(settings: Settings) -> frozenset[str]:
    return _TAKEN | _FORM if settings.form else _TAKEN


def _is_taken(kind: str, address: str, addresses: Mapping[str, str], language: Language) -> bool:
    """Whether a page of something else lies there: of two at one address, one is not listed."""
    shown = set(addresses.values())
    hidden = {
        language.address(other.address_word())
        for other in KINDS
        if addresses and other.kind != kind and other.kind not in shown
    }
    return addresses.get(f"{address}/", kind) != kind or address in hidden


RULE = Rule(CODE, check)
