"""Who keeps items on disk, and what they are kept under."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from living_strategy.adapters.item_prefetch import PACKAGE, keeping, reader_digest, without_keeping
from living_strategy.adapters.storage.text_cache import FOLDER, ITEMS
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
    "module", ["limits.py", "content/yaml/yaml_reader.py", "content/markdown/prose.py"]
)
def test_a_change_of_the_reader_makes_all_items_unknown(tmp_path: Path, module: str) -> None:
    """Every module that has a say in it is part of the key."""
    package = tmp_path / "living_strategy"
    shutil.copytree(PACKAGE / "content", package / "content")
    shutil.copy(PACKAGE / "limits.py", package)
    assert reader_digest(package) == reader_digest()

    with (package / module).open("a", encoding="utf-8") as file:
        file.write("\n")
    reader_digest.cache_clear()

    assert reader_digest(package) != reader_digest()
