"""Icons of our own: every kind has one, drawn on the same square, and none says anything aloud."""

from __future__ import annotations

import re

from living_strategy.model import KINDS
from living_strategy.site.icons import DRAWINGS, icon

# A command of a path with its numbers.
_STEP = re.compile(r"[MmLlHhVvCcSsQqAaZz]|-?(?:\d+\.?\d*|\.\d+)|[ ,]+")


def test_every_kind_has_a_drawing_of_its_own() -> None:
    """A new kind gets one, and no two are the same."""
    names = {kind.kind for kind in KINDS}

    assert names - DRAWINGS.keys() == set()
    assert len(set(DRAWINGS.values())) == len(DRAWINGS)


def test_a_drawing_is_a_path_that_begins_on_the_square() -> None:
    """Nothing but commands and numbers stands in the markup; each starts within 24 by 24."""
    for path in DRAWINGS.values():
        assert _STEP.sub("", path) == ""
        starts = [
            float(number) for place in re.findall(r"M([\d. ]+)", path) for number in place.split()
        ]
        assert all(0 <= number <= 24 for number in starts)


def test_an_icon_is_hidden_from_screen_readers() -> None:
    """It stands beside words, in their colour, and takes no focus."""
    assert str(icon("project")) == (
        '<svg class="ls-icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">'
        '<path d="M4 6h9M8 12h9M12 18h8"/></svg>'
    )
