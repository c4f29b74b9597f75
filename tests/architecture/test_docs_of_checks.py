"""docs/checks has one page for every diagnostic code, and says what the registry says."""

from __future__ import annotations

import pytest
from tools import catalogues

from living_strategy.rules import CODES

PAGES = catalogues.check_pages()
CURE = "run: python tools/catalogues.py docs"


def test_one_page_for_every_code() -> None:
    """The folder holds the pages of all codes and the index, and nothing else."""
    on_disk = {path.name for path in catalogues.CHECK_PAGES.iterdir()}

    assert on_disk == {"README.md", *(f"{code}.md" for code in CODES)}, CURE


@pytest.mark.parametrize("name", PAGES)
def test_page_equals_the_registry(name: str) -> None:
    """A page is exactly what the registry and the catalogues make of it."""
    assert (catalogues.CHECK_PAGES / name).read_text("utf-8") == PAGES[name], CURE


def test_every_code_has_an_example_of_the_fault_and_of_the_cure() -> None:
    """The wrong and the right example of a code are there and differ."""
    poor = [c.name for c in CODES.values() if not c.wrong or not c.right or c.wrong == c.right]

    assert poor == []
