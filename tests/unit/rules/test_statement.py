"""What a site that a public body answers for must say: its statement, and whom to write to."""

from __future__ import annotations

from datetime import date

import pytest

from living_strategy.rules import (
    CheckContext,
    ageing_accessibility_statement,
    expired_accessibility_statement,
    missing_accessibility_statement,
    missing_contact,
)
from living_strategy.settings import Settings
from tests.factories import a_graph

CHECKS = (
    ageing_accessibility_statement,
    expired_accessibility_statement,
    missing_accessibility_statement,
)


def codes(today: date, **settings: object) -> list[str]:
    """The codes of the three rules for a site on a day."""
    graph = a_graph(settings=Settings.model_validate({"title": "Strategi"} | settings))
    context = CheckContext(today)
    return [finding.code for check in CHECKS for finding in check.check(graph, context)]


@pytest.mark.parametrize(
    ("written", "today", "expected"),
    [
        ("2025-12-22", date(2026, 11, 21), []),
        ("2025-12-21", date(2026, 11, 21), ["ageing-accessibility-statement"]),
        ("2025-10-22", date(2026, 11, 21), ["ageing-accessibility-statement"]),
        ("2025-10-21", date(2026, 11, 21), ["expired-accessibility-statement"]),
        # Every reading of the date decides: the last day of the month or year.
        ("2025-12", date(2026, 11, 29), []),
        ("2025-12", date(2026, 12, 31), ["ageing-accessibility-statement"]),
        ("2024", date(2026, 2, 1), ["expired-accessibility-statement"]),
    ],
)
def test_age(written: str, today: date, expected: list[str]) -> None:
    """Eleven months give a warning, thirteen an error; the day counts."""
    statement = {"url": "https://uustatus.no/x", "date": written}

    assert codes(today, accessibility_statement=statement) == expected
    demonstration = codes(today, accessibility_statement=statement, publication="demonstration")
    assert demonstration == []


def test_missing() -> None:
    """A site that a public body answers for has a statement; a demonstration need not."""
    today = date(2026, 11, 21)

    assert codes(today) == ["missing-accessibility-statement"]
    assert codes(today, publication="demonstration") == []


def test_whom_to_write_to() -> None:
    """A site that a public body answers for names an address; a demonstration may."""

    def says(**settings: object) -> list[str]:
        site = Settings.model_validate({"title": "Strategi"} | settings)
        graph = a_graph(settings=site)
        return [
            finding.code
            for finding in missing_contact.check(graph, CheckContext(date(2026, 11, 21)))
        ]

    assert says() == ["missing-contact"]
    assert says(contact="post@lillevik.example") == []
    assert says(contact="https://lillevik.example/kontakt") == []
    assert says(publication="demonstration") == []
