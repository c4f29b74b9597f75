"""Colours as numbers: sRGB, OKLCH (lightness and hue as people see them), contrast as in WCAG."""

from __future__ import annotations

import math
from dataclasses import dataclass

Linear = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Tint:
    """A hue in degrees and how strong it is; lightness is what a scale is made of."""

    hue: float
    chroma: float

    def at(self, lightness: float) -> str:
        """Return the colour at a lightness from 0 to 1 as `#rrggbb`; paler where a screen has no
        colour that strong.
        """
        chroma = self.chroma
        while True:
            linear = _linear(lightness, chroma, self.hue)
            if chroma <= 0 or all(-0.0005 <= channel <= 1.0005 for channel in linear):
                return "#" + "".join(f"{_encode(channel):02x}" for channel in linear)
            chroma -= 0.004

    def against(self, colours: tuple[str, ...], ratio: float, *, darker: bool) -> str:
        """Return the colour nearest to `colours` with at least this contrast `ratio` to each."""
        luminances = [_luminance(colour) + 0.05 for colour in colours]
        limit = min(luminances) / ratio if darker else max(luminances) * ratio
        low, high = 0.0, 1.0
        for _ in range(14):
            middle = (low + high) / 2
            light = _luminance(self.at(middle)) + 0.05
            if (light <= limit) if darker else (light < limit):
                low = middle
            else:
                high = middle
        return self.at(low if darker else high)


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, as WCAG 2.1 defines it."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def tint(colour: str) -> tuple[Tint, float]:
    """Return the hue and strength of `#rrggbb`, and its lightness."""
    red, green, blue = _decode(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short
    return Tint(math.degrees(math.atan2(b, a)) % 360, math.hypot(a, b)), lightness


def _linear(lightness: float, chroma: float, hue: float) -> Linear:
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
    )


def _encode(channel: float) -> int:
    channel = min(1.0, max(0.0, channel))
    curved = 12.92 * channel if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055
    return round(255 * curved)


def _decode(colour: str) -> Linear:
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return _straighten(red), _straighten(green), _straighten(blue)


def _straighten(value: float) -> float:
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)


def _luminance(colour: str) -> float:
    red, green, blue = _decode(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
