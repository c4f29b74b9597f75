"""Drawings: what is published holds nothing but drawing, however it is written."""

from __future__ import annotations

from collections.abc import Iterator
from xml.parsers import expat

import pytest

from living_strategy.content import drawings
from living_strategy.content.drawings import Refusal, refusal
from tests.drawings import BROKEN, CLEAN, HOSTILE, SVG, drawing


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile(name: str) -> None:
    """Whatever runs, or leads out of the drawing, is refused."""
    assert refusal(HOSTILE[name]) is not None


@pytest.mark.parametrize("name", BROKEN)
def test_broken(name: str) -> None:
    """What no browser could draw is refused, and never an error of the program."""
    assert refusal(BROKEN[name]) is not None


@pytest.mark.parametrize("name", CLEAN)
def test_clean(name: str) -> None:
    """Drawings as drawing programs save them pass, with their notes and styles."""
    assert refusal(CLEAN[name]) is None


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"<svg/>", Refusal(f'<svg> xmlns="{SVG}"', 1, 1)),
        (f'<svg xmlns="{SVG}">\n <a/></svg>'.encode(), Refusal("<a>", 2, 2)),
        (f'<svg xmlns="{SVG}">\n<g onclick="x"/></svg>'.encode(), Refusal("onclick=", 2, 1)),
        (f'<svg xmlns="{SVG}">\n<g\n fill="src(x)"/></svg>'.encode(), Refusal("fill= src(", 2, 1)),
        (b"<?xml-stylesheet x?><svg/>", Refusal("<?xml-stylesheet?>", 1, 1)),
        (b"\n\n<!DOCTYPE svg><svg/>", Refusal("<!DOCTYPE>", 3, 1)),
        (f'<svg xmlns="{SVG}">\n<g></svg>'.encode(), Refusal("", 2, 6)),
        (f'<svg xmlns="{SVG}">\n\xff'.encode("latin-1"), Refusal("", 2, 1)),
    ],
)
def test_place(content: bytes, expected: Refusal) -> None:
    """A refusal names what is refused and where it stands."""
    refused = refusal(content)

    assert refused is not None
    assert (refused.what, refused.line) == (expected.what, expected.line)
    assert refused.column >= 1


def _long() -> Iterator[tuple[str, bytes]]:
    """Drawings that made a reader of signs go over the same text again and again."""
    blanks = " " * 300_000
    yield "blanks before an address", drawing(f'<use href={blanks}"#a"/>')
    yield "blanks in a style", drawing(f"<style>a{{fill:url({blanks}#a)}}</style>")
    yield "blanks before a bracket", drawing(f'<g style="{blanks}(1)"/>')
    yield "letters", drawing(f'<g style="{"a" * 300_000}"/>')
    yield "brackets", drawing(f'<g style="{"(" * 300_000}"/>')
    yield "hyphens", drawing(f'<path d="{"-" * 300_000}"/>')
    yield "elements", drawing("<g>" * 40_000 + "</g>" * 40_000)
    yield "attributes", drawing("<g " + " ".join(f'data-a{n}=""' for n in range(20_000)) + "/>")


# Counting lines would double the time and add none.
@pytest.mark.no_cover
@pytest.mark.parametrize(("name", "content"), _long())
def test_one_pass(name: str, content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """The parser is given the drawing once, and every style is searched from left to right."""
    given: list[int] = []
    create = expat.ParserCreate

    class Counting:
        """A parser that notes how much it is given."""

        def __init__(self, *arguments: str) -> None:
            object.__setattr__(self, "inner", create(*arguments))

        def __getattr__(self, name: str) -> object:
            return getattr(self.inner, name)

        def __setattr__(self, name: str, value: object) -> None:
            setattr(self.inner, name, value)

        def Parse(self, data: bytes, final: bool) -> int:  # noqa: N802 - the parser's own name
            given.append(len(data))
            return int(self.inner.Parse(data, final))

    monkeypatch.setattr(drawings.expat, "ParserCreate", Counting)
    refusal(content)

    assert given == [len(content)], name
