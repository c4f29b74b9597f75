"""The lists that the drop-downs of a workbook choose from, each once."""

from __future__ import annotations

from collections.abc import Iterable

from xlsxwriter.utility import xl_col_to_name

from living_strategy.workbooks.content import Content
from living_strategy.workbooks.layout import CHOICES_SHEET
from living_strategy.workbooks.tables import Column
from living_strategy.workbooks.words import Words


class Choices:
    """Collects the lists; each is a column of a sheet."""

    def __init__(self, content: Content, words: Words) -> None:
        self.content, self.words = content, words
        self.lists: list[tuple[str, ...]] = []

    def source(self, column: Column) -> str:
        """Return where the list of a column stands; empty if it has none."""
        if column.targets:
            return self.of_entries(column.targets)
        if column.choices:
            language = self.words.language
            return self._place(language.term(value) for value in language.choices(column.choices))
        return ""

    def of_entries(self, kinds: Iterable[str]) -> str:
        """Return where a list of the entries of some kinds stands, in the order of the alphabet."""
        wanted = set(kinds)
        ids = [entry for kind, entry in self.content.entries if kind in wanted]
        by_title = sorted(map(self.words.reference, ids), key=self.words.language.sort_key)
        return self._place(by_title)

    def _place(self, values: Iterable[str]) -> str:
        chosen = tuple(values)
        if not chosen:
            return ""
        if chosen not in self.lists:
            self.lists.append(chosen)
        name = xl_col_to_name(self.lists.index(chosen))
        return f"='{CHOICES_SHEET}'!${name}$1:${name}${len(chosen)}"
