"""Reporter: a format of the findings, and the function that writes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from living_strategy.adapters.reporting.files import Files
from living_strategy.diagnostics import Finding
from living_strategy.language import Language


@dataclass(frozen=True, slots=True)
class Reporter:
    """A report format. `report` writes all findings, in the order given, as one text."""

    name: str
    report: Callable[[Sequence[Finding], Language, Files], str]
