"""The colours of a site: whatever colour a strategy picks, every pair is readable in both schemes
(WCAG 1.4.3, 1.4.11).
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from living_strategy.palette.colour import contrast, tint
from living_strategy.palette.design_tokens import DEFAULT, colours, corrected, stylesheet
from living_strategy.palette.scheme import DARK, LIGHT, Scheme
from living_strategy.settings import Design
from living_strategy.site.styles import stylesheet as stylesheet_of_site
from tests.examples import examples

SCHEMES = pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
# A municipality's colours may be any of these: yellow, red, green, black, white, grey, magenta.
PICKED = (DEFAULT, "#ffdd00", "#e30613", "#00a54f", "#000000", "#ffffff", "#808080", "#ff00ff")
NAMES = ("neutral", "accent", "planned", "ongoing", "completed", "paused", "stopped")
BASES = ("default", "hover", "active")


def faults(base: str, scheme: Scheme) -> list[str]:
    """Pairs of a scheme that cannot be read or seen."""
    values = colours(corrected(base), scheme)
    surfaces = {
        name: colour for name, colour in values.items() if "-surface-" in name or "-backgr" in name
    }
    surfaces.pop("header-background-default")
    pairs = []
    for name in NAMES:
        for surface in surfaces:
            if surface.startswith(("neutral-", f"{name}-")):
                pairs += [(f"{name}-text-{step}", surface, 4.5) for step in ("subtle", "default")]
                pairs += [
                    (f"{name}-border-default", surface, 3),
                    (f"{name}-border-strong", surface, 4.5),
                ]
    pairs += [("neutral-text-default", surface, 4.5) for surface in surfaces]
    # What is written on bars, and on what is filled with the chosen colour.
    pairs += [("neutral-surface-default", f"{name}-text-subtle", 4.5) for name in NAMES]
    pairs += [("accent-base-contrast-default", f"accent-base-{step}", 4.5) for step in BASES]
    pairs += [("accent-base-contrast-subtle", "accent-base-default", 4.5)]
    pairs += [("accent-base-default", "neutral-background-default", 3)]
    pairs += [("header-text-default", "header-background-default", 4.5)]
    return [
        f"{first} on {second}: {contrast(values[first], values[second]):.2f}"
        for first, second, ratio in pairs
        if contrast(values[first], values[second]) < ratio
    ]


@SCHEMES
@pytest.mark.parametrize("base", PICKED)
def test_every_pair_is_readable(scheme: Scheme, base: str) -> None:
    """Text has 4.5 to 1 against everything it may stand on; borders and filled marks have 3."""
    assert faults(base, scheme) == []


@SCHEMES
@examples(25)
@given(base=st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}"))
def test_any_colour_will_do(scheme: Scheme, base: str) -> None:
    """No colour that a strategy can write makes a site that cannot be read."""
    assert faults(base, scheme) == []


def test_contrast_is_that_of_wcag() -> None:
    """Known ratios; the order of the two makes no difference."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#767676") == pytest.approx(4.54, abs=0.005)
    assert contrast("#777777", "#ffffff") == contrast("#ffffff", "#777777") < 4.5


@pytest.mark.parametrize("colour", [*PICKED, "#1e4d8c"])
def test_lightness_and_hue_lead_back_to_the_colour(colour: str) -> None:
    """A colour taken apart and put together again is the same."""
    hue, lightness = tint(colour)

    assert hue.at(lightness) == colour


def test_correction() -> None:
    """A colour that stands out from white is used as it is; a lighter one is made darker."""
    assert corrected("#1E4D8C") == "#1e4d8c"
    assert contrast("#ffdd00", "#ffffff") < 3 <= contrast(corrected("#ffdd00"), "#ffffff") < 3.2


def test_stylesheet() -> None:
    """Light is what paper gets, dark is for screens, and a reader's choice beats the device's."""
    css = stylesheet(Design(colour="#1E4D8C"))

    assert "--ds-color-accent-base-default:#1e4d8c" in css.partition("@media")[0]
    assert css.count("@media screen") == 2
    assert ":root:not([data-color-scheme=light]){color-scheme:dark" in css
    assert ":root[data-color-scheme=dark]{color-scheme:dark" in css
    assert "font" not in css


def test_font_of_its_own() -> None:
    """Files of a font lie beside the written pages; each may have the letters it has."""
    files = [
        {"file": "skrift/inter.woff2"},
        {"file": "skrift/ext.woff2", "characters": "U+0100-024F"},
    ]
    css = stylesheet(Design.model_validate({"font": {"family": "Inter", "files": files}}))

    assert '--ds-font-family:"Inter",system-ui' in css
    assert css.count("@font-face") == 2
    assert "src:url(../../skrift/ext.woff2);unicode-range:U+0100-024F}" in css


def test_every_colour_that_is_used_exists() -> None:
    """The stylesheet and the templates name no colour that nobody computes."""
    made = set(re.findall(r"(--ds-color-[a-z-]+):", stylesheet(Design())))
    style = stylesheet_of_site()
    made |= set(re.findall(r"^\s*(--ds-[a-z-]+):", style, re.M))

    assert set(re.findall(r"var\((--ds-color-[a-z-]+)", style)) - made == set()


def test_no_colour_is_written_by_hand() -> None:
    """All colours of the stylesheet come from the computed ones; only a shadow is none of them."""
    written = re.findall(r"#[0-9a-f]{3,8}\b(?![^{]*\{)", stylesheet_of_site())

    assert set(written) <= {"#0006"}
