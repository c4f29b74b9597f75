"""docs/checks has one page for every diagnostic code, and says what the registry says."""

from __future__ import annotations

from functools import cache

import pytest
from tools.reference import checks

from living_strategy.rules import CODES

NAMES = ("README.md", *(f"{code}.md" for code in CODES))
# All that these run is run by tests of its own.
pytestmark = pytest.mark.no_cover
CURE = "run: python tools/catalogues.py docs"


@cache
def _pages() -> dict[str, str]:
    """Return the pages of today; not made while tests are collected."""
    return checks.pages()


def test_one_page_for_every_code() -> None:
    """The folder holds the pages of all codes and the index, and nothing else."""
    on_disk = {path.name for path in checks.FOLDER.iterdir()}

    assert on_disk == set(NAMES) == set(_pages()), CURE


@pytest.mark.parametrize("name", NAMES)
def test_page_equals_the_registry(name: str) -> None:
    """A page is exactly what the registry, the catalogues and the golden cases make of it."""
    assert (checks.FOLDER / name).read_text("utf-8") == _pages()[name], CURE


def test_every_code_has_an_example_of_the_fault_and_of_the_cure() -> None:
    """The wrong and the right example of a code are there and differ."""
    poor = [c.name for c in CODES.values() if not c.wrong or not c.right or c.wrong == c.right]

    assert poor == []


def test_messages_are_those_of_real_findings() -> None:
    """The first message of a page is one that somebody may read, not a form to be filled in."""
    first = {
        name: text.partition("- Melding: ")[2].partition("\n")[0] for name, text in _pages().items()
    }
    forms = [name for name, message in first.items() if name != "README.md" and "‹" in message]

    assert forms == []
    assert "‹" not in _pages()["README.md"]
