"""Texts in pictures: SVG does not break lines, so they are measured and broken here."""

from __future__ import annotations

import re
from itertools import accumulate, takewhile

# The same as `.ls-svg-text` in the style sheet.
SIZE = 12


# Widths of letters in a sans-serif font, in thousandths of the font size. Fonts differ: these are
# the widths of DejaVu Sans, one of the widest that stand in for a system font.
class _Widths(dict[str, int]):
    def __missing__(self, letter: str) -> int:
        return 620


_WIDTHS = _Widths(
    dict.fromkeys("ijlI.,:;|!'’ \u00a0", 330)
    | dict.fromkeys("ftr()-/", 400)
    | dict.fromkeys("mwMWæÆ—%", 950)
    | dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZØÅ«»&", 720)
)
_ELLIPSIS = "…"


def text_width(text: str) -> int:
    """Estimate the width of a text in a picture."""
    return sum(map(_WIDTHS.__getitem__, text)) * SIZE // 1000


def shorten(text: str, room: int) -> str:
    """Cut the text with an ellipsis where it would not fit."""
    if text_width(text) <= room:
        return text
    # Every letter is measured once, however long the text is.
    widths = accumulate(map(_WIDTHS.__getitem__, text), initial=_WIDTHS[_ELLIPSIS])
    fits = sum(1 for _ in takewhile(lambda width: width * SIZE // 1000 <= room, widths)) - 1
    return text[: max(fits, 0)].rstrip(" ,.;:–-") + _ELLIPSIS


def wrap(text: str, room: int, max_lines: int) -> tuple[str, ...]:
    """Break the text into at most `max_lines` lines; what does not fit is cut with an
    ellipsis.
    """
    lines = [""]
    # Not at the spaces of a number, which do not break.
    words = [word for word in re.split(r"[ \t\n]+", text) if word]
    for index, word in enumerate(words):
        longer = f"{lines[-1]} {word}".strip()
        if not lines[-1] or text_width(longer) <= room:
            lines[-1] = longer
        elif len(lines) < max_lines:
            lines.append(word)
        else:
            lines[-1] = " ".join((lines[-1], *words[index:]))
            break
    return tuple(shorten(line, room) for line in lines)
