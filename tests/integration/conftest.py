"""A small strategy on disk, and the program as a process over it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.integration.site_fixtures import (  # noqa: F401
    core_only,
    plain_site,
    quick_builds,
    real_site,
    small_site,
    wheel,
    with_mkdocs,
    with_properdocs,
)
from tests.integration.small_strategy import FILES, environment, program

Run = Callable[..., subprocess.CompletedProcess[str]]
Write = Callable[[Mapping[str, str]], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes files below a folder of its own and returns the folder."""

    def write_files(files: Mapping[str, str]) -> Path:
        for name, text in files.items():
            path = tmp_path / "strategi" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return tmp_path / "strategi"

    return write_files


@pytest.fixture
def strategy(write: Write) -> Path:
    """A strategy without errors and warnings."""
    return write(FILES)


@pytest.fixture
def run() -> Run:
    """Runs the program in a folder and returns exit code and output."""

    def run_program(
        folder: Path, *arguments: str, **changes: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*program(), *arguments],
            cwd=folder,
            env=environment(**changes),
            timeout=60,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run_program
