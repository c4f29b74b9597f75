"""Kinds by the words people use for them: English keys and Norwegian words, singular and plural."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.adapters.cli.session import CannotStart
from living_strategy.content.validate import id_from
from living_strategy.diagnostics import nearest
from living_strategy.language import LANGUAGES, Language
from living_strategy.model import KINDS, Entry

_MIN_HEAD_LENGTH = 4


def find_kind(
    word: str, language: Language, offered: tuple[type[Entry], ...] = KINDS
) -> type[Entry]:
    """Return the kind that a word means, in any of the languages, with or without æ, ø and å. Those
    that are offered are named when it means none.

    Raises:
        CannotStart: no kind is called that.
    """
    by_name = {
        name.casefold(): kind
        for names in (_names, _own_names)
        for kind in KINDS
        for name in names(kind, language)
    }
    plain, folded = {id_from(name): kind for name, kind in by_name.items()}, id_from(word)
    if kind := by_name.get(word.casefold()) or plain.get(folded):
        return kind
    # The last part of a compound says what a thing is: “nettverk”, “komponent”, “ordning”.
    heads = {kind for name, kind in plain.items() if name.endswith(folded)}
    if len(heads) == 1 and len(folded) >= _MIN_HEAD_LENGTH:
        return heads.pop()
    message = language.text("There is no kind called “{word}”.").format(word=word)
    names = [name for name, kind in by_name.items() if kind in offered]
    if suggestion := nearest(word, names):
        name = by_name[suggestion].kind
        suggestion = suggestion if suggestion == name else language.kind(name)
        message += " " + language.text("Did you mean “{near}”?").format(near=suggestion)
    else:
        choices = kind_choices(language, offered)
        message += " " + language.text("Choose one of: {choices}.").format(choices=choices)
    raise CannotStart(message)


def kind_choices(language: Language, kinds: tuple[type[Entry], ...] = KINDS) -> str:
    """Return kinds by their keys, with the words of the language where these are others."""
    return ", ".join(_shown(kind, language) for kind in kinds)


def _names(kind: type[Entry], _: Language) -> Iterator[str]:
    yield kind.kind
    yield kind.address_word()
    for code in LANGUAGES:
        yield from _own_names(kind, Language.load(code))


def _own_names(kind: type[Entry], language: Language) -> Iterator[str]:
    """Yield the words of one language, which may be the strategy's own."""
    noun = language.noun(kind.kind)
    yield from (noun.one, noun.many, noun.the_one, noun.the_many)
    yield language.text(kind.label)
    yield language.text(kind.labels)
    yield language.address(kind.address_word())


def _shown(kind: type[Entry], language: Language) -> str:
    word = language.kind(kind.kind)
    return kind.kind if word == kind.kind else f"{kind.kind} ({word})"
