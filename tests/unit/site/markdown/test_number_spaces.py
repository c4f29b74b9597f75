"""Numbers that stay on one line."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from living_strategy.site.markdown.markdown_body import MarkdownRenderer
from living_strategy.site.markdown.number_spaces import (
    _SPACE,
    NO_BREAK,
    whole_numbers,
    whole_numbers_in,
)


@pytest.mark.parametrize(
    "written",
    [
        "en kommune med 2~000 innbyggere",
        "265~848 meldinger",
        "175~550~642~kr",
        "kostet 12,5~millioner kroner i 2020",
        "76,8~prosent, 3~% og 1~000~kroner.",
        "kr~500 og NOK~1~000",
        "(2~000) og –2~000",
    ],
)
def test_numbers_and_units_are_kept_together(written: str) -> None:
    """Between groups of digits, before a unit, and after the sign of the currency."""
    spaces = written.replace("~", " ")

    assert whole_numbers(spaces) == written.replace("~", "\u00a0")
    assert whole_numbers(whole_numbers(spaces)) == whole_numbers(spaces)


@pytest.mark.parametrize(
    "written",
    [
        "I 2018 fikk 13 prosjekter støtte", "2017 2018 2019", "I 2020 120 kommuner",
        "1. mars 2018", "kapittel 3 handler", "5 kroppsdeler", "krav 5", "1234 567", "20 00",
    ],
)  # fmt: skip
def test_other_spaces_may_break(written: str) -> None:
    """Years beside each other, dates and words that only begin like a unit."""
    assert whole_numbers(written) == written


def test_only_text_is_changed() -> None:
    """Not what tags and code hold, whatever quotes are in them."""
    html = (
        '<p title="2 000 > 1 000">2 000 <code>2 000</code> <a href="x?q=1 000">3 %</a>\n'
        "<pre><b>4 000</b></pre> 1 < 5 000</p>"
    )

    assert whole_numbers_in(html) == (
        '<p title="2 000 > 1 000">2\u00a0000 <code>2 000</code> <a href="x?q=1 000">3\u00a0%</a>\n'
        "<pre><b>4 000</b></pre> 1 < 5\u00a0000</p>"
    )


def test_rendered_texts_keep_numbers_whole() -> None:
    """Texts of entries and written pages, but not what is code."""
    markdown = "En kommune med 2 000 innbyggere betaler 40 000 kroner. `2 000`"
    whole = "<p>En kommune med 2~000 innbyggere betaler 40~000~kroner. <code>2 000</code></p>"

    assert MarkdownRenderer().render(markdown).strip() == whole.replace("~", "\u00a0")


_PIECES = (
    " ", "1", "20", "300", "2 000", "kr", " kr ", "%", "<", ">", '"', "'", "/", "a", "-", "\n",
    "<p>", '<p title="1 000 > 2">', "</p>", "<code>", "</code>", "<pre>", "</pre>", "<code ",
)  # fmt: skip
_ONE_BY_ONE = re.compile(
    rf'<(code|pre|script|style)\b.*?</\1>|<[^<>"]*(?:"[^"]*"[^<>"]*)*>|{_SPACE}', re.S
)


@given(st.lists(st.sampled_from(_PIECES)).map("".join))
def test_all_text_at_once_is_as_piece_by_piece(html: str) -> None:
    """Tags that stand between digits part them, and whatever is no whole tag is text."""
    expected = _ONE_BY_ONE.sub(lambda match: NO_BREAK if match[0] == " " else match[0], html)

    assert whole_numbers_in(html) == expected
