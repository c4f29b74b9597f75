"""Reading, writing, asking the time and printing have homes; the layers hold."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "plugins" / "living_strategy"

# What a call or import may only be in: homes are modules or folders below the package.
READING = {"open", "read_text", "read_bytes"}
WRITING = {"write_text", "write_bytes", "mkdir", "unlink", "rename", "replace_file", "rmtree"}
CLOCK = {"now", "today", "utcnow", "time", "perf_counter"}
TERMINAL = {"print", "input", "getLogger", "echo"}
SURROUNDINGS = {"environ", "getenv"}
HOMES = {
    "adapters/": READING | WRITING | CLOCK | TERMINAL | SURROUNDINGS,
    "content/": READING,
    "site/assets.py": READING,
    "site/templates.py": READING,
    "__main__.py": set(),
}
MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))
HOSTS_OF_STATE = {"logging", "time", "socket", "subprocess", "sqlite3", "tempfile", "shutil"}


def _allowed(module: str) -> set[str]:
    return next((names for home, names in HOMES.items() if module.startswith(home)), set())


def _used(tree: ast.AST) -> Iterator[str]:
    """Names that are called, and attributes of modules that stand for the surroundings."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            function = node.func
            if isinstance(function, ast.Name):
                yield function.id
            elif isinstance(function, ast.Attribute):
                yield function.attr
        elif isinstance(node, ast.Attribute) and node.attr in SURROUNDINGS:
            yield node.attr


def _imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]


@pytest.mark.parametrize("module", MODULES)
def test_no_input_or_output_outside_its_homes(module: str) -> None:
    """Below adapters nobody prints, logs, writes or asks for the time; only content reads."""
    tree = ast.parse((PACKAGE / module).read_text("utf-8"))
    watched = READING | WRITING | CLOCK | TERMINAL | SURROUNDINGS

    assert set(_used(tree)) & watched - _allowed(module) == set()
    if not module.startswith("adapters/"):
        assert set(_imported(tree)) & HOSTS_OF_STATE == set()


def test_homes_exist() -> None:
    """A home that was renamed must not stay behind as a permission."""
    assert [home for home in HOMES if not (PACKAGE / home).exists()] == []


def test_contracts() -> None:
    """Layers, independence, acyclicity and forbidden imports hold (see .importlinter)."""
    command = [
        str(Path(sys.executable).with_name("lint-imports")), "--config",
        str(ROOT / ".importlinter"),
        "--no-cache", "--no-logo",
    ]  # fmt: skip
    path = {"PYTHONPATH": str(PACKAGE.parent), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(command, cwd=ROOT, env=path, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
