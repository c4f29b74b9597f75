"""A status is more than its value: it has a look in three pictures, and a word for programs."""

from __future__ import annotations

from pathlib import Path

import pytest

import living_strategy
from living_strategy.model.values import Status
from living_strategy.palette.design_tokens import DEFAULT, colours
from living_strategy.palette.scheme import DARK, LIGHT
from living_strategy.site.parts.linked_data import ACTION_STATUS

STYLES = "".join(
    path.read_text("utf-8") for path in sorted(Path(living_strategy.__path__[0]).rglob("*.css"))
)
# What is only proposed has the colour of no status: it is the grey of the page.
GREY = {Status.PROPOSED: "neutral"}


@pytest.mark.parametrize("status", Status)
def test_a_status_has_a_colour_in_both_schemes(status: Status) -> None:
    """The stylesheet asks for it by name; without it the badge has the colour of the text."""
    token = f"{GREY.get(status, status)}-text-subtle"

    assert [token in colours(DEFAULT, scheme) for scheme in (LIGHT, DARK)] == [True, True]
    assert f"--ds-color-{status}: var(--ds-color-{token})" in STYLES


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("part", ["status", "bar", "run"])
def test_a_status_has_a_style_in_every_picture(status: Status, part: str) -> None:
    """As a badge, in a bar of shares, and on the timeline."""
    assert f".ls-{part}--{status} {{" in STYLES


def test_a_status_has_a_word_for_programs() -> None:
    """That there is none is said, not left out."""
    assert set(ACTION_STATUS) == set(Status)
