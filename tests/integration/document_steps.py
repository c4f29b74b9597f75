"""Documents that are followed to the letter: the files they show, the commands, the answers."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.integration.processes import PATIENCE
from tests.integration.site_support import HERE, environment

_STEP = re.compile(r"^(?:<!-- (.*?) -->\n)?```(\w+)\n(.*?)^```$", re.M | re.S)
FILE = "file: "


@dataclass(frozen=True)
class Step:
    """A block of a document with the mark above it: what is done with it."""

    mark: str
    language: str
    text: str


def steps_of(document: Path) -> list[Step]:
    """All blocks of a document."""
    return [Step(*parts) for parts in _STEP.findall(document.read_text("utf-8"))]


def follow(steps: list[Step], folder: Path, **variables: str) -> Path:
    """Write each file and run each command in turn; the answers are those that are shown. Gives the
    folder that the terminal is in at the end.
    """
    said = ""
    for step in steps:
        if step.mark.startswith(FILE):
            path = folder / step.mark.removeprefix(FILE)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(step.text, "utf-8")
        elif step.language == "sh" and step.mark.startswith("run"):
            code, said, folder = _run(step.text, folder, variables)
            assert code == ("errors" in step.mark), f"{step.text}\n{said}"
        elif step.mark == "answer":
            assert said == step.text
    return folder


def _run(commands: str, folder: Path, variables: Mapping[str, str]) -> tuple[int, str, Path]:
    """Run lines as a terminal does; gives exit code, output, and the folder it is in afterwards."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    left = folder.parent / "folder-of-the-terminal"
    done = subprocess.run(
        ["sh", "-e"],
        input=f"trap 'pwd > \"{left}\"' EXIT\n{commands}",
        cwd=folder,
        env=environment(PATH=path, **HERE, **variables),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    return done.returncode, done.stdout, Path(left.read_text("utf-8").strip())
