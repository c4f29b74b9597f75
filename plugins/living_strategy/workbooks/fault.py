"""Fault: why a workbook, a sheet or a cell cannot be taken, as a message with its particulars."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from living_strategy.language import Language


class CellError(Exception):
    """A cell holds no value of its field. The template goes on after the name of the cell."""

    def __init__(self, template: str, **params: str) -> None:
        super().__init__(template)
        self.template, self.params = template, params


class WorkbookError(Exception):
    """A file is no workbook that can be read; the template is a sentence."""

    def __init__(self, template: str, **params: str) -> None:
        super().__init__(template)
        self.template, self.params = template, params

    def message(self, language: Language) -> str:
        """Return the sentence."""
        return language.text(self.template).format(**self.params)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in one place of a workbook. `cell` is empty where it is about the sheet."""

    sheet: str
    cell: str
    template: str
    params: Mapping[str, str] = field(default_factory=dict)

    @property
    def place(self) -> str:
        """Where it is, as spreadsheet programs write it."""
        return f"{self.sheet}!{self.cell}" if self.cell else self.sheet

    def message(self, language: Language) -> str:
        """Return the sentence, which begins with the place."""
        return f"{self.place} {language.text(self.template).format(**self.params)}".rstrip()


def _(message: str) -> str:
    """Mark a message that is translated where it is shown."""
    return message
