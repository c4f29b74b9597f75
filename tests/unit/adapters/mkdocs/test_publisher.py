"""What is said when a site is there: where it is, and how to look at it."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from living_strategy.adapters.mkdocs.publisher import Publisher
from living_strategy.language import Language


@pytest.mark.parametrize(
    ("files", "command"), [((), "mkdocs serve"), (("Makefile",), "make serve")]
)
def test_where_the_site_is(
    files: tuple[str, ...], command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command is one that the folder has."""
    monkeypatch.chdir(tmp_path)
    for name in files:
        (tmp_path / name).touch()
    publication = SimpleNamespace(root=tmp_path, language=Language.load("en"))

    publisher = Publisher(cast("Any", None), cast("Any", publication), tmp_path / "out")

    assert publisher.whereabouts() == f"The site is in out. Look at it with “{command}”."
