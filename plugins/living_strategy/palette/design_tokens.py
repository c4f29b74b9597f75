"""The design tokens of a site, computed from one colour: both schemes, every pair readable.

The names are those of Designsystemet: `--ds-color-<colour>-<step>`. A strategy picks one colour;
everything else follows from what contrast WCAG asks for (1.4.3 for text, 1.4.11 for marks).
"""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.palette.area_colours import area_classes, area_colours
from living_strategy.palette.colour import Tint, contrast, tint
from living_strategy.palette.scheme import (
    DARK,
    LIGHT,
    MIN_CONTRAST_GRAPHICS,
    MIN_CONTRAST_TEXT,
    Scheme,
    surfaces,
)
from living_strategy.settings import Design, Font

PATH = "assets/living-strategy/tokens.css"
DEFAULT = "#0b4f71"
PAPER, _BLACK = "#ffffff", "#000000"
_SYSTEM_FONTS = 'system-ui,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif'

# Colours that mean something are the same for everybody: hue and strength.
_FIXED = {
    "planned": Tint(258, 0.13),
    "ongoing": Tint(205, 0.08),
    "completed": Tint(150, 0.11),
    "paused": Tint(75, 0.11),
    "stopped": Tint(25, 0.15),
}
_STEPS = ("default", "hover", "active")


def corrected(colour: str) -> str:
    """Return the colour itself if it stands out from a white page, otherwise a darker one."""
    if contrast(colour, PAPER) >= MIN_CONTRAST_GRAPHICS:
        return colour.lower()
    return tint(colour)[0].against((PAPER,), MIN_CONTRAST_GRAPHICS, darker=True)


def colours(base: str, scheme: Scheme) -> dict[str, str]:
    """Return every colour token of a scheme by its name, without `--ds-color-`."""
    accent, _ = tint(base)
    neutral = Tint(accent.hue, min(accent.chroma, 0.01))
    pages = surfaces(neutral, scheme)
    tokens = {f"neutral-{step}": colour for step, colour in pages.items()}
    surface_colours = tuple(pages.values())
    tokens |= _foreground_tokens("neutral", neutral, surface_colours, scheme)
    strong = Tint(accent.hue, min(accent.chroma, 0.16))
    for name, hue in {"accent": strong, **_FIXED}.items():
        tinted = surfaces(Tint(hue.hue, min(hue.chroma, 0.035)), scheme)
        tokens |= {f"{name}-{step}": tinted[step] for step in ("surface-tinted", "surface-hover")}
        both = (*surface_colours, tinted["surface-tinted"], tinted["surface-hover"])
        tokens |= _foreground_tokens(name, hue, both, scheme)
    tokens |= _base("accent", base, surface_colours, scheme)
    if scheme.is_dark:
        header = tokens["accent-surface-hover"], tokens["accent-text-default"]
    else:
        header = tokens["accent-base-default"], tokens["accent-base-contrast-default"]
    return tokens | {"header-background-default": header[0], "header-text-default": header[1]}


def _foreground_tokens(
    name: str, hue: Tint, surfaces: tuple[str, ...], scheme: Scheme
) -> Iterator[tuple[str, str]]:
    """Yield the tokens of borders and texts, by their contrast to every surface below them."""
    darker = not scheme.is_dark
    soft = Tint(hue.hue, min(hue.chroma, 0.03))
    yield f"{name}-border-subtle", soft.at(scheme.border_subtle)
    for step, ratio in (
        # A little more than the rule, because colours of a screen are whole numbers.
        ("border-default", MIN_CONTRAST_GRAPHICS + 0.1),
        ("border-strong", MIN_CONTRAST_TEXT + 0.1),
        ("text-subtle", MIN_CONTRAST_TEXT + 0.4),
        ("text-default", 10 if scheme.is_dark else 13),
    ):
        yield f"{name}-{step}", hue.against(surfaces, ratio, darker=darker)


def _base(
    name: str, colour: str, surfaces: tuple[str, ...], scheme: Scheme
) -> Iterator[tuple[str, str]]:
    """Yield the tokens of the chosen colour and of the text on it."""
    hue, lightness = tint(colour)
    if (
        scheme.is_dark
        and min(contrast(colour, surface) for surface in surfaces) < MIN_CONTRAST_GRAPHICS
    ):
        colour = hue.against(surfaces, MIN_CONTRAST_GRAPHICS + 0.1, darker=False)
        lightness = tint(colour)[1]
    on_white = contrast(colour, PAPER) >= MIN_CONTRAST_TEXT
    words = PAPER if on_white else _BLACK
    away = -0.06 if on_white else 0.06
    for index, step in enumerate(_STEPS):
        shade = colour if not index else hue.at(min(1, max(0, lightness + index * away)))
        yield f"{name}-base-{step}", shade
    ratio = contrast(colour, words)
    subtle = hue.against((colour,), max(MIN_CONTRAST_TEXT + 0.1, ratio * 0.8), darker=not on_white)
    yield (
        f"{name}-base-contrast-subtle",
        subtle if contrast(subtle, colour) >= MIN_CONTRAST_TEXT else words,
    )
    yield f"{name}-base-contrast-default", words


def stylesheet(design: Design, areas: int = 0) -> str:
    """Return the CSS with all tokens, also those of so many priority areas. Paper is light,
    whatever the reader chose for the screen.
    """
    base = corrected(design.colour or DEFAULT)
    light, dark = (
        _block(colours(base, scheme) | area_colours(base, scheme, areas))
        for scheme in (LIGHT, DARK)
    )
    return (
        f":root{{color-scheme:light;{_font(design.font)}{light}}}\n"
        "@media screen and (prefers-color-scheme:dark){"
        f":root:not([data-color-scheme=light]){{color-scheme:dark;{dark}}}}}\n"
        f"@media screen{{:root[data-color-scheme=dark]{{color-scheme:dark;{dark}}}}}\n"
        f"{area_classes(areas)}{_font_faces(design.font)}"
    )


def _block(tokens: dict[str, str]) -> str:
    return ";".join(f"--ds-color-{name}:{colour}" for name, colour in tokens.items())


def _font(font: Font | None) -> str:
    return f'--ds-font-family:"{font.family}",{_SYSTEM_FONTS};' if font else ""


def _font_faces(font: Font | None) -> str:
    """Return the rules of the fonts. Their files lie two folders above the stylesheet."""
    return "".join(
        f'@font-face{{font-family:"{font.family}";font-weight:100 900;font-display:swap;'
        f"src:url(../../{file.file})"
        + (f";unicode-range:{file.characters}" if file.characters else "")
        + "}\n"
        for file in (font.files if font else ())
        if font
    )
