"""The written documentation says what the code says, and its links lead somewhere.

`python tests/architecture/test_docs.py --update` writes docs/reference/tree.md anew.
"""

from __future__ import annotations

import ast
import os
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from living_strategy.adapters.cli.commands import COMMANDS

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "plugins" / "living_strategy"
TREE = ROOT / "docs" / "reference" / "tree.md"
DECISIONS = ROOT / "docs" / "decisions"
BEGINNING = """\
# The tree

One line a module: the first sentence of its docstring. After a change run
`python tests/architecture/test_docs.py --update`. The story that the modules tell is in
[Architecture](../architecture.md).
"""
# These run nothing of the program.
pytestmark = pytest.mark.no_cover
CURE = "run: python tests/architecture/test_docs.py --update"

# The order of the tree: the way data goes, then those who serve all. What is not here comes last.
STORY = (
    "diagnostics.py", "artifact.py", "settings", "partial_date.py", "limits.py", "language",
    "model", "palette", "content", "rules", "figures", "site", "exports", "forms", "build.py",
    "adapters", "__main__.py",
)  # fmt: skip
# Documents for people; docs/checks has a test of its own.
DOCUMENTS = sorted(
    path
    for pattern in (
        *("*.md", "docs/*.md", "docs/decisions/*.md", "docs/reference/*.md"),
        *("benchmarks/*.md", ".github/*.md", "plugins/*.md"),
    )
    for path in ROOT.glob(pattern)
)
RECORDS = sorted(DECISIONS.glob("[0-9]*.md"))
MAX_RECORD_LINES = 60
MAX_PICTURE_SIZE = 150_000
SECTIONS = ("Context", "Decision", "Reasons", "Rejected", "Consequences")

_FENCED = re.compile(r"^```.*?^```", re.M | re.S)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_PATH = re.compile(
    r"`((?:plugins|tools|tests|docs|strategy|goals|measures|projects|benchmarks|\.github|\.ci)/[\w./-]*)`"
)
_TARGET = re.compile(r"\bmake ([a-z]+(?:-[a-z]+)*)\b")
_COMMAND = re.compile(r"\bliving-strategy ([a-z]+(?:-[a-z]+)*)\b")


def summary(path: Path) -> str:
    """Return the first sentence of a module's docstring, on one line; empty when it has none."""
    text = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    first = " ".join(text.split("\n\n")[0].split())
    return re.split(r"(?<=[.!?])\s", first)[0]


def tree() -> str:
    """Return the package as a nested list, one line a module."""
    return "\n".join(_folder(PACKAGE, 0))


def _folder(folder: Path, depth: int) -> Iterator[str]:
    yield _line(f"{folder.name}/", folder / "__init__.py", depth)
    inside = [path for path in folder.iterdir() if _belongs(path)]
    for path in sorted(inside, key=_place):
        if path.is_dir():
            yield from _folder(path, depth + 1)
        else:
            yield _line(path.name, path, depth + 1)


def _line(name: str, module: Path, depth: int) -> str:
    words = summary(module)
    return f"{'  ' * depth}- `{name}`{' – ' if words else ''}{words}"


def _belongs(path: Path) -> bool:
    if path.is_dir():
        return (path / "__init__.py").exists()
    return path.suffix == ".py" and path.name != "__init__.py"


def _place(path: Path) -> tuple[int, str]:
    order = STORY if path.parent == PACKAGE else ()
    return (order.index(path.name) if path.name in order else len(order), path.name)


def page() -> str:
    """Return the page that holds the tree."""
    return f"{BEGINNING}\n{tree()}\n"


def update() -> None:
    """Write the page of today."""
    TREE.write_text(page(), "utf-8", newline="\n")


def _prose(document: Path) -> str:
    return _FENCED.sub("", document.read_text("utf-8"))


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_tree_equals_the_docstrings() -> None:
    """docs/reference/tree.md has one line a module: the first sentence of its docstring."""
    assert TREE.read_text("utf-8") == page(), CURE


def test_every_module_says_what_lives_in_it() -> None:
    """Each module of the package has a docstring; an empty `__init__.py` needs none."""
    silent = [
        _name(path)
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.read_text("utf-8").strip() and not summary(path)
    ]

    assert silent == []


def named(document: Path) -> set[Path]:
    """The files and folders that a document names: in relative links and pictures, and in backticks
    when the path begins with a folder of ours.
    """
    prose = _prose(document)
    targets = [target.partition("#")[0] for target in _LINK.findall(prose)]
    local = [target for target in targets if target and ":" not in target]
    paths = [
        *(document.parent / target for target in local),
        *map(ROOT.joinpath, _PATH.findall(prose)),
    ]
    return {Path(os.path.normpath(path)) for path in paths}


def test_the_package_is_told_by_itself() -> None:
    """Who meets the package on an index has neither our folders nor make: no link leads there."""
    readme = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["readme"]
    text = (ROOT / readme).read_text("utf-8")

    assert [target for target in _LINK.findall(text) if ":" not in target] == []
    assert _PATH.findall(text) == ["strategy/strategy.yml"]
    assert _TARGET.findall(text) == []


def is_content(path: Path) -> bool:
    """Whether editors decide what a file is called: tests/content knows those."""
    return path.relative_to(ROOT).parts[0] in ("strategy", "goals", "measures", "projects")


@pytest.mark.parametrize("document", DOCUMENTS, ids=_name)
def test_what_documents_name_is_there(document: Path) -> None:
    """Every file and folder, but for those of the content."""
    paths = {path for path in named(document) if not is_content(path)}

    assert [_name(path) for path in sorted(paths) if not path.exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=_name)
def test_named_commands_exist(document: Path) -> None:
    """Every make target and every command of the program that a document names is there."""
    text = document.read_text("utf-8")
    code = "\n".join([*_FENCED.findall(text), *re.findall(r"`[^`\n]+`", _prose(document))])
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.M))

    assert set(_TARGET.findall(code)) - targets == set()
    assert set(_COMMAND.findall(code)) - {command.name for command in COMMANDS} == set()


def test_every_record_is_in_the_index() -> None:
    """The index of decisions lists all records in order, and nothing else."""
    index = (DECISIONS / "README.md").read_text("utf-8")
    listed = re.findall(r"^\| \[\d{4}\]\(([\w-]+\.md)\)", index, re.M)

    assert listed == [path.name for path in RECORDS]


@pytest.mark.parametrize("record", RECORDS, ids=_name)
def test_record_is_short_and_complete(record: Path) -> None:
    """A record has its sections in order and fits on a screen or two."""
    text = record.read_text("utf-8")

    assert tuple(re.findall(r"^## (\w+)", text, re.M)) == SECTIONS
    assert len(text.splitlines()) < MAX_RECORD_LINES


def test_pictures_are_light() -> None:
    """A picture in the documentation can be opened on a phone."""
    pictures = list((ROOT / "docs" / "images").iterdir())

    assert [_name(path) for path in pictures if path.stat().st_size > MAX_PICTURE_SIZE] == []


if __name__ == "__main__":
    if sys.argv[1:] != ["--update"]:
        raise SystemExit(__doc__)
    update()
