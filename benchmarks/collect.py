"""Measures how long collecting from 372 sites takes, a tenth of which do what no site should.

`python -m benchmarks.collect` serves the sites on this machine, collects twice, builds the site
without what was collected and with it, and prints seconds and the largest page of the overview.
Nothing is fetched from elsewhere.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.local_sites import Answer, listed, local_catalogue, local_sites, misbehaving, sends

from living_strategy.content.loader import load
from living_strategy.content.source import DiskSource
from living_strategy.model import Goal
from living_strategy.model.entry_fields import decided_hash

ROOT = Path(__file__).parent.parent
CONTENT = ("strategy", "goals", "measures", "projects")
MEASURES = 60
"""About as many for each site as make 22,000 local items in all."""
BUDGET, MAX_PAGE, KB = 60, 250, 1_000
"""Seconds for collecting, and kB for a page."""
OVERVIEW = "lokale-strategier"
LONG = "Et tiltak med en lang tittel & <tegn> " * 5
"""Longer than the title that is kept, of letters that weigh more in HTML."""


def main() -> int:
    """Print what was measured; end with 1 if collecting took more than a minute, or a page of the
    overview weighs more than it may.
    """
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in CONTENT:
            shutil.copytree(ROOT / name, root / name)
        corpus = load(DiskSource(root)).corpus
        entries = (record.entry for record in corpus.records.values())
        goals = {entry.id: decided_hash(entry) for entry in entries if isinstance(entry, Goal)}
        numbers = sorted(corpus.municipalities.by_number)
        without = _timed(root, "build")
        with local_sites(_sites(numbers, goals)) as address:
            (root / "strategy/local-sites.yml").write_text(listed(address, numbers), "utf-8")
            first = _timed(root, "collect", "--allow-local")
            second = _timed(root, "collect", "--allow-local")
        built = _timed(root, "build")
        pages = list((root / "site" / OVERVIEW).rglob("*.html"))
        largest = max(page.stat().st_size for page in pages) / KB
    print(f"{len(numbers)} sites: {first:.1f} s the first time, {second:.1f} s the second")
    print(f"build without what was collected {without:.1f} s, with it {built:.1f} s")
    print(f"{len(pages)} pages of the overview, the largest {largest:.0f} kB")
    return int(max(first, second) > BUDGET or largest > MAX_PAGE)


def _sites(numbers: Sequence[str], goals: Mapping[str, str]) -> dict[str, Answer]:
    """Return a site for each number, of which every third has judged what is in force; all have
    texts as long as they are kept.
    """
    ids = list(goals)
    sites = {
        number: sends(
            local_catalogue(
                number,
                ids,
                title=f"{number} {LONG}",
                measures=MEASURES,
                judged={} if at % 3 else goals,
            )
        )
        for at, number in enumerate(numbers)
    }
    bad = list(misbehaving(local_catalogue("9999", ids)).values())
    return sites | {number: bad[at % len(bad)] for at, number in enumerate(numbers[::10])}


def _timed(root: Path, *arguments: str) -> float:
    start = time.perf_counter()
    program = (sys.executable, "-m", "living_strategy", *arguments, "--root", str(root))
    subprocess.run(program, check=True, capture_output=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
