"""Bokmål and nynorsk as the dictionaries know them, and words of the field that we list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import pytest
from pydantic import BaseModel
from tools import catalogues

from living_strategy.content.graph import Graph
from living_strategy.model import KINDS
from living_strategy.model.types import classes_in
from living_strategy.rules import CODES
from living_strategy.settings import Settings
from tests.content.texts import texts_of, unknown_words, word_list, words_of

CONTENT_WORDS = "ordliste.txt"
INTERFACE_WORDS = "ordliste-grensesnitt.txt"
LISTS = (CONTENT_WORDS, INTERFACE_WORDS)


def content_words(graph: Graph) -> dict[str, str]:
    """Every word of the content with the file it was first met in."""
    words: dict[str, str] = {}
    for passage in texts_of(graph.corpus):
        for word in words_of(passage.text):
            words.setdefault(word, passage.place)
    return words


def interface_words(code: str) -> set[str]:
    """Every word of the interface in a language, without placeholders, keys and code."""
    keys = set(CODES) | set(_keys())
    words: set[str] = set()
    for message in catalogues.read(code):
        if message.id and message.context != "address":
            forms: Any = message.string
            for form in forms if isinstance(forms, tuple) else (forms,):
                plain = catalogues.PLACEHOLDER.sub(" ", form)
                # What stands in quotes with a colon, an address or a path is what one types.
                plain = re.sub(r"«[^«»]*[:/=.][^«»]*»|\S+[/=]\S*|\[[A-Z_]+\]|-\S+", " ", plain)
                words.update(words_of(plain))
    return {word for word in words if word.lower() not in keys}


def _keys() -> Iterator[str]:
    """What one types in content files: kinds, fields and closed words, in English."""
    for kind in KINDS:
        yield from (kind.kind, kind.folder or "")
    models: list[type[BaseModel]] = [*KINDS, Settings]
    for model in models:
        for name, field in model.model_fields.items():
            yield from name.split("_")
            for inner in classes_in(field.annotation):
                if issubclass(inner, BaseModel) and inner not in models:
                    models.append(inner)
                elif issubclass(inner, StrEnum):
                    yield from (word for node in inner for word in node.value.split("_"))


def test_content(graph: Graph) -> None:
    """There is no unknown word in the content."""
    words = content_words(graph)
    unknown = unknown_words(words, "nb_NO") - set(word_list(CONTENT_WORDS))

    assert {word: words[word] for word in sorted(unknown)} == {}


@pytest.mark.parametrize("code", ["nb", "nn"])
def test_interface(code: str) -> None:
    """There is no unknown word in the interface."""
    unknown = unknown_words(interface_words(code), f"{code}_NO")

    assert sorted(unknown - set(word_list(INTERFACE_WORDS))) == []


def test_lists_hold_what_is_needed_and_no_more(graph: Graph) -> None:
    """A word that no text has, or that the dictionary knows, would hide a mistake one day."""
    content = unknown_words(content_words(graph), "nb_NO")
    interface = set().union(
        *(unknown_words(interface_words(code), f"{code}_NO") for code in ("nb", "nn"))
    )

    assert sorted(set(word_list(CONTENT_WORDS)) - content) == []
    assert sorted(set(word_list(INTERFACE_WORDS)) - interface) == []


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_in_order(name: str) -> None:
    """Each word once, in the order of its letters."""
    words = word_list(name)

    assert words == sorted(set(words))


def test_a_misspelt_word_is_found() -> None:
    """The check can fail."""
    assert unknown_words(["kommune", "kommunne"], "nb_NO") == {"kommunne"}
