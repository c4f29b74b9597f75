"""The guard that keeps tests of the program off the content of this repository."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.content_guard import FOLDERS, REPOSITORY, ContentReadError

WAYS: dict[str, Callable[[Path], object]] = {
    "path": lambda path: path.read_text("utf-8"),
    "system": lambda path: os.open(str(path), os.O_RDONLY),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("folder", FOLDERS)
def test_content_is_not_read(folder: str, way: str) -> None:
    """No file of a content folder can be opened in a test outside tests/content."""
    file = next(path for path in (REPOSITORY / folder).iterdir() if path.is_file())

    with pytest.raises(ContentReadError):
        WAYS[way](file)


def test_everything_else_is_read() -> None:
    """Neither the program nor the tests are content."""
    assert (REPOSITORY / "README.md").read_text("utf-8")
    assert (REPOSITORY / "tests" / "content" / "ordliste.txt").read_text("utf-8")
