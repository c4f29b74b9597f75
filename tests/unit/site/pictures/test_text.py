"""Texts in pictures are measured, cut and broken."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from living_strategy.site.pictures.text import shorten, text_width, wrap

TEXTS = st.text(alphabet="abcæøå ,.MWil-", max_size=80)


@given(TEXTS, st.integers(20, 300))
def test_shortened_texts_fit(text: str, room: int) -> None:
    """A text that fits is untouched; another ends with an ellipsis within its room."""
    short = shorten(text, room)

    assert text_width(short) <= max(room, text_width("…"))
    assert short == text or short.endswith("…")


@given(TEXTS, st.integers(40, 300), st.integers(1, 3))
def test_wrapped_texts_fit(text: str, room: int, most: int) -> None:
    """Every line fits, there are no more than allowed, and words are kept in order."""
    lines = wrap(text, room, most)

    assert 1 <= len(lines) <= most
    assert all(text_width(line) <= room for line in lines)
    if not any(line.endswith("…") for line in lines):
        assert " ".join(lines).split() == text.split()


def test_a_long_title_takes_two_lines() -> None:
    """The second line is cut when there is more."""
    assert wrap("Innbyggerne møter sammenhengende tjenester", 200, 2) == (
        "Innbyggerne møter", "sammenhengende tjenester",
    )  # fmt: skip
    assert wrap("en to tre fire fem seks sju åtte", 60, 2)[1].endswith("…")


def test_no_room_leaves_an_ellipsis() -> None:
    """Even then the text is not silently gone."""
    assert shorten("abc", 0) == "…"
