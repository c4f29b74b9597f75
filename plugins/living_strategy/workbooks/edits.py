"""What a workbook proposes: which entries become what, and what cannot be taken.

Three states are compared: what an entry was when the workbook was written (of which hashes are
known), what it is now, and what the rows say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from living_strategy.workbooks.content import Content, Key
from living_strategy.workbooks.fault import Fault
from living_strategy.workbooks.fitting import Fitted, Missing, fitted
from living_strategy.workbooks.ownership import Owned, owned_rows
from living_strategy.workbooks.reading import ReadRow, ReadWorkbook
from living_strategy.workbooks.rows import Data, Row, digest_of_data, digest_of_rows
from living_strategy.workbooks.words import Words


@dataclass(frozen=True, slots=True)
class Edit:
    """An entry that becomes another one. `old` is None for a new entry; `fields` are the names of
    the fields that are different.
    """

    key: Key
    title: str
    old: Data | None
    new: Data
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A row that was changed while the file was changed, too. `old` is what the file says now (None
    if the entry is gone), and `new` what it would say with the row.
    """

    key: Key
    row: ReadRow
    old: Data | None
    new: Data


class Gone(NamedTuple):
    """A row that is missing: that of an entry, or of a part of it."""

    key: Key
    part: Missing | None = None


@dataclass(slots=True)
class Edits:
    """What a workbook proposes, and what speaks against it."""

    made: list[Edit] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    gone: list[Gone] = field(default_factory=list)


def edits_of(book: ReadWorkbook, content: Content, words: Words, taken: Mapping[str, str]) -> Edits:
    """Compare a workbook with today's content. `taken` are ids that no new entry may have, with
    the files that have them.
    """
    owned = owned_rows(book, content, words, taken)
    result = Edits(faults=[*book.faults, *owned.faults])
    if not result.faults:
        comparing = _Comparing(book, content, words, owned, result)
        for key in {**book.memory, **owned.main}:
            comparing.entry(key)
    return result


@dataclass(frozen=True, slots=True)
class _Comparing:
    book: ReadWorkbook
    content: Content
    words: Words
    owned: Owned
    result: Edits

    def entry(self, key: Key) -> None:
        """Compare one entry."""
        row, memory = self.owned.main.get(key), self.book.memory.get(key)
        old = self.content.entries.get(key)
        if row is None or (row.is_empty and memory):
            if old is not None:
                self.result.gone.append(Gone(key))
            return
        parts = self.owned.parts.get(key, {})
        if memory and digest_of_rows(_as_rows(key[0], row, parts)) == memory.rows:
            return
        new = self.fitted(key, row, parts)
        if memory is None:
            title = str(new.get("title"))
            self.result.made.append(Edit(key, title, None, new, tuple(new)))
        elif old is None or digest_of_data(old) != memory.data:
            self.result.conflicts.append(Conflict(key, row, old, new))
        else:
            self.change(key, old, new)

    def fitted(self, key: Key, row: ReadRow, parts: Mapping[str, Sequence[ReadRow]]) -> Data:
        """Return an entry with its rows; note which are missing, and what is wrong in them."""
        is_there = key in self.content.entries
        written = self.content.rows(key, self.words) if is_there else {}
        tables = [
            table
            for table in self.content.tables
            if any(kind.kind == key[0] for kind in table.kinds)
        ]
        result: Fitted = fitted(self.content.entries.get(key, {}), written, tables, row, parts)
        self.result.faults += result.faults
        self.result.gone += [Gone(key, part) for part in result.missing]
        return result.data

    def change(self, key: Key, old: Data, new: Data) -> None:
        names = dict.fromkeys((*old, *new))
        fields = tuple(name for name in names if old.get(name) != new.get(name))
        if fields:
            title = str(new.get("title") or old.get("title") or key[1])
            self.result.made.append(Edit(key, title, old, new, fields))


def _as_rows(
    kind: str, row: ReadRow, parts: Mapping[str, Sequence[ReadRow]]
) -> dict[str, list[Row]]:
    """Return the rows of an entry as they were counted when the workbook was written."""
    return {kind: [Row("", 0, row.values)]} | {
        key: [Row(part.inside, part.number, part.values) for part in rows]
        for key, rows in parts.items()
    }
