"""Measures how long collecting from 372 sites takes, a tenth of which do what no site should.

`python -m benchmarks.collect` serves the sites on this machine, collects twice, builds the site
once, and prints seconds. Nothing is fetched from elsewhere.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.local_sites import Answer, listed, local_catalogue, local_sites, misbehaving, sends

from living_strategy.content.loader import load
from living_strategy.content.source import DiskSource

ROOT = Path(__file__).parent.parent
CONTENT = ("strategy", "goals", "measures", "projects")
MEASURES = 60
"""About as many for each site as make 22,000 local items in all."""
BUDGET = 60


def main() -> int:
    """Print the seconds; end with 1 if collecting took more than a minute."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in CONTENT:
            shutil.copytree(ROOT / name, root / name)
        corpus = load(DiskSource(root)).corpus
        goals = [one for one, record in corpus.records.items() if record.entry.kind == "goal"]
        numbers = sorted(corpus.municipalities.by_number)
        with local_sites(_sites(numbers, goals)) as address:
            (root / "strategy/local-sites.yml").write_text(listed(address, numbers), "utf-8")
            first = _timed(root, "collect", "--allow-local")
            second = _timed(root, "collect", "--allow-local")
        built = _timed(root, "build")
    print(f"{len(numbers)} sites: {first:.1f} s the first time, {second:.1f} s the second")
    print(f"build with what was collected: {built:.1f} s")
    return int(max(first, second) > BUDGET)


def _sites(numbers: Sequence[str], goals: Sequence[str]) -> dict[str, Answer]:
    sites = {number: sends(local_catalogue(number, goals, measures=MEASURES)) for number in numbers}
    bad = list(misbehaving(local_catalogue("9999", goals)).values())
    return sites | {number: bad[at % len(bad)] for at, number in enumerate(numbers[::10])}


def _timed(root: Path, *arguments: str) -> float:
    start = time.perf_counter()
    program = (sys.executable, "-m", "living_strategy", *arguments, "--root", str(root))
    subprocess.run(program, check=True, capture_output=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
