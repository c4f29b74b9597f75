"""Today: of the clock, or of SOURCE_DATE_EPOCH, which must be a date."""

from __future__ import annotations

from datetime import date

import pytest

from living_strategy.adapters.process.clock import EPOCH, BadEpoch, today
from living_strategy.language import Language


@pytest.mark.parametrize(
    ("epoch", "expected"),
    [
        ("0", date(1970, 1, 1)),
        ("1767225600", date(2026, 1, 1)),
        ("253402300799", date(9999, 12, 31)),
    ],
)
def test_the_variable_counts(monkeypatch: pytest.MonkeyPatch, epoch: str, expected: date) -> None:
    """Seconds since 1970, in universal time, to the last day that there is."""
    monkeypatch.setenv(EPOCH, epoch)

    assert today() == expected


def test_an_empty_variable_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipeline may set it to nothing."""
    monkeypatch.setenv(EPOCH, "")

    assert today() >= date(2025, 1, 1)


@pytest.mark.parametrize(
    ("epoch", "shown"),
    [
        ("abc", "abc"),
        ("-1", "-1"),
        ("1e9", "1e9"),
        ("²", "²"),
        (" 1", " 1"),
        ("253402300800", "253402300800"),
        ("9" * 5000, "9" * 39 + "…"),
    ],
)
def test_what_is_no_date_is_said(monkeypatch: pytest.MonkeyPatch, epoch: str, shown: str) -> None:
    """Whatever else stands there: what it is, and what to write."""
    monkeypatch.setenv(EPOCH, epoch)
    with pytest.raises(BadEpoch) as raised:
        today()

    assert raised.value.message(Language.load("nb")) == (
        f"Miljøvariabelen SOURCE_DATE_EPOCH er «{shown}», og det er ingen dato. Skriv antall "
        "sekunder siden 1970 med bare sifre, eller ta den bort."
    )
