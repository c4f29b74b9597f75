"""Which entry each row of a workbook is about, new ones among them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from living_strategy.content.validate import id_from
from living_strategy.workbooks.content import Content, Key
from living_strategy.workbooks.fault import Fault, _
from living_strategy.workbooks.layout import ENTRY, ID
from living_strategy.workbooks.reading import ReadRow, ReadWorkbook
from living_strategy.workbooks.tables import Table
from living_strategy.workbooks.words import Words


@dataclass(slots=True)
class Owned:
    """The row of each entry, and those of its parts by the key of their sheet."""

    main: dict[Key, ReadRow] = field(default_factory=dict)
    parts: dict[Key, dict[str, list[ReadRow]]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def owned_rows(
    book: ReadWorkbook, content: Content, words: Words, taken: Mapping[str, str]
) -> Owned:
    """Give all rows to entries. `taken` are ids that no new entry may have, with their files."""
    owning = _Owning(book, words, taken)
    for table in content.tables:
        if table.is_of_entries:
            owning.entries(table)
    owning.know()
    for table in content.tables:
        if not table.is_of_entries:
            owning.parts(table)
    return owning.result


class _Owning:
    def __init__(self, book: ReadWorkbook, words: Words, taken: Mapping[str, str]) -> None:
        self.book, self.words, self.taken = book, words, taken
        self.result = Owned()
        self.new: dict[str, Key] = {}
        self.known: dict[str, Key] = {}
        self.by_title: dict[str, list[Key]] = {}

    def entries(self, table: Table) -> None:
        """Find the entry of each row, and the ids of new ones."""
        main = self.result.main
        for row in self.book.rows.get(table.key, ()):
            key: Key | None = (table.kind, row.about)
            if not row.about:
                key = None if row.is_empty else self.new_key(table, row)
            elif key not in self.book.memory:
                self.fault(row, ID, _("is no id of this workbook. Leave it empty for a new entry."))
                key = None
            elif key in main:
                self.fault(row, ID, _("stands in two rows. Leave it empty in the new one."))
                key = None
            if key:
                main[key] = row

    def new_key(self, table: Table, row: ReadRow) -> Key | None:
        title = row.values.get("title")
        entry = id_from(title) if isinstance(title, str) else ""
        if not entry:
            self.fault(row, "title", _("is empty: a new entry needs a title."))
        elif entry in self.taken or entry in self.new:
            self.fault(
                row,
                "title",
                _("gives the id “{id}”, which is used already ({file}). Choose another title."),
                id=entry,
                file=self.taken.get(entry, row.sheet),
            )
        else:
            self.new[entry] = (table.kind, entry)
            return self.new[entry]
        return None

    def know(self) -> None:
        """Gather by what names entries may be called in the rows of their parts."""
        self.known = {entry: (kind, entry) for kind, entry in self.book.memory} | self.new
        for key, row in self.result.main.items():
            if isinstance(title := row.values.get("title"), str):
                self.by_title.setdefault(_folded(title), []).append(key)

    def parts(self, table: Table) -> None:
        """Give the rows of parts to their entries."""
        kinds = {kind.kind for kind in table.kinds}
        for row in self.book.rows.get(table.key, ()):
            if row.is_empty and not row.number:
                continue
            key = self.owner(row.about)
            if key is None or key[0] not in kinds:
                self.fault(
                    row,
                    ENTRY,
                    _("holds “{text}”, and no entry that has such parts is called that."),
                    text=row.about[:80],
                )
                continue
            self.result.parts.setdefault(key, {}).setdefault(table.key, []).append(row)

    def owner(self, about: str) -> Key | None:
        """Return the entry that is meant by “Title (id)”, an id or a title."""
        inner = about[about.rfind("(") + 1 : -1].strip() if about.endswith(")") else about
        if found := self.known.get(inner) or self.known.get(about):
            return found
        titled = self.by_title.get(_folded(about)) or [
            self.known[entry]
            for entry in self.words.by_title.get(_folded(about), ())
            if entry in self.known
        ]
        return titled[0] if len(titled) == 1 else None

    def fault(self, row: ReadRow, key: str, template: str, **params: str) -> None:
        self.result.faults.append(row.fault(key, template, **params))


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
