"""Municipalities and counties, by number and by name in any of their languages."""

from __future__ import annotations

import pytest

from living_strategy.content.municipalities import load_municipalities

REGISTER = load_municipalities()


def test_size() -> None:
    """The division of 1 January 2024 has 357 municipalities in 15 counties."""
    counties = [entry for entry in REGISTER.by_number.values() if entry.is_county]

    assert (len(REGISTER.by_number) - len(counties), len(counties)) == (357, 15)
    assert {entry.number[:2] for entry in REGISTER.by_number.values()} == {
        county.number for county in counties
    }


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("0301", ["0301"]), ("301", []), ("46", ["46"]), ("Bergen", ["4601"]), ("bergen", ["4601"]),
        ("Herøy", ["1515", "1818"]), ("Våler", ["3114", "3419"]), ("Kárášjohka", ["5610"]),
        ("Vestland", []), ("", []), ("1234", []),
    ],
)  # fmt: skip
def test_find(text: str, numbers: list[str]) -> None:
    """A number or name leads to all it may mean; leading zeros count."""
    assert [entry.number for entry in REGISTER.find(text)] == numbers


def test_parallel_names() -> None:
    """Every official name of a municipality leads to it, and the whole name too."""
    for entry in REGISTER.by_number.values():
        if not entry.is_county:
            for name in (entry.name, *entry.names):
                assert entry in REGISTER.find(name)


@pytest.mark.parametrize(
    ("number", "label"),
    [("4601", "Bergen"), ("46", "Vestland"), ("1515", "Herøy (Møre og Romsdal)")],
)
def test_label(number: str, label: str) -> None:
    """The county is shown where two municipalities share a name."""
    assert REGISTER.label(number) == label


def test_known_numbers() -> None:
    """Municipalities have inhabitants and a form of Norwegian; counties have neither."""
    entries = REGISTER.by_number.values()

    assert all(bool(entry.inhabitants) != entry.is_county for entry in entries)
    forms = {entry.language_form for entry in entries if not entry.is_county}
    assert forms == {"nb", "nn", "neutral"}
    assert "herøy" in REGISTER.names()
