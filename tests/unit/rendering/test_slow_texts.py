"""Texts made to be slow: those that pass the check can be rendered, whatever they hold."""

from __future__ import annotations

import pytest

from living_strategy.loading.prose import MOST, MOST_CHARACTERS, scan
from living_strategy.rendering.markdown_body import MarkdownRenderer


@pytest.mark.parametrize("mark", MOST)
def test_at_the_limit(mark: str) -> None:
    """A text at the limit of a mark is rendered without running out of stack."""
    text = (mark + "a: b ") * MOST[mark]

    assert "text-too-complex" not in {fault.code for fault in scan(text).faults}
    assert MarkdownRenderer().render(text)


@pytest.mark.parametrize("mark", MOST)
def test_beyond_the_limit(mark: str) -> None:
    """A text beyond it is refused at the place where it goes beyond."""
    text = "a" + mark * (MOST[mark] + 1)

    faults = scan(text).faults
    assert [fault.code for fault in faults] == ["text-too-complex"]
    assert faults[0].offset == 1 + MOST[mark] * len(mark)


def test_very_long() -> None:
    """A text of more characters than a page can hold is refused too."""
    faults = scan("a " * MOST_CHARACTERS).faults

    assert [fault.offset for fault in faults] == [MOST_CHARACTERS]
