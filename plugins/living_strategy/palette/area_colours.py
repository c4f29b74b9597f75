"""Colours of priority areas: computed from the one that a strategy chooses, as all others are.

Hues go round by the golden ratio, beginning after that of the strategy's own colour: an area keeps
its colour when another comes after it, and areas that follow each other never look alike. Red is
left out, because it says that something is late or was stopped.
"""

from __future__ import annotations

from living_strategy.palette.colour import Tint, tint
from living_strategy.palette.scheme import (
    MIN_CONTRAST_GRAPHICS,
    MIN_CONTRAST_TEXT,
    Scheme,
    surfaces,
)

# More hues cannot be told apart: the next area begins anew. Words always say which area it is.
MAX_HUES = 12
_GOLDEN = (5**0.5 - 1) / 2
# The part of the circle that areas have, in degrees: from after red to before red.
_FIRST, _ROUND = 45, 320
# As strong as the strategy's own colour, but never so grey or loud that a hue cannot be told.
_PALEST, _STRONGEST = 0.11, 0.14
_SURFACE = 0.025


def hue_number(place: int) -> int:
    """Return the number of the colour, from 1, of the area at a place in the strategy, from 0."""
    return place % MAX_HUES + 1


def area_hue(base: str, number: int) -> Tint:
    """Return the hue of a colour by its number, and how strong it is."""
    own, _ = tint(base)
    start = min((own.hue - _FIRST) % 360, _ROUND)
    chroma = min(max(own.chroma, _PALEST), _STRONGEST)
    return Tint(_FIRST + (start + number * _GOLDEN * _ROUND) % _ROUND, chroma)


def area_colours(base: str, scheme: Scheme, areas: int) -> dict[str, str]:
    """Return the tokens of a scheme for so many areas: a surface, a mark and a text each. Marks and
    texts stand out from every surface of the page, and from that of their own area.
    """
    neutral = surfaces(Tint(tint(base)[0].hue, 0.01), scheme).values()
    tokens: dict[str, str] = {}
    for number in range(1, min(areas, MAX_HUES) + 1):
        hue = area_hue(base, number)
        surface = Tint(hue.hue, min(hue.chroma, _SURFACE)).at(scheme.surface_tinted)
        below, darker = (*neutral, surface), not scheme.is_dark
        tokens |= {
            f"area-{number}-surface-tinted": surface,
            # A little more than the rule, because colours of a screen are whole numbers.
            f"area-{number}-border-default": hue.against(
                below, MIN_CONTRAST_GRAPHICS + 0.4, darker=darker
            ),
            f"area-{number}-text-subtle": hue.against(
                below, MIN_CONTRAST_TEXT + 0.4, darker=darker
            ),
        }
    return tokens


def area_classes(areas: int) -> str:
    """Return the CSS that gives what has the class of an area its colours."""
    return "".join(
        f".ls-hue-{number}{{--ls-hue:var(--ds-color-area-{number}-border-default);"
        f"--ls-hue-text:var(--ds-color-area-{number}-text-subtle);"
        f"--ls-hue-surface:var(--ds-color-area-{number}-surface-tinted)}}\n"
        for number in range(1, min(areas, MAX_HUES) + 1)
    )
