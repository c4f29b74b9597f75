"""The menu of mkdocs.yml without what the same file leaves out."""

from __future__ import annotations

from typing import Any

import pytest

from living_strategy.adapters.mkdocs.navigation import without


@pytest.mark.parametrize(
    ("nav", "expected"),
    [
        (["a.md", "b.md"], ["a.md"]),
        ([{"A": "a.md"}, {"B": "b.md"}], [{"A": "a.md"}]),
        ([{"A": ["b.md", {"B": "b.md"}]}, "a.md"], ["a.md"]),
        ([{"A": ["b.md", {"C": ["c.md", "b.md"]}]}], [{"A": [{"C": ["c.md"]}]}]),
        ([{"A": "https://www.ks.no"}], [{"A": "https://www.ks.no"}]),
        ([], []),
    ],
)
def test_without(nav: list[Any], expected: list[Any]) -> None:
    """Pages go, at any depth, and headings over nothing with them."""
    assert without(nav, {"b.md"}) == expected
