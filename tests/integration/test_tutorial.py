"""docs/tutorial.md works as it is written: files, commands and what they answer."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.integration.processes import PATIENCE
from tests.integration.site_support import HERE, environment
from tests.pins import ROOT

DOCUMENT = ROOT / "docs" / "tutorial.md"
_STEP = re.compile(r"^(?:<!-- (.*?) -->\n)?```(\w+)\n(.*?)^```$", re.M | re.S)


@dataclass(frozen=True)
class Step:
    """A block of the document with the mark above it: what is done with it."""

    mark: str
    language: str
    text: str


def _steps() -> Iterator[Step]:
    for mark, language, text in _STEP.findall(DOCUMENT.read_text("utf-8")):
        yield Step(mark, language, text)


def _run(commands: str, folder: Path) -> tuple[int, str, Path]:
    """Run lines as a terminal does; gives exit code, output, and the folder it is in afterwards."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    left = folder.parent / "folder-of-the-terminal"
    done = subprocess.run(
        ["sh", "-e"],
        input=f"trap 'pwd > \"{left}\"' EXIT\n{commands}",
        cwd=folder,
        env=environment(PATH=path, **HERE),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    return done.returncode, done.stdout, Path(left.read_text("utf-8").strip())


def test_every_block_is_marked() -> None:
    """A command without a mark would be run by nobody."""
    marks = {"sh": {"install", "run", "run, finds errors"}, "text": {"answer"}}
    wrong = [
        step.text
        for step in _steps()
        if step.mark not in marks.get(step.language, ()) and not step.mark.startswith("file: ")
    ]

    assert wrong == []


def test_the_program_is_installed_as_elsewhere() -> None:
    """`make install` is run by test_set_up.py; here the environment of the tests stands for it."""
    (install,) = [step.text for step in _steps() if step.mark == "install"]

    assert install == "make install\n. .venv/bin/activate\n"


@pytest.mark.site
def test_the_tutorial_works(tmp_path: Path) -> None:
    """Each file is written and each command run in turn; the answers are those that are shown."""
    folder = tmp_path / "clone"
    folder.mkdir()
    code, said = 0, ""
    for step in _steps():
        if step.mark.startswith("file: "):
            path = folder / step.mark.removeprefix("file: ")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(step.text, "utf-8")
        elif step.language == "sh" and step.mark != "install":
            code, said, folder = _run(step.text, folder)
            assert code == ("errors" in step.mark), f"{step.text}\n{said}"
        elif step.mark == "answer":
            assert said == step.text

    site = tmp_path / "storvik" / "site"
    assert folder == site.parent
    made = ("index.html", "areas/good-services/index.html", "goals/short-waits/index.html")
    assert [name for name in made if not (site / name).is_file()] == []
