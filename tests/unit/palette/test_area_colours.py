"""Colours of priority areas: readable whatever colour a strategy picks and however many areas it
has, steady when areas are added, and never the red of what is late.
"""

from __future__ import annotations

import re
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from living_strategy.palette.area_colours import (
    MAX_HUES,
    area_classes,
    area_colours,
    area_hue,
    hue_number,
)
from living_strategy.palette.colour import contrast, tint
from living_strategy.palette.design_tokens import colours, corrected, stylesheet
from living_strategy.palette.scheme import DARK, LIGHT, Scheme
from living_strategy.settings import Design
from tests.examples import examples

SCHEMES = pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
BASES = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
# Of the red of what is late or was stopped.
RED = 25


def apart(first: float, second: float) -> float:
    """Degrees between two hues, the short way round."""
    return abs((first - second + 180) % 360 - 180)


@SCHEMES
@examples(25)
@given(base=BASES, areas=st.integers(1, 40))
def test_every_pair_is_readable(scheme: Scheme, base: str, areas: int) -> None:
    """Marks have 3 to 1 and texts 4.5 to 1 against every surface of the page and that of their own
    area; the text of the page can be read on that of every area.
    """
    base = corrected(base)
    page, own = colours(base, scheme), area_colours(base, scheme, areas)
    below = [
        value
        for name, value in page.items()
        if name.startswith(("neutral-surface", "neutral-background"))
    ]
    faults = []
    for number in range(1, min(areas, MAX_HUES) + 1):
        surface = own[f"area-{number}-surface-tinted"]
        for name, ratio in (("border-default", 3), ("text-subtle", 4.5)):
            colour = own[f"area-{number}-{name}"]
            faults += [
                (number, name, under)
                for under in (*below, surface)
                if contrast(colour, under) < ratio
            ]
        faults += [
            (number, name, surface)
            for name in ("neutral-text-default", "neutral-text-subtle")
            if contrast(page[name], surface) < 4.5
        ]

    assert faults == []
    assert len(own) == 3 * min(areas, MAX_HUES)


@examples(50)
@given(base=BASES)
def test_hues_are_told_apart(base: str) -> None:
    """Any two lie at least 16 degrees from each other, neighbours in the strategy 90, and none
    comes near the red that warns.
    """
    hues = [area_hue(base, number).hue for number in range(1, MAX_HUES + 1)]

    assert min(apart(*pair) for pair in combinations(hues, 2)) >= 16
    assert min(apart(*pair) for pair in pairwise(hues)) >= 90
    assert min(apart(hue, RED) for hue in hues) >= 19


@examples(25)
@given(base=BASES)
def test_the_first_area_has_another_hue_than_the_site(base: str) -> None:
    """The chosen colour is that of the whole; links and buttons are not taken for an area."""
    own, _ = tint(base)

    # A red of the site has no place among the hues of areas, and begins at their end.
    assert apart(area_hue(base, 1).hue, own.hue) >= 85


@SCHEMES
def test_an_area_keeps_its_colour_when_others_follow(scheme: Scheme) -> None:
    """What four areas have, they have among eight."""
    four, eight = (area_colours("#0b4f71", scheme, count) for count in (4, 8))

    assert four == {name: eight[name] for name in four}


def test_after_the_last_hue_comes_the_first() -> None:
    """A strategy of very many areas has a colour for each, and a stylesheet that stays small."""
    assert [hue_number(place) for place in (0, 7, MAX_HUES - 1, MAX_HUES)] == [1, 8, MAX_HUES, 1]
    assert area_classes(500) == area_classes(MAX_HUES)
    assert area_classes(0) == ""


def test_classes_use_what_there_is() -> None:
    """Each colour that a class names is there in light and in dark."""
    css = stylesheet(Design(), 8)
    used = re.findall(r"var\((--ds-color-area-[a-z0-9-]+)\)", css)

    assert len(used) == 24
    assert [css.count(f"{name}:") for name in used] == [3] * 24
