"""Severities: built in, or chosen by the strategy."""

from __future__ import annotations

from living_strategy.diagnostics import Diagnostic, Location, Severity
from living_strategy.rules import CODES
from living_strategy.rules.policy import apply_severity
from living_strategy.settings import SeverityChoice


def _severities(choices: dict[str, SeverityChoice]) -> dict[str, Severity]:
    found = [Diagnostic(code, Location("x")) for code in ("orphan", "yaml-syntax", "cycle")]
    return {one.code: one.severity for one in apply_severity(found, choices, CODES)}


def test_built_in() -> None:
    """Without a choice a finding has the severity of its code."""
    expected = {code: CODES[code].severity for code in ("orphan", "yaml-syntax", "cycle")}

    assert _severities({}) == expected


def test_chosen() -> None:
    """A strategy may change a severity or switch a check off, but not for fixed codes."""
    choices = dict.fromkeys(("orphan", "yaml-syntax"), SeverityChoice.OFF)
    choices["cycle"] = SeverityChoice.INFO

    assert _severities(choices) == {"yaml-syntax": Severity.ERROR, "cycle": Severity.INFO}


def test_codes_are_complete() -> None:
    """Every code has a message, a meaning and an example; fixed codes are errors."""
    for name, code in CODES.items():
        assert name == code.name
        assert code.message
        assert code.hint or code.hint_near
        assert code.meaning
        assert code.wrong != code.right
        assert not code.fixed or code.severity is Severity.ERROR
