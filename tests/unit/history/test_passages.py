"""What differs between two texts is shown at every place, not at the first one alone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from living_strategy.history.sentences.passages import (
    MAX_PASSAGES,
    Passages,
    passages,
    with_more,
)
from living_strategy.language import Language

# Long enough that it is never shown whole.
WORDS = [f"ord{number}" for number in range(200)]
LONG = " ".join(WORDS)


def replaced(*places: int) -> str:
    """The long text with other words at these places."""
    return " ".join("nytt" if at in places else word for at, word in enumerate(WORDS))


def test_short_texts_are_shown_whole() -> None:
    """There is nothing to cut."""
    assert passages("En to.", "En tre.") == Passages("En to.", "En tre.")


def test_each_place_has_a_few_words_around_it() -> None:
    """Dots stand where something is left out."""
    assert passages(LONG, replaced(50, 120)) == Passages(
        "… ord46 ord47 ord48 ord49 ord50 ord51 ord52 ord53 ord54 "
        "… ord116 ord117 ord118 ord119 ord120 ord121 ord122 ord123 ord124 …",
        "… ord46 ord47 ord48 ord49 nytt ord51 ord52 ord53 ord54 "
        "… ord116 ord117 ord118 ord119 nytt ord121 ord122 ord123 ord124 …",
    )


def test_places_close_to_each_other_are_one() -> None:
    """No word stands twice for their sake."""
    assert passages(LONG, replaced(0, 4)) == Passages(
        "ord0 ord1 ord2 ord3 ord4 ord5 ord6 ord7 ord8 …",
        "nytt ord1 ord2 ord3 nytt ord5 ord6 ord7 ord8 …",
    )


@pytest.mark.parametrize(("count", "more"), [(MAX_PASSAGES, 0), (MAX_PASSAGES + 2, 2)])
def test_what_is_not_shown_is_counted(count: int, more: int) -> None:
    """Somebody who reviews must know that there is more."""
    found = passages(LONG, replaced(*range(5, 5 + 20 * count, 20)))

    assert (found.new.count("nytt"), found.more) == (min(count, MAX_PASSAGES), more)


@given(st.sets(st.integers(0, len(WORDS) - 1), min_size=1, max_size=30))
def test_no_change_is_hidden(places: set[int]) -> None:
    """Whatever is close to what: each place is shown in both texts, or counted."""
    found = passages(LONG, replaced(*places))
    shown = {at for at in places if WORDS[at] in found.old.split()}
    hidden = sorted(places - shown)
    apart = sum(after - before > 1 for before, after in pairwise(hidden))

    assert found.new.count("nytt") == len(shown)
    assert bool(hidden) == bool(found.more)
    assert found.more <= (apart + 1 if hidden else 0)


@given(
    st.lists(st.sampled_from([3, 40, 95, 300]), min_size=30, max_size=60),
    st.integers(0, 27),
    st.integers(2, 9),
)
def test_long_words_hide_nothing(lengths: list[int], first: int, apart: int) -> None:
    """Addresses around a word, or within which a letter differs, do not take its place."""
    words = [f"{at:x<{length}}q" for at, length in enumerate(lengths)]
    second = min(first + apart, len(words) - 1)
    now = [f"{word[:-1]}{at}z" if at in (first, second) else word for at, word in enumerate(words)]
    found = passages(" ".join(words), " ".join(now))

    assert {word[-4:] for word in (words[first], words[second])} <= _ends(found.old)
    assert {word[-4:] for word in (now[first], now[second])} <= _ends(found.new)
    assert "… …" not in f"{found.old}|{found.new}"


def _ends(text: str) -> set[str]:
    """How the words of a text end."""
    return {word[-4:] for word in text.split()}


def test_both_ends_of_a_long_difference_are_shown() -> None:
    """What lies between is counted as one place more."""
    old = [f"ord{number}" for number in range(4000)]
    new = [*old]
    new[5], new[2000], new[3990] = "først", "skjult", "sist"
    found = passages(" ".join(old), " ".join(new))

    assert ("først" in found.new, "sist" in found.new, found.more) == (True, True, 1)
    assert ("ord5 " in found.old, "ord3990 " in found.old) == (True, True)


def test_a_text_that_is_another_is_not_compared() -> None:
    """Its beginning and its end are shown."""
    found = passages(" ".join(["gammel"] * 4000), " ".join(["ny"] * 4000))

    assert (found.old[:6], found.new[:2], found.more) == ("gammel", "ny", 1)


def test_the_sentence_says_how_many_more() -> None:
    """In the language of the site; nothing where all is shown."""
    language = Language.load("nb")

    assert with_more("Tekst endret", 0, language) == "Tekst endret"
    assert with_more("Tekst endret", 1, language) == "Tekst endret, og 1 sted til"
    assert with_more("Tekst endret", 3, language) == "Tekst endret, og 3 steder til"


def test_the_same_few_words_over_and_over_are_one_place() -> None:
    """Comparing them word by word would take a quarter of a minute, and show nothing of use."""
    found = passages("først " + "a b " * 745, "nå " + "b a c " * 480)

    assert (found.old[:9], found.new[:6], found.more) == ("først a b", "nå b a", 0)
