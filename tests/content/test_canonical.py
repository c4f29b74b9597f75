"""The content of this repository is written in its canonical form."""

from __future__ import annotations

from pathlib import Path

import pytest

from living_strategy.adapters.cli import program
from living_strategy.content.yaml.yaml_reader import read_yaml
from living_strategy.editing.canonical import style_of
from tests.browser.validators import read_as_yaml12
from tests.integration.site_support import REPOSITORY
from tests.unit.editing.meaning import meaning


def test_no_file_would_change() -> None:
    """What one edits shows as what one edited; `living-strategy format` puts it right."""
    assert program.run(["format", "--check", "--root", str(REPOSITORY)]) == 0


@pytest.mark.browser
def test_it_says_the_same_in_yaml_12(tmp_path: Path) -> None:
    """Numbers and dates have the same digits there, and texts are texts."""
    texts = [
        file.read_text("utf-8").split("---\n")[1]
        for file in sorted(REPOSITORY.glob("*/*.md"))
        if style_of(file.relative_to(REPOSITORY).as_posix())
    ]
    assert len(texts) > 100

    for text, data in zip(texts, read_as_yaml12(texts, tmp_path / "texts.json"), strict=True):
        assert meaning(data) == meaning(read_yaml(text).data)
