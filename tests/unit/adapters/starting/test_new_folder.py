"""A new folder has all of its files, or there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from living_strategy.adapters.starting.new_folder import is_free, move_into, write_new
from tests.integration.site_support import read_tree

FILES = {"README.md": b"hello\n", "strategy/strategy.yml": b"title: x\n"}
# A folder cannot lie in a file: the second one fails as on a disk that is full.
BROKEN = {**FILES, "strategy/strategy.yml/inner": b""}


@pytest.mark.parametrize(
    ("existing", "free"),
    [(None, True), ((), True), ((".git/HEAD",), True), (("x",), False), ((".hidden",), False)],
)
def test_free(existing: tuple[str, ...] | None, free: bool, tmp_path: Path) -> None:
    """A strategy begins where there is nothing, or nothing but an empty repository."""
    folder = tmp_path / "new"
    if existing is not None:
        folder.mkdir()
        for name in existing:
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).touch()

    assert is_free(folder) == free


def test_a_file_is_not_free(tmp_path: Path) -> None:
    """Nothing is written over a file."""
    (tmp_path / "file").touch()

    assert not is_free(tmp_path / "file")


@pytest.mark.parametrize("exists", [False, True])
def test_written(exists: bool, tmp_path: Path) -> None:
    """All files are there, and nothing beside the folder."""
    folder = tmp_path / "new"
    if exists:
        folder.mkdir()

    write_new(folder, FILES)

    assert read_tree(folder) == FILES
    assert list(tmp_path.iterdir()) == [folder]


@pytest.mark.parametrize("exists", [False, True])
def test_nothing_half_done(exists: bool, tmp_path: Path) -> None:
    """Where a file cannot be written there is none of them, and nothing is left beside."""
    folder = tmp_path / "new"
    if exists:
        folder.mkdir()

    with pytest.raises(OSError, match=r"inner|strategy.yml"):
        write_new(folder, BROKEN)

    assert list(tmp_path.rglob("*")) == ([folder] if exists else [])


def test_moved_back(tmp_path: Path) -> None:
    """When one cannot be moved, those before it are where they were."""
    stage, folder = tmp_path / "stage", tmp_path / "folder"
    for name in ("stage/a", "stage/b/new", "folder/b/old"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())

    with pytest.raises(OSError, match="not empty"):
        move_into(stage, folder)

    assert read_tree(tmp_path) == {
        name: name.encode() for name in ("folder/b/old", "stage/a", "stage/b/new")
    }
