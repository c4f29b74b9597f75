"""The canonical form of each sort of file, and what leaves a file as it is."""

from __future__ import annotations

import pytest

from living_strategy.editing.canonical import Left, canonical, style_of

LONG = (
    "Kommunen samler opplysningene om tjenestene på ett sted, slik at innbyggerne slipper å lete "
    "på egne sider."
)


def formatted(path: str, text: str) -> str:
    """Return the canonical form of a text that has one."""
    result = canonical(path, text.encode())
    assert result.left is None
    return result.content.decode()


def test_an_item() -> None:
    """Fields in the order of the model, unknown ones last; the text below is the same."""
    text = f"""---
own: x
note: "{LONG} {LONG}"
goals: ['a', "b: c"]
number: 012
status_date: "2018-03"
title: "Åpne møter"
summary: Kort sagt.
aliases: []
period: {{end: 2020, start: 2017}}
status_reason: null
---


#  Tekst\x20\x20
\u2003og mer\x20\x20
"""
    body = text[4:].split("---\n")[1]

    assert formatted("measures/a.md", text) == (
        f"""---
title: Åpne møter
number: "012"
summary: >-
  Kort sagt.
goals: [a, "b: c"]
status_date: 2018-03
period:
  start: 2017
  end: 2020
note: >-
  {LONG}
  {LONG}
own: x
---
"""
        + body
    )


def test_lists_stand_on_a_line_if_they_fit() -> None:
    """And below each other if they do not, or if their field always is."""
    ids = [f"en-nokkel-som-er-lang-{number}" for number in range(5)]
    text = f"title: A\ngoals: [{', '.join(ids)}]\nuses:\n- a\n- b\n"

    assert formatted("measures/a.yml", text) == (
        "title: A\ngoals:\n" + "".join(f"  - {key}\n" for key in ids) + "uses: [a, b]\n"
    )
    assert formatted("goals/a.yml", "title: A\nframeworks: [a/b]\n") == (
        "title: A\nframeworks:\n  - a/b\n"
    )


def test_a_register() -> None:
    """Entries in the order they have; a description always is a block."""
    text = "# Hode\nb:\n  description: En linje\n  title: B\n\na: {title: A, summary: S}\n"

    assert formatted("strategy/registers/bodies.yml", text) == (
        "# Hode\nb:\n  title: B\n  description: |\n    En linje\n\na:\n  title: A\n  summary: S\n"
    )


def test_the_settings() -> None:
    """The areas last, each with its id first; names that are free keep their order."""
    text = (
        "areas:\n  - title: A\n    id: a\nunits:\n  z: {decimals: 1, symbol: Z}\n"
        "  b: {symbol: B}\nlanguage: nb\ntitle: T\ncontact: 'a@b.no'\n"
    )

    assert formatted("strategy/strategy.yml", text) == (
        "title: T\nlanguage: nb\ncontact: a@b.no\nunits:\n  z:\n    symbol: Z\n    decimals: 1\n"
        "  b:\n    symbol: B\nareas:\n  - id: a\n    title: A\n"
    )


def test_search_words_and_records() -> None:
    """Groups stand on a line each; the fields of a record in the order of the model."""
    words = "same:\n- - KI\n  - kunstig intelligens\n- ['a', b]\ncommon: \"off\"\n"
    record = 'reason: "Vi har det: ja"\nstate: "adopted"\n'

    assert formatted("strategy/search-words.yml", words) == (
        'common: "off"\nsame:\n  - [KI, kunstig intelligens]\n  - [a, b]\n'
    )
    assert formatted("adoption/ks/a.yml", record) == 'state: adopted\nreason: "Vi har det: ja"\n'


def test_texts_keep_their_lines() -> None:
    """A text with several lines is a block; one that no block can hold is quoted."""
    text = 'title: "  A"\nnote: "En  \\n\\n  to"\ndescription: " kode\\n"\n'

    assert formatted("goals/a.yml", text) == (
        'title: "  A"\ndescription: " kode"\nnote: |-\n  En  \n\n    to\n'
    )


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_and_byte_order_mark_stay(end: str) -> None:
    """Also in the text below, where they may be mixed."""
    text = "---\nsummary: Kort sagt.\ntitle: A\n---\n".replace("\n", end) + "b\r\nc\nd"
    before = b"\xef\xbb\xbf" + text.encode()
    expected = "---\ntitle: A\nsummary: >-\n  Kort sagt.\n---\n".replace("\n", end) + "b\r\nc\nd"

    assert canonical("goals/a.md", before).content == b"\xef\xbb\xbf" + expected.encode()


@pytest.mark.parametrize(
    ("content", "left"),
    [
        (b"---\ntitle: a: b\n---\n", Left.UNREADABLE),
        (b"---\ntitle: a\ntitle: b\n---\n", Left.UNREADABLE),
        (b"title: a\n", Left.UNREADABLE),
        (b"---\ntitle: \xff\n---\n", Left.UNREADABLE),
        (b"---\n- a\n---\n", Left.UNREADABLE),
        (b"---\nsummary: &a x\ntitle: *a\n---\n", Left.ANCHORED),
    ],
)
def test_what_cannot_be_written_stays(content: bytes, left: Left) -> None:
    """The bytes are the same, and it is said why."""
    result = canonical("goals/a.md", content)

    assert result.content == content
    assert result.left is left


def test_an_empty_file_stays() -> None:
    """It has no form; comments in it are no reason to change it."""
    assert formatted("strategy/registers/bodies.yml", "# Ingen ennå\n\n\n") == "# Ingen ennå\n\n\n"


@pytest.mark.parametrize(
    "path",
    [
        "README.md",
        "goals/README.md",
        "strategy/a.md",
        "goals/a/b.md",
        "mkdocs.yml",
        "adoption/a.yml",
    ],
)
def test_other_files_have_no_form(path: str) -> None:
    """Pages and what is no content are not written by rules."""
    assert style_of(path) is None
