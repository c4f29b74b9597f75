"""Reporter: a name for `--format`, and the function that writes the report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from living_strategy.adapters.reporting.files import Files
from living_strategy.diagnostics import Diagnostic
from living_strategy.language import Language

Report = Callable[[Sequence[Diagnostic], Language, Files], str]


@dataclass(frozen=True, slots=True)
class Reporter:
    """A report format. `report` yields all findings, in the order given, as one text."""

    name: str
    report: Report
