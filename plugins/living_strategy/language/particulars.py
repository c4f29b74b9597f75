"""Particulars of a message: values with words of their own in each language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from living_strategy.partial_date import PartialDate


class OwnWord(Protocol):
    """A value of a list that is a strategy's own."""

    @property
    def value(self) -> str: ...  # noqa: D102
    @property
    def word(self) -> str: ...  # noqa: D102


class Vocabulary(Protocol):
    """The part of a `Language` that particulars need."""

    def text(self, message: str) -> str: ...  # noqa: D102
    def context(self, context: str, message: str) -> str: ...  # noqa: D102
    def term(self, value: StrEnum | OwnWord) -> str: ...  # noqa: D102
    def kind(self, key: str) -> str: ...  # noqa: D102
    def command(self, words: str) -> str: ...  # noqa: D102
    def any_of(self, words: Sequence[str]) -> str: ...  # noqa: D102
    def date(self, value: PartialDate) -> str: ...  # noqa: D102


class Worded(Protocol):
    """A particular that is put into words when the language of its reader is known.

    As text it is the same in every language: reports are sorted by it.
    """

    def words(self, language: Vocabulary) -> str:
        """Return its words in a message."""
        ...


Particular = str | Worded
Particulars = Mapping[str, Particular]
"""What a message is filled with, by the names of its placeholders."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry, such as `goal`."""

    key: str

    def __str__(self) -> str:
        return self.key

    def words(self, language: Vocabulary) -> str:
        """Return the word in running text, such as `mål`."""
        return language.kind(self.key)


@dataclass(frozen=True, slots=True)
class Kinds:
    """Kinds of entries, any of which will do."""

    keys: tuple[str, ...]

    def __str__(self) -> str:
        return ",".join(self.keys)

    def words(self, language: Vocabulary) -> str:
        """Return the alternatives, such as `mål eller tiltak`."""
        return language.any_of([language.kind(key) for key in self.keys])


@dataclass(frozen=True, slots=True)
class Commands:
    """Commands of ours without the program's name, such as `list goal`: any of them will do."""

    lines: tuple[str, ...]

    def __str__(self) -> str:
        return ",".join(self.lines)

    def words(self, language: Vocabulary) -> str:
        """Return the commands as the reader must type them, in quotation marks."""
        quoted = language.text("“{command}”")
        return language.any_of(
            [quoted.format(command=language.command(line)) for line in self.lines]
        )


@dataclass(frozen=True, slots=True)
class Terms:
    """Values of a closed vocabulary that may be chosen."""

    values: tuple[StrEnum | OwnWord, ...]

    def __str__(self) -> str:
        return ",".join(value.value for value in self.values)

    def words(self, language: Vocabulary) -> str:
        """Return the values as written in files, with the words that readers see if they differ."""
        return ", ".join(self._term(language, value) for value in self.values)

    @staticmethod
    def _term(language: Vocabulary, value: StrEnum | OwnWord) -> str:
        word = language.term(value)
        plain = value.value.replace("_", " ").replace("-", " ")
        same = word.casefold() == plain.casefold()
        return value.value if same else f"{value.value} ({word})"


@dataclass(frozen=True, slots=True)
class TypeName:
    """The type of a value in a file: one of `living_strategy.language.TYPE_NAMES`."""

    name: str

    def __str__(self) -> str:
        return self.name

    def words(self, language: Vocabulary) -> str:
        """Return the name in the language, such as `en liste`."""
        return language.context("type of value", self.name)


@dataclass(frozen=True, slots=True)
class Day:
    """A date, as exact as it is known."""

    date: PartialDate

    def __str__(self) -> str:
        return self.date

    def words(self, language: Vocabulary) -> str:
        """Return the date in the language, such as `31. desember 2019`."""
        return language.date(self.date)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something cannot be read, in English; it has words where we know the reason."""

    text: str

    def __str__(self) -> str:
        return self.text

    def words(self, language: Vocabulary) -> str:
        """Return the reason in the language, or as it is."""
        return language.context("problem", self.text)
