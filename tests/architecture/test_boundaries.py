"""Reading, writing, asking the time and printing have homes; the layers hold."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "plugins" / "living_strategy"
# These run next to nothing of the program.
pytestmark = pytest.mark.no_cover

# What a call or import may only be in: homes are modules or folders below the package.
READING = {"open", "read_text", "read_bytes"}
WRITING = {"write_text", "write_bytes", "mkdir", "unlink", "rename", "replace_file", "rmtree"}
CLOCK = {"now", "today", "utcnow", "time", "perf_counter"}
TERMINAL = {"print", "input", "getLogger", "echo"}
SURROUNDINGS = {"environ", "getenv"}
HOMES = {
    "adapters/": READING | WRITING | CLOCK | TERMINAL | SURROUNDINGS,
    "content/source.py": READING,
    "language/catalogue.py": READING,
    # Data that comes with the package.
    "content/municipalities.py": READING,
    "content/records/search_words.py": READING,
    "site/assets.py": READING,
    "site/scripts.py": READING,
    "site/styles.py": READING,
    "site/templates.py": READING,
    "starting/files.py": READING,
    "__main__.py": set(),
}
# What looks at a disk without reading a file: functions of modules, and methods of paths.
LOOKING = {
    "absolute", "exists", "expanduser", "getcwd", "getsize", "glob", "is_dir", "is_file",
    "is_symlink", "isdir", "isfile", "islink", "iterdir", "lexists", "listdir", "lstat", "readlink",
    "realpath", "resolve", "rglob", "samefile", "scandir", "stat", "walk",
}  # fmt: skip
DISKS = {"codecs", "fileinput", "glob", "io", "os", "pathlib", "shutil", "stat"}
MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))
HOSTS_OF_STATE = {"logging", "time", "socket", "subprocess", "sqlite3", "tempfile", "shutil"}


@cache
def _tree(module: str) -> ast.Module:
    """Parse a module once; more than one rule looks at it."""
    return ast.parse((PACKAGE / module).read_text("utf-8"))


def _allowed(module: str) -> set[str]:
    return next((names for home, names in HOMES.items() if module.startswith(home)), set())


def _used(tree: ast.AST) -> Iterator[str]:
    """Yield the names called that are not ours, and attributes of modules of the surroundings."""
    own_names = _imported_from_us(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            function = node.func
            if isinstance(function, ast.Name) and function.id not in own_names:
                yield function.id
            elif isinstance(function, ast.Attribute) and not _is_self(function.value):
                yield function.attr
        elif isinstance(node, ast.Attribute) and node.attr in SURROUNDINGS:
            yield node.attr


def _is_self(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "self"


def _imported_from_us(tree: ast.AST) -> set[str]:
    """Return names imported from modules of the package, which are checked there."""
    return {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(PACKAGE.name)
        for alias in node.names
    }


def _imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]


@pytest.mark.parametrize("module", MODULES)
def test_no_input_or_output_outside_its_homes(module: str) -> None:
    """Below adapters nobody prints, logs, writes or asks for the time; sources of content, data
    of the package and templates are read in few places.
    """
    tree = _tree(module)
    watched = READING | WRITING | CLOCK | TERMINAL | SURROUNDINGS

    assert set(_used(tree)) & watched - _allowed(module) == set()
    if not module.startswith("adapters/"):
        assert set(_imported(tree)) & HOSTS_OF_STATE == set()


@pytest.mark.parametrize("module", [module for module in MODULES if module.startswith("content/")])
def test_content_knows_no_disk(module: str) -> None:
    """Only one module knows that content may lie on a disk; two more find data of the package
    beside themselves.
    """
    tree = _tree(module)
    names_and_imports = {*_used(tree)} & (LOOKING | READING), {*_imported(tree)} & DISKS

    if module == "content/source.py":
        looking = {"is_dir", "is_file", "is_symlink", "islink", "lstat", "resolve", "scandir"}
        assert names_and_imports == (looking | {"open"}, {"os", "pathlib", "stat"})
    elif _allowed(module):
        assert names_and_imports == ({"read_text"}, {"pathlib"})
    else:
        assert names_and_imports == (set(), set())


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
    process = subprocess.run(
        command, cwd=ROOT, env=path, capture_output=True, text=True, check=False
    )

    assert process.returncode == 0, process.stdout + process.stderr
