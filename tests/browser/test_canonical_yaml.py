"""The canonical form in the YAML of web forms and other languages, which is YAML 1.2."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest
import yaml

from living_strategy.content.yaml.yaml_reader import control_character, read_yaml
from living_strategy.editing.canonical import canonical
from tests.browser.validators import read_as_yaml12
from tests.unit.editing.meaning import meaning
from tests.unit.editing.test_canonical_values import ODD

pytestmark = pytest.mark.browser

COUNT = 2_000
LETTERS = "ab 0123:#-'\"[]{},\n\t&*!|>%@`.eExXoO_+~æøåčđŋšŧž😀«»§/\\"


def test_values_are_the_same_for_all(tmp_path: Path) -> None:
    """Whatever is written as text is text for YAML 1.1, for YAML 1.2 and for us."""
    random = Random(7)
    values = [
        *ODD,
        *("".join(random.choices(LETTERS, k=random.randint(1, 12))) for _ in range(COUNT)),
    ]
    texts = []
    expected = []
    for value in values:
        if not value.strip() or control_character(value):
            continue
        data = {"title": value, "goals": [value, "a"], "note": value, "unknown": [{"a": value}]}
        before = json.dumps(data, ensure_ascii=False).encode()
        texts.append(canonical("measures/a.yml", before).content.decode())
        expected.append(meaning(data))

    assert [meaning(data) for data in read_as_yaml12(texts, tmp_path / "texts.json")] == expected
    assert [meaning(yaml.safe_load(text)) for text in texts] == expected
    assert [meaning(read_yaml(text).data) for text in texts] == expected
