"""The content of this repository is written in its canonical form."""

from __future__ import annotations

from pathlib import Path

import pytest

from living_strategy.adapters.cli import program
from living_strategy.content.yaml.yaml_reader import read_yaml
from living_strategy.editing.canonical import style_of
from tests.browser.test_canonical_twin import styles_of
from tests.browser.validators import read_as_yaml12, written_in_browser
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


@pytest.mark.browser
def test_the_form_gives_every_file_back(tmp_path: Path) -> None:
    """What is opened and saved in the form and not changed is the same in every byte."""
    files = [path.relative_to(REPOSITORY).as_posix() for path in REPOSITORY.glob("[gmps]*/**/*.*")]
    paths = sorted(path for path in files if style_of(path))
    texts = [(REPOSITORY / path).read_bytes().decode() for path in paths]
    assert len(paths) > 120

    opened = [{"style": path, "content": text} for path, text in zip(paths, texts, strict=True)]

    assert written_in_browser(styles_of(*paths), opened, tmp_path / "texts.json") == texts
