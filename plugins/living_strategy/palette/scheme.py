"""Light and dark: how light the surfaces of a scheme are, and the contrast that WCAG asks for."""

from __future__ import annotations

from dataclasses import dataclass, fields

from living_strategy.palette.colour import Tint

MIN_CONTRAST_TEXT, MIN_CONTRAST_GRAPHICS = 4.5, 3.0


@dataclass(frozen=True, slots=True)
class Scheme:
    """A light or dark scheme: the lightness of its surfaces and of the text on them."""

    background_default: float
    background_tinted: float
    surface_default: float
    surface_tinted: float
    surface_hover: float
    surface_active: float
    border_subtle: float
    is_dark: bool


LIGHT = Scheme(1, 0.985, 1, 0.965, 0.945, 0.925, 0.85, is_dark=False)
DARK = Scheme(0.2, 0.225, 0.2, 0.26, 0.29, 0.32, 0.42, is_dark=True)


def surfaces(hue: Tint, scheme: Scheme) -> dict[str, str]:
    """Return the surfaces of a scheme in this hue, by name."""
    named: dict[str, str] = {}
    for step in fields(Scheme):
        if step.name not in ("is_dark", "border_subtle"):
            lightness = getattr(scheme, step.name)
            paper = Tint(hue.hue, 0) if lightness == 1 else hue
            named[step.name.replace("_", "-")] = paper.at(lightness)
    return named
