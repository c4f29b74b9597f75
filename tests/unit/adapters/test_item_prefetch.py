"""Who keeps items on disk, and what they are kept under."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from living_strategy.adapters.code_digest import (
    COMPARISON,
    PACKAGE,
    READERS,
    code_digest,
)
from living_strategy.adapters.item_prefetch import keeping, without_keeping
from living_strategy.adapters.storage.database import FOLDER
from living_strategy.adapters.storage.text_cache import ITEMS
from living_strategy.content.loader import load
from living_strategy.content.source import DiskSource
from tests.conftest import Content


def test_builds_keep_items_and_checks_use_them(content: Content) -> None:
    """A check writes nothing, whether there is a cache or not."""
    root = content({})
    source, kept = DiskSource(root), root / FOLDER / ITEMS
    first = load(source, without_keeping(root))
    assert not (root / ".cache").exists()

    assert load(source, keeping(root)).corpus == first.corpus
    size = kept.stat().st_size
    (root / "goals" / "nytt.yml").write_text("title: Nytt\n", "utf-8")
    before = kept.read_bytes()

    assert load(source, without_keeping(root)).corpus != first.corpus
    assert kept.read_bytes() == before
    load(source, keeping(root))
    assert kept.read_bytes() != before
    assert kept.stat().st_size >= size


@pytest.mark.parametrize(
    ("module", "parts"),
    [
        ("limits.py", READERS),
        ("content/yaml/yaml_reader.py", READERS),
        ("content/markdown/prose.py", READERS),
        ("content/versions.py", COMPARISON),
        ("history/compare.py", COMPARISON),
        ("model/goal.py", COMPARISON),
    ],
)
def test_a_change_of_the_reader_makes_all_items_unknown(
    tmp_path: Path, module: str, parts: tuple[str, ...]
) -> None:
    """Every module that has a say in what is kept is part of the key."""
    package = tmp_path / "living_strategy"
    package.mkdir()
    for part in parts:
        if (PACKAGE / part).is_dir():
            shutil.copytree(PACKAGE / part, package / part)
        else:
            shutil.copy(PACKAGE / part, package)
    assert code_digest(parts, package) == code_digest(parts)

    with (package / module).open("a", encoding="utf-8") as file:
        file.write("\n")
    code_digest.cache_clear()

    assert code_digest(parts, package) != code_digest(parts)
