"""Severities: built in, or chosen by the strategy."""

from __future__ import annotations

from living_strategy.diagnostics import Severity
from living_strategy.rules import CODES
from living_strategy.rules.policy import SeverityPolicy
from living_strategy.settings import SeverityChoice

NAMES = ("orphan", "yaml-syntax", "cycle")


def _severities(choices: dict[str, SeverityChoice]) -> dict[str, Severity | None]:
    policy = SeverityPolicy(CODES, choices)
    return {name: policy.severity(name) for name in NAMES}


def test_built_in() -> None:
    """Without a choice a finding has the severity of its code."""
    assert _severities({}) == {
        "orphan": Severity.WARNING,
        "yaml-syntax": Severity.ERROR,
        "cycle": Severity.ERROR,
    }


def test_chosen() -> None:
    """A strategy may change a severity or switch a check off, but not for fixed codes."""
    choices = dict.fromkeys(("orphan", "yaml-syntax"), SeverityChoice.OFF)
    choices["cycle"] = SeverityChoice.INFO

    assert _severities(choices) == {
        "orphan": None,
        "yaml-syntax": Severity.ERROR,
        "cycle": Severity.INFO,
    }


def test_codes_are_complete() -> None:
    """Every code has a message, a meaning and an example; fixed codes are errors."""
    for name, code in CODES.items():
        assert name == code.name
        assert code.message
        assert code.hint or code.hint_near
        assert code.meaning
        assert code.wrong != code.right
        assert not code.fixed or code.severity is Severity.ERROR
