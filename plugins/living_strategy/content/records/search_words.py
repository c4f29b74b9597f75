"""Reads words that mean the same in a search: the package's list, and strategy/search-words.yml."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from living_strategy.content.intake import STRATEGY, Collector
from living_strategy.content.plain_texts import plain_mentions
from living_strategy.content.source_file import SourceFile
from living_strategy.content.validate import validate
from living_strategy.language import Language
from living_strategy.model.search_words import SearchWords
from living_strategy.settings import Settings, Switch

LIST = Path(__file__).with_name("search_words.txt")
OWN = f"{STRATEGY}/search-words.yml"
# The languages of the package's list.
_LANGUAGES = frozenset(("nb", "nn"))
Groups = tuple[tuple[str, ...], ...]


@lru_cache(maxsize=1)
def common_search_words() -> Groups:
    """Return the groups that come with the package, for strategies in Norwegian."""
    lines = LIST.read_text(encoding="utf-8").splitlines()
    return tuple(
        tuple(word.strip() for word in line.split("="))
        for line in lines
        if line.strip() and not line.startswith("#")
    )


def read_search_words(
    intake: Collector, settings: Settings, language: Language | None = None
) -> Groups:
    """Return the strategy's own groups, its words for kinds with those that they take the place of,
    then the common ones, if it is in their language and has not switched them off; mistakes are
    noted. `language` is as for `language_of`.
    """
    own = _own(intake)
    is_common = own.common is Switch.ON and settings.language in _LANGUAGES
    kinds = _kinds(settings, language or Language.load(settings.language))
    return (*own.same, *kinds, *(common_search_words() if is_common else ()))


def _kinds(settings: Settings, language: Language) -> Iterator[tuple[str, ...]]:
    """Yield the words that the strategy has for a kind of entries, with those of the program for
    it, unless these now mean another kind.
    """
    given = settings.terms.kinds.given
    own = {key: (noun.one, noun.many or noun.one) for key, noun in given.items()}
    for key, words in own.items():
        noun = language.noun(key)
        taken = {word.casefold() for other in own if other != key for word in own[other]}
        usual = (word for word in (noun.one, noun.many) if word.casefold() not in taken)
        group = tuple({word.casefold(): word for word in (*usual, *words)}.values())
        if len(group) > len(set(words)):
            yield group


def _own(intake: Collector) -> SearchWords:
    if intake.source.sort(OWN) is None:
        return SearchWords()
    text = intake.read(OWN)
    if text is None:
        return SearchWords()
    source = SourceFile(OWN, text)
    tree = intake.parse(source)
    if tree.data is None and not tree.problems:
        return SearchWords()
    data = intake.mapping(source, tree)
    if data is None:
        return SearchWords()
    words, faults = validate(SearchWords, data, source, (), "")
    intake.diagnostics.extend(faults)
    intake.diagnostics.extend(plain_mentions(SearchWords, data, source, (), faults, ""))
    intake.ambiguous(SearchWords, source, (), tree.plain, faults, "")
    return words or SearchWords()
