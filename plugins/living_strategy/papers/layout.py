"""Layout of plain texts: lines that fit a mail."""

from __future__ import annotations

import textwrap

_WIDTH = 76


def one_line(text: str) -> str:
    """Return a text without line breaks."""
    return " ".join(text.split())


def paragraph(text: str, first: str = "", rest: str = "") -> str:
    """Return a text in lines; `first` begins the first of them, `rest` the others."""
    lines = textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(lines)
