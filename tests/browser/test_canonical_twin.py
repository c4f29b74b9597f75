"""The form in the browser writes the same bytes as `living-strategy format`."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest

from living_strategy.content.yaml.yaml_reader import control_character
from living_strategy.editing.canonical import canonical, style_of
from living_strategy.editing.style_data import style_data
from tests.browser.validators import written_in_browser
from tests.unit.editing.test_canonical_values import ODD

pytestmark = pytest.mark.browser

COUNT = 2_700
LETTERS = "aåB 0123:#-'\"[]{},\n\t&*!|>%@`.eExXoO_+~æøčđŋšŧž😀«»§/\\(–’“=<?\u00a0\u2003e\u0301ǅʰ中"
SORTS = ("measures/a.yml", "goals/a.yml", "projects/a.yml", "strategy/strategy.yml")
REGISTER = "strategy/registers/components.yml"


class Values:
    """Values at random, of every sort of field that a file can have."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def text(self) -> str:
        """Return a text that a file may hold."""
        while True:
            length = self.random.choice((3, 12, 40, 200))
            text = self.random.choice(
                (
                    self.random.choice(ODD),
                    "".join(self.random.choices(LETTERS, k=self.random.randint(1, length))),
                    " ".join(self.random.choices(ODD, k=self.random.randint(2, 6))),
                )
            )
            if text.strip() and control_character(text) is None:
                return text

    def value(self, depth: int = 3) -> Any:
        """Return a text, nothing, a list or a mapping."""
        sort = self.random.random()
        if depth and sort < 0.2:
            return [self.value(depth - 1) for _ in range(self.random.randint(0, 5))]
        if depth and sort < 0.35:
            names = self.random.sample(("date", "title", "x", "no", "a b", "note"), 3)
            return {name: self.value(depth - 1) for name in names}
        return None if sort < 0.4 else self.text()

    def fields(self, path: str) -> dict[str, Any]:
        """Return values for some fields of a sort of file, and for one that it does not have."""
        style = style_of(path)
        assert style is not None
        names = ["own", *style.fields]
        return {name: self.value() for name in self.random.sample(names, 6)}


def test_random_values(tmp_path: Path) -> None:
    """Whatever the fields hold, and in whatever order they come."""
    values = Values(11)
    texts: list[dict[str, Any]] = [
        {"style": path, "values": values.fields(path)}
        for path in (*SORTS, *SORTS, REGISTER)
        for _ in range(COUNT // 9)
        if path != REGISTER
    ]
    texts += [
        {"style": REGISTER, "values": {"b": values.value(), "a": values.fields("goals/a.yml")}}
        for _ in range(COUNT // 9)
    ]
    expected = [
        canonical(text["style"], json.dumps(text["values"], ensure_ascii=False).encode())
        for text in texts
    ]
    assert [result.left for result in expected if result.left] == []

    written = written_in_browser(styles_of(*SORTS, REGISTER), texts, tmp_path / "texts.json")

    assert written == [result.content.decode() for result in expected]


def styles_of(*paths: str) -> dict[str, Any]:
    """Return how files are written, as the form has it."""
    return {path: style_data(style) for path in paths if (style := style_of(path))}
