"""What editors should know before they write in a workbook."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from living_strategy.language import Language

# Lines run over the empty cells beside them.
_WIDTH = 130


def guide_lines(language: Language) -> Iterator[str]:
    """Yield the paragraphs, a line at a time."""
    for paragraph in _paragraphs(language):
        yield from textwrap.wrap(paragraph, _WIDTH)
        yield ""


def guide_heads(language: Language) -> tuple[str, str, str]:
    """Return what stands above the list of all columns."""
    return language.text("Sheet"), language.text("Column"), language.text("What stands there")


def _paragraphs(language: Language) -> Iterator[str]:
    text = language.text
    yield text(
        "Each row of a sheet is an entry, or a part of one, such as a cost or a milestone. Write "
        "in the white cells; the grey ones are locked, and a star marks what is required."
    )
    yield text(
        "A new entry is written in the first empty row of its sheet, without an id: the id is made "
        "from the title. In the sheets of parts, choose the entry that a new row belongs to, and "
        "leave the number empty."
    )
    yield text(
        "Where several values may stand, each stands on a line of its own in the cell (Alt and "
        "Enter). The list of the cell shows what to choose from."
    )
    yield text(
        "Dates are written as exactly as they are known: 2026, 2026-12 or 31.12.2026. What is not "
        "known is an empty cell, not nought."
    )
    yield text(
        "To take away a part, such as a milestone, empty its white cells. A row that is deleted is "
        "reported, and nothing is deleted for it. Do not delete columns, and do not merge cells."
    )
