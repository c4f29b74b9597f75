"""The sources of scripts and styles: their own tests, their types, and the rules they keep to."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.browser.validators import node

ROOT = Path(__file__).parents[2]
PROGRAMS = ROOT / "tests" / "node_modules"
ASSETS = "plugins/living_strategy/assets"


def run(*arguments: str) -> str:
    """What a program of Node says when it finds fault; empty when it finds none."""
    done = subprocess.run(
        [node(), *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr if done.returncode else ""


def test_parts_of_scripts() -> None:
    """What knows no page does what it says (tests/web/*.test.mjs)."""
    files = sorted(path.as_posix() for path in Path(__file__).parent.glob("*.test.mjs"))

    assert len(files) >= 2
    assert run("--test", *files) == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ("typescript/bin/tsc", "--project", "tests/tsconfig.json"),
        ("eslint/bin/eslint.js", "-c", "tests/eslint.config.mjs", f"{ASSETS}/scripts", "tests/web"),
        (
            "stylelint/bin/stylelint.mjs",
            *("--config", "tests/stylelint.config.mjs", f"{ASSETS}/styles/**/*.css"),
        ),
    ],
    ids=["types", "scripts", "styles"],
)
def test_rules(arguments: tuple[str, ...]) -> None:
    """Types are right (`tsc --checkJs`, strict); eslint and stylelint find nothing."""
    program, *rest = arguments

    assert run(str(PROGRAMS / program), *rest) == ""
