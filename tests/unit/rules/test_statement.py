"""What a site that a public body answers for must say: its statement, and whom to write to."""

from __future__ import annotations

from datetime import date

import pytest

from living_strategy.rules import (
    CODES,
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


@pytest.mark.parametrize(
    ("profile", "missing", "old"),
    [
        ("norway", ["missing-accessibility-statement"], ["expired-accessibility-statement"]),
        ("sweden", ["missing-accessibility-statement"], ["ageing-accessibility-statement"]),
        ("eu", ["missing-accessibility-statement"], ["ageing-accessibility-statement"]),
        ("none", [], []),
    ],
)
def test_whose_rules(profile: str, missing: list[str], old: list[str]) -> None:
    """Elsewhere in Europe a statement is asked for and does not expire; where there are no rules,
    there are no findings.
    """
    statement = {"url": "https://example.org/x", "date": "2020"}
    today = date(2026, 11, 21)

    assert codes(today, legal_profile=profile) == missing
    assert codes(today, legal_profile=profile, accessibility_statement=statement) == old


@pytest.mark.parametrize("profile", ["sweden", "eu"])
def test_no_norwegian_way_out_elsewhere(profile: str) -> None:
    """What to do does not name a solution that the body has no access to."""
    statement = {"url": "https://example.org/x", "date": "2020"}
    for fields in ({}, {"accessibility_statement": statement}):
        site = Settings.model_validate({"title": "S", "legal_profile": profile, **fields})
        (finding,) = [
            finding
            for check in CHECKS
            for finding in check.check(a_graph(settings=site), CheckContext(date(2026, 11, 21)))
        ]
        assert "uustatus" not in CODES[finding.code].hint_for(finding.params)


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
