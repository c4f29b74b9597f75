"""Keeps numbers whole: no line is broken between groups of digits, or before a unit.

Only the text of a page is changed, never its tags, code or the content itself: open data has the
spaces that people wrote.
"""

from __future__ import annotations

import re

NO_BREAK = "\u00a0"

_UNITS = (
    "kroner|kr|øre|prosent|prosentpoeng|millioner|millionar|million|mill|milliarder|milliardar"
    "|milliard|mrd|percent|billion"
)
# A group of digits belongs to the number before it when that can be the beginning of one: no year.
# An expression that begins with the space itself is many times as fast as one that looks behind.
_SPACE = (
    r" (?:(?=\d{3}(?!\d))(?:(?<=\b\d )|(?<=\b\d\d )|(?<=\b\d\d\d ))"
    rf"|(?<=\d )(?=[%‰]|(?:{_UNITS})\b)|(?=\d)(?:(?<=\b[kK]r )|(?<=\bNOK )))"
)
_IN_TEXT = re.compile(_SPACE)
# Code is shown as it is written. What a tag holds are addresses and other data.
_KEPT = re.compile(
    r"(<code\b.*?</code>|<pre\b.*?</pre>|<script\b.*?</script>|<style\b.*?</style>"
    r'|<[^<>"]*(?:"[^"]*"[^<>"]*)*>)',
    re.S,
)
# Stands between the pieces of text, as tags do: no letter, digit or space. Nobody can write it.
_BETWEEN = "\0"


def whole_numbers(text: str) -> str:
    """Return the text with unbreakable spaces inside numbers, and between them and their unit."""
    return _IN_TEXT.sub(NO_BREAK, text)


def whole_numbers_in(html: str) -> str:
    """Return the same for the text of a piece of HTML."""
    # Many pages have no such space, and looking for tags takes longer.
    if not _IN_TEXT.search(html):
        return html
    parts = _KEPT.split(html)
    # All text at once: it is in small pieces, and a call for each would take longer than the work.
    parts[::2] = whole_numbers(_BETWEEN.join(parts[::2])).split(_BETWEEN)
    return "".join(parts)
