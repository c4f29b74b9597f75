"""Texts made to be slow: those that pass the check can be rendered, whatever they hold."""

from __future__ import annotations

import pytest

from living_strategy.content.markdown.complexity import (
    MAX_CHARACTERS,
    MAX_DEPTH,
    MAX_LINE_LENGTH,
    MAX_OCCURRENCES,
    Excess,
    excess,
)
from living_strategy.content.markdown.prose import scan
from living_strategy.site.markdown.markdown_body import MarkdownRenderer, TextTooDeepError


# Counting lines would double the time and add none.
@pytest.mark.no_cover
@pytest.mark.parametrize("mark", MAX_OCCURRENCES)
def test_at_the_limit(mark: str) -> None:
    """A text at the limit of a mark is rendered without running out of stack."""
    # What each bracket costs grows with the text behind it.
    part = mark + ("a " if mark == "[" else "a: b ")
    lines = (part * 50 + "\n") * (MAX_OCCURRENCES[mark] // 50)
    text = part * MAX_OCCURRENCES[mark] if "\n" in mark else lines
    text = text[: MAX_CHARACTERS // 2]

    assert "text-too-complex" not in {fault.code for fault in scan(text).faults}
    assert MarkdownRenderer().render(text)


@pytest.mark.parametrize("mark", MAX_OCCURRENCES)
def test_beyond_the_limit(mark: str) -> None:
    """A text beyond it is refused at the place where it goes beyond."""
    text = "a" + f"{mark} " * (MAX_OCCURRENCES[mark] + 1)

    faults = scan(text).faults
    assert [fault.code for fault in faults] == ["text-too-complex"]
    assert faults[0].offset == 1 + MAX_OCCURRENCES[mark] * (len(mark) + 1)


def test_very_long() -> None:
    """A text of more characters than a page can hold is refused too."""
    text = ("a " * 100 + "\n") * (MAX_CHARACTERS // 100)
    (fault,) = scan(text).faults

    assert (fault.code, fault.offset) == ("text-too-complex", MAX_CHARACTERS)
    assert fault.params == {"case": "length", "limit": "100 000"}


def test_long_line() -> None:
    """A line is bounded too: what Markdown does in one takes time by the square of its length."""
    assert excess("a\n" + "b" * (MAX_LINE_LENGTH + 1)) == Excess(
        "line", MAX_LINE_LENGTH, MAX_LINE_LENGTH + 2
    )


DEEP = [
    "+ ", "* ", "- ", "1. ", "10) ", "> ", ">", "- > ", "> 1. ", "    ", "\t", ":   ", "- \t> ",
]  # fmt: skip


@pytest.mark.parametrize("opening", DEEP)
@pytest.mark.parametrize("before", ["", "tekst\n\n", "- a\n"])
def test_deep(before: str, opening: str) -> None:
    """Lists and quotations inside each other are refused where the line begins."""
    assert excess(f"{before}{opening * 496}x") == Excess("depth", MAX_DEPTH, len(before))


@pytest.mark.parametrize("opening", DEEP)
def test_deepest_that_passes(opening: str) -> None:
    """What passes can be rendered."""
    passing = [n for n in range(1, MAX_DEPTH + 1) if excess("a\n\n" + opening * n + "x") is None]

    assert MarkdownRenderer().render("a\n\n" + opening * max(passing) + "x")


def test_list_that_goes_deeper_line_by_line() -> None:
    """A list of 150 levels is refused at the first line that is too deep."""
    text = "".join("    " * level + "- a\n" for level in range(150))

    assert excess(text) == Excess("depth", MAX_DEPTH, text.index("    " * MAX_DEPTH + "-"))


@pytest.mark.parametrize(
    "text",
    [
        "a|b\n-|-\n" + "`\\| " * 24_000, "\\*" * 49_000, "## x" + " {a" * 30_000,
        "*a **b " * 9_000,
        "+ " * 40_000, "*" * 50_000, "_a " * 30_000, "#" * 90_000 + "a",
        "## x" + " " * 90_000 + "y",
    ],
)  # fmt: skip
def test_slow_texts_are_refused(text: str) -> None:
    """Texts that kept Python-Markdown busy for many seconds, or out of stack."""
    assert [fault.code for fault in scan(text).faults] == ["text-too-complex"]


def test_out_of_stack(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever still goes too deep is an error with a sentence, and it knows the text."""
    renderer = MarkdownRenderer()

    def convert(text: str) -> str:
        return convert(text)

    monkeypatch.setattr(renderer._markdown, "convert", convert)
    with pytest.raises(TextTooDeepError) as raised:
        renderer.render("> tekst")

    assert raised.value.text == "> tekst"
