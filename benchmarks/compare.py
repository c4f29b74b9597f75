"""`python -m benchmarks.compare N`: what our site and the peer in Hugo consist of, side by side.

Both are built of the same N entries in a temporary folder. A family is what lies below the same
folder of the site in files of the same sort. Links are those of HTML, rows those of CSV, events
those of calendars.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from benchmarks.cases import all_cases
from benchmarks.generate import WRITERS
from benchmarks.measure import run
from benchmarks.tables import MISSING, table

MB = 1_000_000
COUNTED = {".html": b"<a ", ".csv": b"\n", ".ics": b"BEGIN:VEVENT"}
"""By which a link, a row or an event is counted."""
BUILDS = ("ours-cold", "hugo-cold")


@dataclass(slots=True)
class Family:
    """Files of one sort below one folder of a site: how many, their bytes, and what they list."""

    files: int = 0
    size: int = 0
    listed: int = 0

    def add(self, suffix: str, content: bytes) -> None:
        """Count one file."""
        self.files += 1
        self.size += len(content)
        if mark := COUNTED.get(suffix):
            self.listed += content.count(mark)


def families(site: Path) -> dict[str, Family]:
    """Return the families of a built site by name, such as `tiltak html`."""
    found: dict[str, Family] = {}
    for path in site.rglob("*"):
        if path.is_file():
            name = family_of(PurePosixPath(path.relative_to(site)))
            found.setdefault(name, Family()).add(path.suffix, path.read_bytes())
    return found


def family_of(path: PurePosixPath) -> str:
    """Name the family of a file by the folder below the root and the end of its name."""
    folder = path.parts[0] if len(path.parts) > 1 else "/"
    return f"{folder} {path.suffix.removeprefix('.') or path.name}"


def build(case_name: str, root: Path, n: int) -> Path:
    """Generate and build the project of a case below `root`; return the folder of its site."""
    case = next(case for case in all_cases() if case.name == case_name)
    project = root / case.system.name
    WRITERS[case.system.name](project, n)
    case.prepare(project, n, 0)
    run(case.command_in(project), project)
    return project / case.system.site


def comparison(ours: Mapping[str, Family], theirs: Mapping[str, Family]) -> str:
    """Write the families of both, the heaviest of ours first, and their sums."""
    names = sorted({*ours, *theirs}, key=lambda name: (-_of(ours, name).size, name))
    rows = [_row(name, ours.get(name), theirs.get(name)) for name in names]
    rows.append(_row("all", _sum(ours), _sum(theirs)))
    header = ("family", "files", "Hugo's", "MB", "Hugo's", "Hugo's MB to ours",
              "links, rows, events", "Hugo's")  # fmt: skip
    return table(header, rows)


def _of(site: Mapping[str, Family], name: str) -> Family:
    return site.get(name) or Family()


def _sum(site: Mapping[str, Family]) -> Family:
    return Family(*(sum(values) for values in zip(
        *((family.files, family.size, family.listed) for family in site.values()), strict=True
    )))  # fmt: skip


def _row(name: str, ours: Family | None, theirs: Family | None) -> tuple[str, ...]:
    both = (ours, theirs)
    ratio = f"{theirs.size / ours.size:.2f}" if ours and theirs and ours.size else MISSING
    return (
        name,
        *(str(family.files) if family else MISSING for family in both),
        *(f"{family.size / MB:.2f}" if family else MISSING for family in both),
        ratio,
        *(f"{family.listed:,}" if family and family.listed else MISSING for family in both),
    )


def main() -> int:
    """Build both and print the table; 1 if a family of pages has fewer files in the peer."""
    parser = argparse.ArgumentParser(prog="benchmarks.compare", description=__doc__)
    parser.add_argument("n", type=int, help="number of items")
    n = parser.parse_args().n
    with tempfile.TemporaryDirectory(prefix="compare-") as folder:
        ours, theirs = (families(build(name, Path(folder), n)) for name in BUILDS)
    print(f"N = {n:,}\n\n{comparison(ours, theirs)}")
    return int(bool(lacking(ours, theirs)))


def lacking(ours: Mapping[str, Family], theirs: Mapping[str, Family]) -> list[str]:
    """Return the families of pages of which the peer has fewer than we."""
    return [
        name
        for name, family in ours.items()
        if name.endswith(" html") and _of(theirs, name).files < family.files
    ]


if __name__ == "__main__":
    sys.exit(main())
