"""YAML without surprises: data, positions, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from living_strategy.content.yaml.yaml_problems import YAML_PROBLEMS, in_plain_words
from living_strategy.content.yaml.yaml_reader import (
    MAX_ALIASES,
    MAX_DEPTH,
    Problem,
    control_character,
    read_yaml,
)
from living_strategy.language.particulars import Reason


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("", None),
        ("# a comment\n", None),
        ("a: b", {"a": "b"}),
        ("a: 2018\nb: 2018-03-01\nc: 1.5", {"a": "2018", "b": "2018-03-01", "c": "1.5"}),
        ("a:\nb: ~\nc: null\nd: x", {"d": "x"}),
        ('a: ""\nb: "null"', {"a": "", "b": "null"}),
        ("- a\n- ~\n- [b, {c: d}]", ["a", None, ["b", {"c": "d"}]]),
        ("a: |\n  en\n  to\nb: >-\n  en\n  to", {"a": "en\nto\n", "b": "en to"}),
        ("a: ! b", {"a": "b"}),
        ("'a b': c", {"a b": "c"}),
        ("? a\n: b", {"a": "b"}),
        ("a: &x [b]\nc: *x", {"a": ["b"], "c": ["b"]}),
        ("a: &x b\nc: *x", {"a": "b", "c": "b"}),
        ("bare", "bare"),
        ("{a: b, c: [d]}", {"a": "b", "c": ["d"]}),
    ],
)
def test_data(text: str, data: Any) -> None:
    """Scalars stay text; keys without a value are left out."""
    tree = read_yaml(text)

    assert (tree.data, tree.problems) == (data, [])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "a: b\na: c",
            Problem("yaml-duplicate-key", 2, 1, {"key": "a", "first_line": "1"}, ("a",)),
        ),
        ("a: !x b", Problem("yaml-tag", 1, 4, {"tag": "!x"}, ("a",))),
        ("a: !x [b]", Problem("yaml-tag", 1, 4, {"tag": "!x"}, ("a",))),
        ("a:\n\tb: c", Problem("yaml-tab", 2, 1)),
        ("a: b\n---\nc: d", Problem("yaml-many-documents", 2, 1)),
        ('a: "\\a"', Problem("yaml-control-character", 1, 4, {"character": "U+0007"}, ("a",))),
        ("[a]: b", Problem("yaml-syntax", 1, 1, {"problem": Reason(YAML_PROBLEMS[7])}, ("",))),
        ("a: *x", Problem("yaml-syntax", 1, 4, {"problem": Reason(YAML_PROBLEMS[3])}, ("a",))),
        (
            "a: &x [*x]",
            Problem("yaml-syntax", 1, 8, {"problem": Reason(YAML_PROBLEMS[3])}, ("a", 0)),
        ),
        (
            "a: &x b\n*x : c",
            Problem("yaml-syntax", 2, 1, {"problem": Reason(YAML_PROBLEMS[7])}, ("",)),
        ),
        (
            "a: b: c",
            Problem(
                "yaml-syntax",
                1,
                5,
                {"problem": Reason(YAML_PROBLEMS[0]), "case": "colon", "example": 'a: "b: c"'},
            ),
        ),
    ],
)
def test_problem(text: str, problem: Problem) -> None:
    """Each mistake has a code and a place."""
    assert read_yaml(text).problems == [problem]


def test_data_of_a_broken_text() -> None:
    """What cannot be read has no data; a duplicate key keeps its first value."""
    assert read_yaml("a: [b").data is None
    assert read_yaml("a: {x: y}\na: {x: z}\nb: c").data == {"a": {"x": "y"}, "b": "c"}


@pytest.mark.parametrize(
    ("text", "code"),
    [(value, "ambiguous-boolean") for value in ("no", "No", "ON", "off", "yes", "true", "y")]
    + [
        (value, "ambiguous-number")
        for value in (
            "0301",
            "1.10",
            "12:30",
            "1_000",
            "0x1F",
            "0o7",
            "1e3",
            "-.inf",
            ".nan",
            "+012",
        )
    ],
)
def test_trap(text: str, code: str) -> None:
    """Plain values that other programs read as something else are noted; quoted ones are not."""
    expected = [Problem(code, 1, 4, {"value": text}, ("a",))]

    assert read_yaml(f"a: {text}").plain == expected
    assert read_yaml(f'a: "{text}"').plain == []
    assert read_yaml(f"a: '{text}'").plain == []


@pytest.mark.parametrize(
    "text", ["301", "0", "-5", "1.5", "2018-03", "12:30:99x", "norge", "1.1.1"]
)
def test_no_trap(text: str) -> None:
    """Values that mean the same to everybody are not noted."""
    assert read_yaml(f"a: {text}").plain == []


def test_positions() -> None:
    """Every key and value has a place, counted from the first line of the text."""
    tree = read_yaml("a: b\nc:\n  - d: e\n  - [f]\nå: ø", 10, positions=True)

    assert tree.keys == {("a",): (10, 1), ("c",): (11, 1), ("c", 0, "d"): (12, 5), ("å",): (14, 1)}
    assert tree.values == {
        (): (10, 1), ("a",): (10, 4), ("c",): (12, 3), ("c", 0): (12, 5), ("c", 0, "d"): (12, 8),
        ("c", 1): (13, 5), ("c", 1, 0): (13, 6), ("å",): (14, 4),
    }  # fmt: skip


def test_positions_of_duplicates() -> None:
    """The first of two equal keys keeps its place."""
    tree = read_yaml("a: b\na: c", positions=True)

    assert (tree.keys[("a",)], tree.values[("a",)]) == ((1, 1), (1, 4))


def test_empty_keys() -> None:
    """Keys without a value are known, so that a register can tell."""
    assert read_yaml("a:\nb:\n  c: ~").empty == [("a",), ("b", "c")]


@pytest.mark.parametrize(
    "text",
    [
        "[" * (MAX_DEPTH + 2),
        "- " * (MAX_DEPTH + 2) + "x",
        "a: &a x\nb: [" + "*a, " * (MAX_ALIASES + 1) + "]",
        "".join(
            f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9 if n else ['x'] * 99)}]\n"
            for n in range(5)
        ),
        "[" + "x," * 110_000 + "]",
    ],
)
def test_too_complex(text: str) -> None:
    """Deep nesting, many aliases and what they add up to are refused."""
    tree = read_yaml(text)

    assert [problem.code for problem in tree.problems] == ["yaml-too-complex"]
    assert tree.data is None


def test_large_register() -> None:
    """A register of the largest size that a file may have is not too complex."""
    text = "".join(f"e{number}: {{title: x, type: other}}\n" for number in range(9000))

    assert len(text) < 400_000
    assert len(read_yaml(text).data) == 9000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("abc\ttab\n", None), ("æøå – “” 😀 \xa0", None), ("a\x00", (1, "U+0000")),
        ("\x85", (0, "U+0085")), ("ab\u2028", (2, "U+2028")), ("\ufeff", (0, "U+FEFF")),
        ("\ufdd0", (0, "U+FDD0")), ("\uffff", (0, "U+FFFF")), ("\ud800", (0, "U+D800")),
    ],
)  # fmt: skip
def test_control_character(text: str, expected: tuple[int, str] | None) -> None:
    """Characters that cannot be seen, or that count as line ends here and there, are found."""
    assert control_character(text) == expected


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("a: b: c", 0), ("a: 'b", 8), ('a: "b', 8), ("a: [", 1), ("a: [b", 2), ("a: {b: c", 2),
        ("a: @b", 3), ("a: `b", 3), ("a: %b", 3), ("a: *b", 3), ("a: *", 3), ("a: & b", 3),
        ("a: b\nc\nd: e", 4), ("a: - b", 5), ("- a\nb: c", 5),
        ("a:\n  b: c\n d: e", 5), ("a: {b: c}\n- d", 5), ('a: "\\w"', 6), ("[a]: b", 7),
        ("a: 'b' c", 5),
    ],
)  # fmt: skip
def test_plain_words(text: str, number: int) -> None:
    """What is wrong is said in words that an editor can act on."""
    [problem] = read_yaml(text).problems

    assert problem.params["problem"] == Reason(YAML_PROBLEMS[number])


@pytest.mark.parametrize(
    ("text", "line", "column", "example"),
    [
        ('a: b\ntitle: "Felles\n', 2, 8, 'title: "Felles"'),
        ("a:\n  - 'Felles  \nb: c", 2, 5, "'Felles'"),
        # The next quotation mark was meant to open another value.
        ('title: "Felles\nurl: "https://x"\n', 1, 8, 'title: "Felles"'),
        ('- "b\n- "c"\n', 1, 3, '"b"'),
        ('a: ["b, c]\nd: e', 1, 5, 'title: "Kortere ventetid"'),
        ('a: "' + "x" * 200, 1, 4, 'title: "Kortere ventetid"'),
    ],
)
def test_missing_quotation_mark(text: str, line: int, column: int, example: str) -> None:
    """The finding stands where the quotation mark opens, and shows the line with both."""
    [problem] = read_yaml(text).problems

    assert (problem.line, problem.column) == (line, column)
    assert problem.params == {
        "problem": Reason(YAML_PROBLEMS[8]),
        "case": "quote",
        "example": example,
    }


def test_quotes_over_several_lines() -> None:
    """A text in quotes that goes over lines is no mistake, nor what stands behind it."""
    assert read_yaml('a: "b\n  c"\n').problems == []
    [problem] = read_yaml('a: "b\n  c" d\n').problems
    assert (problem.line, problem.params) == (2, {"problem": Reason(YAML_PROBLEMS[5])})


@pytest.mark.parametrize(
    ("text", "example"),
    [
        ("title: Plan: felles for alle", 'title: "Plan: felles for alle"'),
        ("- title: Plan: felles  # merknad", 'title: "Plan: felles"'),
        ("a: b\n  en plan: for alle", 'title: "Biblioteket: åpent for alle"'),
        ('title: Plan "A": felles', 'title: "Biblioteket: åpent for alle"'),
        ("title: " + "x" * 200 + ": y", 'title: "Biblioteket: åpent for alle"'),
    ],
)
def test_colon_too_many(text: str, example: str) -> None:
    """The line is shown with its value in quotes, when it is clear what the value is."""
    [problem] = read_yaml(text).problems

    assert (problem.params["case"], problem.params["example"]) == ("colon", example)


def test_unknown_problem() -> None:
    """What has no words of its own is called unclear."""
    assert in_plain_words("something new") == YAML_PROBLEMS[-1]


@pytest.mark.parametrize(
    ("text", "line", "column", "character"),
    [
        ("title:\u00a0x\narea: y\n", 1, 7, "U+00A0"),
        ("title: x\narea:\u202fy\n", 2, 6, "U+202F"),
        ("sources:\n\u00a0 - title: x\n", 2, 1, "U+00A0"),
        ("sources:\n  -\u2007title: x\n", 2, 4, "U+2007"),
        ("title:\u00a0x\n", 1, 7, "U+00A0"),
    ],
)
def test_odd_space(text: str, line: int, column: int, character: str) -> None:
    """A space of another kind where YAML wants one is named, in place of what comes of it."""
    tree = read_yaml(text)

    problem = Problem("yaml-odd-space", line, column, {"character": character})
    assert (tree.data, tree.problems) == (None, [problem])


@pytest.mark.parametrize(
    "text", ["title: 5\u00a0kr\n", "note: |\n  \u00a0 a\n  Merk:\u00a0ja\n", 'title: "a:\u00a0b"\n']
)
def test_odd_space_in_a_text(text: str) -> None:
    """In a text such a space is right."""
    assert read_yaml(text).problems == []
