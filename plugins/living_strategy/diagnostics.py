"""Mistakes as values: code, location and particulars, and how serious each is; similar names."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Generic, TypeVar

from living_strategy.language.particulars import Particulars

Answer = TypeVar("Answer")


class Severity(StrEnum):
    """`error`: the site would state something false or lack a page; `warning`: publishable, but
    someone should look; `info`: good to know.
    """

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


# A search among many names takes half a millisecond, and somebody must read its answers.
MAX_SEARCHES = 1_000
MAX_WORD_LENGTH = 120
# So many findings of one code in one file are shown.
MAX_ALIKE = 100


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A location in the content: file relative to the content root in POSIX form. `line` and
    `column` count from 1; 0 means that the whole file is meant. `field` is the path of keys, such
    as `funding[0].amount`, or empty.

    `line` and `column` count from 1; 0 means that the whole file is meant. `field` is the path of
    keys, such as `funding[0].amount`, or empty.
    """

    file: str
    line: int = 0
    column: int = 0
    field: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One mistake. Message and hint are made from `code` and `params` in the reader's language.

    How serious it is, is not for those who notice it to say: see `Finding`. Equality is by value,
    so tests compare whole lists. `excerpt` is the line it stands on, as it was read, and no part
    of the value.
    """

    code: str
    location: Location
    params: Particulars = field(default_factory=dict)
    ref: str = ""
    related: tuple[Location, ...] = ()
    excerpt: str = field(default="", compare=False)

    @property
    def sort_key(self) -> tuple[str, int, int, str, str, str]:
        """File, line, column, field, code and particulars: the order of every report."""
        location = self.location
        return (
            location.file,
            location.line,
            location.column,
            location.field,
            self.code,
            "\x00".join(f"{key}={value}" for key, value in sorted(self.params.items())),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Diagnostic):
    """A diagnostic with its severity, as the code or the strategy's own choice has it."""

    severity: Severity

    @classmethod
    def judged(cls, diagnostic: Diagnostic, severity: Severity) -> Finding:
        """Return the diagnostic with a severity."""
        return cls(
            diagnostic.code,
            diagnostic.location,
            diagnostic.params,
            diagnostic.ref,
            diagnostic.related,
            diagnostic.excerpt,
            severity=severity,
        )


def sort_diagnostics(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort the findings in report order, and drop repeated ones."""
    unique = {diagnostic.sort_key: diagnostic for diagnostic in diagnostics}
    return tuple(unique[key] for key in sorted(unique))


def capped(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield at most `MAX_ALIKE` findings of one code in one file, and one that counts the others.

    A file with thousands of the same mistake was made by a program, and a report of megabytes is
    read by nobody.
    """
    counts: Counter[tuple[str, str]] = Counter()
    left_out: dict[tuple[str, str], Diagnostic] = {}
    for diagnostic in diagnostics:
        key = (diagnostic.location.file, diagnostic.code)
        counts[key] += 1
        if counts[key] <= MAX_ALIKE:
            yield diagnostic
        else:
            left_out.setdefault(key, diagnostic)
    for key, first in left_out.items():
        yield more_like(first, counts[key] - MAX_ALIKE)


def with_excerpts(
    diagnostics: Iterable[Diagnostic], texts: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """Add to each finding the line it points to, from the texts of the files as they were read.

    No file is opened again to show a line of it: it may be another one by now, or none at all.
    """
    lines: dict[str, list[str]] = {}
    for diagnostic in diagnostics:
        location = diagnostic.location
        if location.file not in lines:
            # Nothing but a line feed ends a line, as for whoever counted them.
            lines[location.file] = texts.get(location.file, "").split("\n")
        has_line = 0 < location.line <= len(lines[location.file])
        excerpt = lines[location.file][location.line - 1] if has_line else ""
        yield replace(diagnostic, excerpt=excerpt) if excerpt else diagnostic


def more_like(first: Diagnostic, count: int) -> Diagnostic:
    """Return the finding that counts how many more like this one there are."""
    params = {"name": first.code, "count": str(count)}
    return Diagnostic("more-findings", first.location, params, first.ref)


def nearest(word: str, candidates: Iterable[str]) -> str:
    """Return the candidate most similar to `word`, or an empty text.

    Letters scattered over a much longer name are no likeness: it is only meant by a part of it.
    """
    written = word.lower()
    likely = sorted(name for name in candidates if _may_be_meant(written, name.lower()))
    matches = difflib.get_close_matches(written, likely, n=1, cutoff=0.6)
    return matches[0] if matches else ""


def _may_be_meant(word: str, name: str) -> bool:
    shorter, longer = sorted((word, name), key=len)
    return shorter in longer or 3 * (len(longer) - len(shorter)) <= len(longer)


def misspelt(word: str, candidates: Iterable[str]) -> str:
    """Return the candidate that `word` is a misspelling of: of nearly the same length, and similar.

    For names that are many and short, where `nearest` would find one for every word.
    """
    alike = sorted(name for name in candidates if abs(len(name) - len(word)) <= 1)
    matches = difflib.get_close_matches(word, alike, n=1, cutoff=0.85)
    return matches[0] if matches else ""


class Searches(Generic[Answer]):
    """A costly search, run once per word and for at most `MAX_SEARCHES` words."""

    def __init__(self, search: Callable[[str], Answer], nothing: Answer) -> None:
        self._search, self._nothing = search, nothing
        self._answers: dict[str, Answer] = {}

    def find(self, word: str) -> Answer:
        """Return the result of the search for a word."""
        if word not in self._answers and len(self._answers) < MAX_SEARCHES:
            self._answers[word] = self._search(word[:MAX_WORD_LENGTH])
        return self._answers.get(word, self._nothing)


class NameIndex:
    """An index for finding similar names among many: only those that share letters are compared."""

    def __init__(self, values: Mapping[str, str]) -> None:
        """`values` gives the value that each name stands for."""
        self._values = values
        self._searches = Searches(self._nearest, "")
        self._names_with: dict[str, list[str]] = {}
        for name in values:
            for letters in _triples(name):
                self._names_with.setdefault(letters, []).append(name)

    def nearest(self, word: str) -> str:
        """Return the value of the name most similar to `word`, or an empty text."""
        return self._searches.find(word)

    def _nearest(self, word: str) -> str:
        shared: Counter[str] = Counter()
        for letters in _triples(word):
            shared.update(self._names_with.get(letters, ()))
        nearest_name = nearest(word, (name for name, _ in shared.most_common(30)))
        return self._values[nearest_name] if nearest_name else ""


def _triples(word: str) -> set[str]:
    padded = f"  {word} "
    return {padded[start : start + 3] for start in range(len(padded) - 2)}
