"""A small strategy on disk, and the program over it: in this process, or as one of its own."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from living_strategy.adapters.cli import program as command_line
from tests.integration.processes import PATIENCE
from tests.integration.site_support import leave_out_search
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
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the program in a folder, in this process, and returns exit code and output."""

    def run_program(
        folder: Path, *arguments: str, **changes: str
    ) -> subprocess.CompletedProcess[str]:
        wanted = environment(**changes)
        capsys.readouterr()
        with monkeypatch.context() as patch:
            patch.chdir(folder)
            for name in os.environ.keys() - wanted.keys():
                patch.delenv(name)
            for name, value in wanted.items():
                patch.setenv(name, value)
            code = command_line.run(arguments)
        said = capsys.readouterr()
        return subprocess.CompletedProcess(arguments, code, said.out, said.err)

    return run_program


@pytest.fixture
def without_search(monkeypatch: pytest.MonkeyPatch) -> None:
    """Plain builds in this process make no search index, which is most of their time."""
    leave_out_search(monkeypatch)


@pytest.fixture
def run_process() -> Run:
    """Runs the program in a folder as a process of its own, and returns the same."""

    def run_program(
        folder: Path, *arguments: str, **changes: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*program(), *arguments],
            cwd=folder,
            env=environment(**changes),
            timeout=PATIENCE,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run_program
