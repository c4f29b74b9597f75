"""Findings as values: severity, place, code and the particulars of one mistake; nearest names."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """`error`: the site would state something false or lack a page; `warning`: publishable, but
    someone should look; `info`: good to know.
    """

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in the content: file relative to the content root in POSIX form.

    `line` and `column` count from 1; 0 means that the whole file is meant. `field` is the path of
    keys, such as `funding[0].amount`, or empty.
    """

    file: str
    line: int = 0
    column: int = 0
    field: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. Message and hint are made from `code` and `params` in the reader's language.

    Equality is by value, so tests compare whole lists.
    """

    code: str
    location: Location
    params: Mapping[str, str] = field(default_factory=dict)
    ref: str = ""
    related: tuple[Location, ...] = ()
    severity: Severity = Severity.ERROR

    @property
    def sort_key(self) -> tuple[str, int, int, str, str, str]:
        """File, line, column, field, code and particulars: the order of every report."""
        place = self.location
        return (
            place.file,
            place.line,
            place.column,
            place.field,
            self.code,
            "\x00".join(f"{key}={value}" for key, value in sorted(self.params.items())),
        )


def sort_diagnostics(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """All findings in report order, each once."""
    unique = {diagnostic.sort_key: diagnostic for diagnostic in diagnostics}
    return tuple(unique[key] for key in sorted(unique))


def nearest(word: str, candidates: Iterable[str]) -> str:
    """The candidate most like `word`, or an empty text when none is near."""
    found = difflib.get_close_matches(word.lower(), sorted(candidates), n=1, cutoff=0.6)
    return found[0] if found else ""


def misspelt(word: str, candidates: Iterable[str]) -> str:
    """The candidate that `word` is a slip of the pen for: hardly longer or shorter, and much alike.

    For names that are many and short, where `nearest` would find one for every word.
    """
    alike = sorted(name for name in candidates if abs(len(name) - len(word)) <= 1)
    found = difflib.get_close_matches(word, alike, n=1, cutoff=0.85)
    return found[0] if found else ""


class NameIndex:
    """Many names to look for a near one in: only those that share letters are compared."""

    def __init__(self, values: Mapping[str, str]) -> None:
        """`values` gives the value that each name stands for."""
        self._values = values
        self._names_with: dict[str, list[str]] = {}
        for name in values:
            for letters in _triples(name):
                self._names_with.setdefault(letters, []).append(name)

    def nearest(self, word: str) -> str:
        """The value of the name most like `word`, or an empty text when none is near."""
        shared: Counter[str] = Counter()
        for letters in _triples(word):
            shared.update(self._names_with.get(letters, ()))
        near = nearest(word, (name for name, _ in shared.most_common(30)))
        return self._values[near] if near else ""


def _triples(word: str) -> set[str]:
    padded = f"  {word} "
    return {padded[start : start + 3] for start in range(len(padded) - 2)}
