"""Gives each finding its severity: the built-in one, or the strategy's own choice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.rules.code import Code
from living_strategy.settings import SeverityChoice


def apply_severity(
    diagnostics: Iterable[Diagnostic],
    choices: Mapping[str, SeverityChoice],
    codes: Mapping[str, Code],
) -> Iterable[Diagnostic]:
    """The findings with their severity; those that are switched off are left out.

    A choice for a fixed code has no effect (the check `fixed-severity` says so).
    """
    for diagnostic in diagnostics:
        code = codes[diagnostic.code]
        choice = None if code.fixed else choices.get(code.name)
        if choice is SeverityChoice.OFF:
            continue
        severity = Severity(choice.value) if choice else code.severity
        yield replace(diagnostic, severity=severity)
