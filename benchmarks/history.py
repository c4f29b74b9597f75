"""`python -m benchmarks.history`: how long it takes to read a history, beside `git log -p`.

A strategy of N items with twenty versions of each is written as a repository; then git prints all
differences of it, we read the history cold, warm, and after one more commit, and tell what that
commit changes for readers, beside a check, in turn.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.budgets import history_verdicts
from benchmarks.cases import edit_body
from benchmarks.measure import environment, run
from benchmarks.tables import budget_table, table

REPOSITORY = Path(__file__).resolve().parent.parent
TITLES = {
    "git": "git log -p", "cold": "history, cold", "warm": "history, warm",
    "commit": "history, after one commit", "check": "check", "review": "review of that commit",
}  # fmt: skip
COLUMNS = ("wall", "cpu", "other cpu", "own peak", "copy peak", "other peak")

Figures = Mapping[str, float]
"""What one run took, by the name of the column."""


def measure(root: Path, rounds: int) -> dict[str, Figures]:
    """Return the median of each quantity of each case."""
    measured = [_round(root, turn) for turn in range(rounds + 1)][1:]
    return {
        case: {
            column: statistics.median(figures[case].get(column, 0.0) for figures in measured)
            for column in COLUMNS
        }
        for case in TITLES
    }


def _round(root: Path, turn: int) -> Mapping[str, Figures]:
    git = _other(("git", "-C", str(root), "log", "-p"), root)
    shutil.rmtree(root / ".cache", ignore_errors=True)
    cold, warm = _read(root), _read(root)
    goal = min((root / "goals").iterdir())
    edit_body(goal, turn)
    message = f"Runde {turn}"
    identity = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    command = ("git", *identity, "commit", "--quiet", "--all", f"--message={message}")
    subprocess.run(command, cwd=root, check=True)
    after = _read(root)
    program = (sys.executable, "-m", "living_strategy", "--root", str(root))
    check = _other((*program, "check"), root)
    review = _other((*program, "review", "--base", "HEAD~1", "--head", "HEAD"), root)
    return {
        "git": git, "cold": cold, "warm": warm, "commit": after, "check": check, "review": review
    }  # fmt: skip


def _other(command: Sequence[str], root: Path) -> Figures:
    # The content of old versions has errors, of which a check tells by its exit code.
    sample = run(command, root, accepted=1)
    return {"wall": sample.wall, "other cpu": sample.cpu, "other peak": sample.peak}


def _read(root: Path) -> Figures:
    command = (sys.executable, "-m", "benchmarks.read_history", str(root))
    done = subprocess.run(
        command, cwd=REPOSITORY, env=environment(), stdout=subprocess.PIPE, check=True
    )
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def main() -> None:
    """Measure the sizes that are asked for, and print tables."""
    parser = argparse.ArgumentParser(prog="benchmarks.history", description=__doc__)
    parser.add_argument("--sizes", default="300,3000", help="numbers of items")
    parser.add_argument("--rounds", type=int, default=3, help="rounds (default 3)")
    parser.add_argument("--keep", type=Path, help="a folder that has, or gets, the repositories")
    arguments = parser.parse_args()
    results = {}
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        for n in sorted({int(size) for size in arguments.sizes.split(",")}):
            root = (arguments.keep or Path(folder)) / str(n)
            if not root.exists():
                command = (
                    sys.executable,
                    "-m",
                    "benchmarks.generate",
                    "history",
                    str(root),
                    str(n),
                )
                subprocess.run(command, cwd=REPOSITORY, check=True)
            results[n] = measure(root, arguments.rounds)
            rows = [
                (TITLES[case], *(f"{figures[column]:.2f}" for column in COLUMNS))
                for case, figures in results[n].items()
            ]
            header = (
                "case",
                "wall s",
                "CPU s",
                "CPU of others s",
                "peak MB",
                "of the copy",
                "of others",
            )
            print(f"## N = {n:,}\n\n{table(header, rows)}\n", flush=True)
    print(f"## Budgets\n\n{budget_table(history_verdicts(results))}")


if __name__ == "__main__":
    main()
