"""Parts of a file exchanged: whatever stands around them is the same in every byte."""

from __future__ import annotations

import pytest

from living_strategy.editing.data import at, placed
from living_strategy.editing.file_parts import appended, source_of, with_body, with_texts


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_text_in_a_place(end: str) -> None:
    """Also inside quotation marks; places later on a line are not moved by earlier ones."""
    content = b"\xef\xbb\xbf" + f"a: b{end}'b': [[b]], [[b]]{end}".encode()
    texts = {
        (1, 4): ("b", "cc"),
        (2, 1): ("b", "dd"),
        (2, 6): ("[[b]]", "E"),
        (2, 13): ("[[b]]", ""),
    }

    assert with_texts(content, texts) == b"\xef\xbb\xbf" + f"a: cc{end}'dd': E, {end}".encode()


def test_another_text_in_that_place() -> None:
    """Nothing is guessed."""
    with pytest.raises(LookupError):
        with_texts(b"a: b\n", {(1, 4): ("c", "d")})


def test_lines_at_the_end() -> None:
    """They end as the others do, below the last line that says something."""
    assert appended(b"a: b\r\n\r\n", "c: d\n") == b"a: b\r\nc: d\r\n"
    assert appended(b"a: b", "c: d\n") == b"a: b\nc: d\n"
    assert appended(b"", "c: d\n") == b"c: d\n"


@pytest.mark.parametrize("front", ["---\na: b\n---", "---\n---", "---\na: b\n..."])
def test_another_body(front: str) -> None:
    """The front matter is as it was, and a body that is empty leaves no blank line."""
    content = f"{front}\n\nEn tekst.\n".encode()
    source = source_of("goals/a.md", content)
    assert source is not None

    assert with_body(content, source, "\nTo.\n\n") == f"{front}\n\nTo.\n".encode()
    assert with_body(content, source, " ") == f"{front}\n".encode()


def test_data_with_a_value_somewhere() -> None:
    """What is missing on the way is made, what is empty goes, and nothing else is touched."""
    data = {"a": {"b": ["1", {"c": "2"}]}, "d": "e"}

    assert placed(data, ("a", "b", 1, "c"), "3") == {"a": {"b": ["1", {"c": "3"}]}, "d": "e"}
    assert placed(data, ("a", "b", 1, "c"), None) == {"a": {"b": ["1"]}, "d": "e"}
    assert placed(data, ("a", "b"), []) == {"d": "e"}
    assert placed(data, ("d", "f"), "g") == {**data, "d": {"f": "g"}}
    assert placed(data, ("x", 0), "g") == {**data, "x": ["g"]}
    assert data == {"a": {"b": ["1", {"c": "2"}]}, "d": "e"}
    assert at(data, ("a", "b", 7)) is None
    assert at(data, ("d", "f")) is None
    assert at(data, ("d", 0)) is None
