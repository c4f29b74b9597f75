"""What a line at the end of a message says of the class of a change, or is meant to say."""

from __future__ import annotations

import pytest

from living_strategy.history.class_line import Given, Misspelt, read_line


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("Change", "editorial", Given("editorial")),
        ("change", " Clarification ", Given("clarification")),
        ("Change", "substantive 0123abc", Given("substantive", "0123abc")),
        ("Change", f"editorial {'a' * 40}", Given("editorial", "a" * 40)),
        ("Chnage", "editorial", Misspelt("Change: editorial")),
        ("Changes", "editoral", Misspelt("Change: editorial")),
        ("Change", "editoral", Misspelt("Change: editorial")),
        ("Change", "substantial", Misspelt("Change: substantive")),
        ("Change", "clarifcation 0123abc", Misspelt("Change: clarification 0123abc")),
        ("Change", "editorial 012", Misspelt("Change: editorial")),
        ("Change", "editorial, a comma", Misspelt("Change: editorial")),
        ("Change", "liten", Misspelt()),
        ("Change", "", Misspelt()),
        ("Changes", "liten", None),
        ("Change-Id", "editorial", None),
        ("Fixes", "editorial", None),
        ("Signed-off-by", "Editorial Staff <x@example.org>", None),
    ],
)
def test_what_a_line_says(key: str, value: str, expected: Given | Misspelt | None) -> None:
    """In any letters, of its own commit or of another; with slips in the key it needs a class
    behind it, and with the right key whatever else stands there is a mistake.
    """
    assert read_line(key, value) == expected
