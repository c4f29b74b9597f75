"""Synonyms of the search: the contents of strategy/search-words.yml."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from living_strategy.limits import PlainText
from living_strategy.settings import Switch

_Words = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80), PlainText()
]
Same = Annotated[tuple[_Words, ...], Field(min_length=2, max_length=40)]


class SearchWords(BaseModel):
    """Groups of words; a search for one word of a group also finds the others."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    common: Switch = Switch.ON
    """off: without the words that come with the program, which are about digital public services."""
    same: tuple[Same, ...] = ()
    """Each a list of words or expressions that mean the same, such as [KI, kunstig intelligens]."""
