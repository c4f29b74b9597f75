"""The colours of our stylesheet: every pair is readable in both schemes (WCAG 1.4.3, 1.4.11)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import living_strategy

STYLE = Path(living_strategy.__file__).parent / "adapters/theme/assets/living-strategy/site.css"
SCHEMES = ("light", "dark")
TEXT_PAIRS = (
    *(
        (text, surface)
        for text in (
            "text",
            "text-subtle",
            "link",
            "proposed",
            "planned",
            "ongoing",
            "completed",
            "paused",
            "stopped",
        )
        for surface in ("surface", "surface-tinted")
    ),
    ("base-text", "base"),
    ("text", "notice"),
    *(
        ("on-bar", bar)
        for bar in ("proposed", "planned", "ongoing", "completed", "paused", "stopped")
    ),
)
MARK_PAIRS = (("border-strong", "surface"), ("border-strong", "surface-tinted"))


def tokens(scheme: str) -> dict[str, str]:
    """The colour tokens of a scheme, by name; the dark ones replace the light ones."""
    style = STYLE.read_text(encoding="utf-8")
    light, _, rest = style.partition("@media (prefers-color-scheme: dark)")
    found = dict(re.findall(r"--ds-color-([a-z-]+): (#[0-9a-f]{6})", light))
    if scheme == "dark":
        block = rest[: rest.index("\n}\n")]
        found |= dict(re.findall(r"--ds-color-([a-z-]+): (#[0-9a-f]{6})", block))
    return found


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours, as WCAG 2.1 defines it."""

    def luminance(colour: str) -> float:
        channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("pair", TEXT_PAIRS, ids="-on-".join)
def test_text_is_readable(scheme: str, pair: tuple[str, str]) -> None:
    """Text has a contrast of at least 4.5 to 1 against what it stands on."""
    colours = tokens(scheme)

    assert contrast(colours[pair[0]], colours[pair[1]]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("pair", MARK_PAIRS, ids="-on-".join)
def test_marks_can_be_seen(scheme: str, pair: tuple[str, str]) -> None:
    """Borders and marks that carry meaning have a contrast of at least 3 to 1."""
    colours = tokens(scheme)

    assert contrast(colours[pair[0]], colours[pair[1]]) >= 3
