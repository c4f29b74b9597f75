"""Reads words that mean the same in a search: the package's list, and strategy/search-words.yml."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from living_strategy.content.intake import STRATEGY, Collector
from living_strategy.content.plain_texts import plain_mentions
from living_strategy.content.source_file import SourceFile
from living_strategy.content.validate import validate
from living_strategy.model.search_words import SearchWords

LIST = Path(__file__).with_name("search_words.txt")
OWN = f"{STRATEGY}/search-words.yml"
Groups = tuple[tuple[str, ...], ...]


@lru_cache(maxsize=1)
def common_search_words() -> Groups:
    """Return the groups that come with the package, for every strategy."""
    lines = LIST.read_text(encoding="utf-8").splitlines()
    return tuple(
        tuple(word.strip() for word in line.split("="))
        for line in lines
        if line.strip() and not line.startswith("#")
    )


def read_search_words(intake: Collector) -> Groups:
    """Return the strategy's own groups, then the common ones; mistakes are noted."""
    return (*_own(intake), *common_search_words())


def _own(intake: Collector) -> Groups:
    if intake.source.sort(OWN) is None:
        return ()
    text = intake.read(OWN)
    if text is None:
        return ()
    source = SourceFile(OWN, text)
    tree = intake.parse(source)
    if tree.data is None and not tree.problems:
        return ()
    data = intake.mapping(source, tree)
    if data is None:
        return ()
    words, faults = validate(SearchWords, data, source, (), "")
    intake.diagnostics.extend(faults)
    intake.diagnostics.extend(plain_mentions(SearchWords, data, source, (), faults, ""))
    intake.ambiguous(SearchWords, source, (), tree.plain, faults, "")
    return words.same if words else ()
