"""Regular YAML says what the reader of all YAML says, and the rest is left to that one."""

from __future__ import annotations

import pytest

from living_strategy.content.yaml.regular import regular_mapping
from living_strategy.content.yaml.yaml_reader import read_yaml


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b c\n", {"a": "b c"}),
        ("a: b", {"a": "b"}),
        ("a: 2024-05\nb: 301\n", {"a": "2024-05", "b": "301"}),
        ("a: b\u00a0c\n", {"a": "b\u00a0c"}),
        ('a: "b: c"\n', {"a": "b: c"}),
        ("# c\na:\n# d\n- b\n", {"a": ["b"]}),
        ("a: [b c, '0301', d-e/f.g]\n", {"a": ["b c", "0301", "d-e/f.g"]}),
        ("a:\n- [b, c]\n- [d]\n", {"a": [["b", "c"], ["d"]]}),
        ("a: >-\n  b: c\n  # d\n  - e\nf: g\n", {"a": "b: c # d - e", "f": "g"}),
        ("a:\n- b: >-\n    c\n  d: e\n- >-\n f", {"a": [{"b": "c", "d": "e"}, "f"]}),
        ("a:   https://ks.no/#x:y\n", {"a": "https://ks.no/#x:y"}),
        ("a: '4601'\nb: ' x '\n", {"a": "4601", "b": " x "}),
        ("a:\n- b\n- '1'\nc: d\n", {"a": ["b", "1"], "c": "d"}),
        ("a:\n  - b\n  - c\n", {"a": ["b", "c"]}),
        ("a:\n  b: c\n\n  d:\n    e: f\ng: h\n", {"a": {"b": "c", "d": {"e": "f"}}, "g": "h"}),
        (
            "a:\n- b: c\n  d:\n  - e\n  - f: g\n- b: h\n",
            {"a": [{"b": "c", "d": ["e", {"f": "g"}]}, {"b": "h"}]},
        ),
        ("y: not\nnull: once\n", {"y": "not", "null": "once"}),
    ],
)
def test_what_is_read(text: str, expected: object) -> None:
    """Keys and values by lines, lists and mappings by indentation."""
    tree = read_yaml(text, positions=True)

    assert regular_mapping(text) == expected == tree.data == read_yaml(text).data
    assert (tree.problems, tree.plain, tree.empty) == ([], [], [])


@pytest.mark.parametrize(
    "text",
    [
        *("", "\n", "a\n", "- a\n", " a: b\n", "a:\n", "a: null\n", "a: ~\n", "a: ''\n"),
        *("a: b: c\n", "a: b #c\n", "a: b \n", "a: b\n c\n", "a: b\n  c: d\n", "a: b\n # c\n"),
        *("a: b\na: c\n", "a:\n- b\n a: c\n", "a:\n- - b\n", "a:\n-\n", "a:\n- b\n  - c\n"),
        *("a: {b: c}\n", "a: |\n  b\n", "a: >\n  b\n", "a: &x b\n", "a: *x\n", "a: b\n   \n"),
        *("a: []\n", "a: [b\n", "a: [b, ~]\n", "a: [b,c]\n", "a: [b, [c]]\n", "a: [b, null]\n"),
        *("a: [b] c\n", "a: ['b'c]\n", "a: [b: c]\n", "a: [b, 01]\n", "a: [-b]\n", "a: [b,]\n"),
        *("a: >-\n", "a: >-\nb: c\n", "a: >-\n\n  b\n", "a: >-\n  b\n   c\n"),
        *("a: >-\n  b\n\n  c\n", "a: >-\n  b \n", "a: >-\n  b\n c\n", "a:\n- b: >-\n  c\n"),
        *("a: >-\n  \u00a0b\n", "a: >-2\n", "a: >-\n   b\n  c: d\n", "a: >-\n  b\tc\n"),
        *("a: >-\n  b\n    \n", "a: >-\n  b\u0007\n", "a: b\u0007c\n", "a: b\u2028c\n"),
        *("a: !x b\n", 'a: "b\\n"\n', "a: 'b''c'\n", "a: 'b\n  c'\n", "'a': b\n", "A: b\n"),
        *("a: no\n", "a: Yes\n", "a: 0301\n", "a: 1.10\n", "a: 12:30\n", "a: 1_000\n", "a: 1e3\n"),
        *("a:\u00a0b\n", "a: b\u00a0\n", "a:\tb\n", "a: b\tc\n", "a: b\rc\n", "---\na: b\n"),
        *("a: b\u00adc\n", "a: b\n...\n", "? a\n: b\n", "a: b:\n", "a: -1\n", "a: .5\n"),
        *("a:\n  b: c\n d: e\n", "a:\n    b: c\n  d: e\n", "a:\n- b: c\n   d: e\n"),
        *("a:\nb: c\n", "a:\n- b\nc\n", "a: " + "b" * 200_000),
        "".join(f"{'  ' * depth}a:\n" for depth in range(12)) + f"{'  ' * 12}a: b\n",
    ],
)
def test_what_is_left_to_the_other_reader(text: str) -> None:
    """Whatever means something else, or nothing, or is a mistake."""
    assert regular_mapping(text) is None
