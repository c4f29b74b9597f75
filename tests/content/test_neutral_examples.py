"""The program speaks of no strategy in particular: what it gives as an example, explains and helps
with names nothing that this repository's own content has.

What may not be named is read from the content. In running text an id or a name that is an ordinary
word may stand, such as “Kommunene” at the head of a list; in examples no id may.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from pydantic import BaseModel
from tools import catalogues

from living_strategy.content.field_types import example_at
from living_strategy.content.graph import Graph
from living_strategy.forms.fields import parts_of
from living_strategy.model import KINDS
from living_strategy.model.adoption import Adoption
from living_strategy.rules import CODES
from living_strategy.settings import Settings
from tests.content.texts import unknown_words

PACKAGE = catalogues.PACKAGE
# Where examples stand in the code itself, besides those of codes and fields.
CODE_WITH_EXAMPLES = ("adapters/cli", "content/yaml", "editing", "forms")
_TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_ADDRESS = re.compile(r"https?://[^\s)\]>\"]+")


# The form on the site is written for them.
HOSTS_OF_REPOSITORIES = {"github.com"}


@dataclass
class Names:
    """What the content calls its own: ids, names, and the hosts of the addresses it cites."""

    ids: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    hosts: set[str] = field(default_factory=set)

    def take(self, value: Any) -> None:
        """Take up all names in a value, however deep they lie."""
        if isinstance(value, BaseModel):
            if identity := getattr(value, "id", None):
                self.ids |= {identity, *getattr(value, "aliases", ())}
                self.titles.add(getattr(value, "title", identity))
            for name in type(value).model_fields:
                self.take(getattr(value, name))
        elif isinstance(value, tuple):
            for part in value:
                self.take(part)
        elif isinstance(value, str):
            for address in _ADDRESS.findall(value):
                host = (urlsplit(address).hostname or "").removeprefix("www.")
                self.hosts |= {host} - HOSTS_OF_REPOSITORIES

    def said(self, text: str) -> Iterator[str]:
        """Yield the names that a text has."""
        for word in _TOKEN.findall(text):
            if word.lower() in self.ids:
                yield word
        for name in (*self.titles, *self.hosts):
            if name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text):
                yield name


@pytest.fixture(scope="module")
def names(graph: Graph) -> Names:
    """The names of this repository's content."""
    names = Names()
    for entry in graph.entries.values():
        names.take(entry)
    return names


@cache
def _examples() -> tuple[str, ...]:
    """Every example of a code, of a field and of a setting, and those that commands write."""
    texts = [text for code in CODES.values() for text in (code.wrong, code.right)]
    models: list[type[BaseModel]] = [*KINDS, Settings, Adoption]
    for model in (part for kind in models for part in (kind, *parts_of(kind).values())):
        texts += [example_at(model, (name,)) for name in model.model_fields]
    for folder in CODE_WITH_EXAMPLES:
        for path in sorted((PACKAGE / folder).rglob("*.py")):
            texts += _strings(path)
    return tuple(texts)


def _strings(path: Path) -> Iterator[str]:
    """Yield the texts in the code of a module that are no docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    docstrings = {
        id(node.value)
        for owner in ast.walk(tree)
        if isinstance(owner, ast.Module | ast.ClassDef | ast.FunctionDef)
        for node in owner.body
        if isinstance(node, ast.Expr)
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in docstrings
        ):
            yield node.value


@cache
def _prose() -> tuple[str, ...]:
    """Every message, help and explanation in each language, and what a new strategy begins with."""
    texts: list[str] = []
    for code in catalogues.CATALOGUES:
        for message in catalogues.read(code):
            if message.context != "address":
                for words in (message.id, message.string):
                    texts += [words] if isinstance(words, str) else words or ()
    files = sorted((PACKAGE / "starting" / "files").rglob("*"))
    return (*texts, *(path.read_text("utf-8") for path in files if path.is_file()))


def _proper(names: set[str]) -> set[str]:
    """The names that no sentence has by chance: all but those of one or two ordinary words of
    Norwegian, as the dictionary has them.
    """
    words = {name: name.lower().split() for name in names}
    unknown = unknown_words([word for parts in words.values() for word in parts], "nb_NO")
    return {
        name
        for name, parts in words.items()
        if len(parts) > 2 or "-" in name or not unknown.isdisjoint(parts)
    }


def test_examples_name_nothing_of_this_content(names: Names) -> None:
    """No example of a code, a field, a setting or a command is an entry of ours, or an address that
    we cite. Choose another example than the one that is shown here.
    """
    said = {text: set(names.said(text)) for text in _examples()}

    assert {text: words for text, words in said.items() if words} == {}


def test_help_names_nothing_of_this_content(names: Names) -> None:
    """No message, help or explanation, in any language, and no file of a new strategy names an
    entry of ours.
    """
    proper = Names(_proper(names.ids), _proper(names.titles))
    said = {text: set(proper.said(text)) for text in _prose()}

    assert {text: words for text, words in said.items() if words} == {}


def test_what_is_ours_is_found(names: Names) -> None:
    """The checks can fail: there are many names of each sort, and each is found in a sentence."""
    for sort in (names.ids, names.titles, names.hosts):
        assert len(sort) > 30
        assert all(name in names.said(f"such as “{name}”.") for name in sort)
    proper = _proper(names.ids)
    assert len(proper) > len(names.ids) / 2
    assert len(_examples()) > 500
    assert len(_prose()) > 5000
