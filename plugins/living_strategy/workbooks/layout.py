"""How a workbook is laid out, for those who write it and those who read it back.

The first row of a sheet is hidden and names its columns as programs do, the second as editors do;
the rows of content follow. Three sheets are no content: what editors should know, the lists to
choose from, and what a reader must know; the last two are hidden.
"""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.language import Language
from living_strategy.workbooks.tables import Table

# The version of this layout: what is read back has to be of the same.
MARK, LAYOUT = "living-strategy", "1"
CHOICES_SHEET, MEMORY_SHEET = "_valg", "_om"
KEY_ROW, HEAD_ROW, FIRST_ROW = 0, 1, 2

# The columns that say what a row is about: the id of an entry; for a part its entry, the part that
# it lies in, and its place in the list.
ID, ENTRY, INSIDE, NUMBER = "@id", "@entry", "@inside", "@number"


def leading_keys(table: Table) -> tuple[str, ...]:
    """Return the columns before those of the fields."""
    if table.is_of_entries:
        return (ID,)
    return (ENTRY, INSIDE, NUMBER) if table.is_nested else (ENTRY, NUMBER)


def column_keys(table: Table) -> Iterator[str]:
    """Yield what the hidden row has above each column."""
    names = (*leading_keys(table), *(column.key for column in table.columns))
    return (f"{table.key}:{name}" for name in names)


def leading_heading(table: Table, key: str, language: Language) -> str:
    """Return what editors see above a column before those of the fields."""
    if key == INSIDE:
        return language.text(table.labels[0])
    headings = {ID: "Id", ENTRY: language.text("Entry"), NUMBER: language.text("No.")}
    return headings[key]
