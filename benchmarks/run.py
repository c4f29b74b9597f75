"""`python -m benchmarks.run`: generate, run all cases in turn, print tables, write JSON.

For each N the three projects are written to a temporary folder, then the cases are run in
rounds, A B C A B C, so that a drift of the machine hits all of them alike. Read the ratios; the
seconds belong to the machine. Small sizes get four rounds more, because their times are short and
the cost of an item is a small difference between them; sizes of 10,000 and more get one round.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.budgets import verdicts
from benchmarks.cases import SYSTEMS, Case, all_cases, hugo
from benchmarks.measure import CommandError, run
from benchmarks.results import SizeResult, system_named, weigh
from benchmarks.serve_latency import PreviewError, listed, measure_latency
from benchmarks.tables import budget_table, growth_table, table, timing_table, weight_table

SIZES = "60,300,3000,22000"
MAX_SERVE_SIZE = 3_000
REPOSITORY = Path(__file__).resolve().parent.parent
PACKAGES = ("mkdocs", "mkdocs-material", "Markdown", "Jinja2", "pydantic", "PyYAML", "nh3")


def rounds(n: int, runs: int) -> int:
    """Return the number of rounds of a size."""
    if n >= 10_000:
        return 1
    return runs + 4 if n <= 300 else runs


def measure_size(n: int, count: int, cases: Sequence[Case], *, serve: bool) -> SizeResult:
    """Measure all cases at one N, in rounds, in a temporary folder that is removed afterwards."""
    result = SizeResult(n)
    names = list(dict.fromkeys(case.system.name for case in cases))
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        roots = {name: Path(folder) / name for name in names}
        for name, root in roots.items():
            _say(f"N = {n:,}: writing {name}")
            _generate(name, root, n)
        for turn in range(count):
            for case in cases:
                root = roots[case.system.name]
                case.prepare(root, n, turn)
                sample = run(case.command_in(root), root)
                result.samples.setdefault(case.name, []).append(sample)
                _say(f"N = {n:,} round {turn + 1}/{count}: {case.title} {sample.wall:.2f} s")
        for name, root in roots.items():
            system = system_named(name)
            if (root / system.site).is_dir():
                result.weights[name] = weigh(system, root, n)
        if serve and n <= MAX_SERVE_SIZE and "ours" in roots:
            _say(f"N = {n:,}: live preview")
            result.latencies = measure_latency(roots["ours"], n, system_named("ours"))
    return result


def _generate(name: str, root: Path, n: int) -> None:
    command = (sys.executable, "-m", "benchmarks.generate", name, str(root), str(n))
    subprocess.run(command, cwd=REPOSITORY, check=True)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def versions() -> dict[str, str]:
    """Return the versions of what is measured, and the kind of machine."""
    versions = {"Python": platform.python_version(), "cores": str(os.cpu_count())}
    versions["load at the start"] = f"{os.getloadavg()[0]:.2f}"
    for package in (*PACKAGES, "living-strategy"):
        try:
            versions[package] = version(package)
        except PackageNotFoundError:
            versions[package] = "not installed"
    answer = subprocess.run((hugo(), "version"), capture_output=True, text=True, check=True)
    versions["hugo"] = answer.stdout.split()[1].lstrip("v").partition("-")[0]
    return versions


def report(results: dict[int, SizeResult], cases: Sequence[Case], about: dict[str, str]) -> str:
    """Write everything as Markdown."""
    parts = ["# Benchmark", table(("what", "version"), about.items())]
    for n, result in results.items():
        parts += [f"## N = {n:,}", timing_table(result, cases), weight_table(result)]
        if result.latencies:
            seconds = listed(result.latencies)
            parts.append(f"Live preview, from saving to the new page (and a list): {seconds} s.")
    if len(results) > 1:
        parts += ["## CPU an item", growth_table(results, cases)]
    parts += ["## Budgets", budget_table(verdicts(results))]
    return "\n\n".join(parts)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.run", description=__doc__)
    parser.add_argument("--sizes", default=SIZES, help=f"numbers of items (default {SIZES})")
    parser.add_argument("--runs", type=int, default=3, help="rounds at 3,000 (default 3)")
    parser.add_argument("--json", type=Path, help="file to write all figures to")
    parser.add_argument("--serve", action="store_true", help="measure the live preview, too")
    parser.add_argument("--only", default="", help="names of cases or systems, by comma")
    return parser.parse_args()


def main() -> int:
    """Run the benchmark; 1 when a command failed. A missed budget is reported, not a failure."""
    arguments = _arguments()
    chosen = {name for name in arguments.only.split(",") if name}
    names = {system.name for system in SYSTEMS} | {case.name for case in all_cases()}
    if unknown := chosen - names:
        _say(f"unknown: {', '.join(sorted(unknown))}; known: {', '.join(sorted(names))}")
        return 2
    cases = [c for c in all_cases() if not chosen or {c.name, c.system.name} & chosen]
    sizes = sorted({int(size) for size in arguments.sizes.split(",")})
    about, results, start = versions(), {}, time.time()
    try:
        _say("warming up")
        measure_size(sizes[0], 1, cases, serve=False)
        for n in sizes:
            count = rounds(n, arguments.runs)
            results[n] = measure_size(n, count, cases, serve=arguments.serve)
    except (CommandError, PreviewError) as problem:
        _say(str(problem))
        return 1
    print(report(results, cases, about))
    _say(f"took {time.time() - start:.0f} s")
    if arguments.json:
        _write_json(arguments.json, about, results)
    return 0


def _write_json(path: Path, about: dict[str, str], results: dict[int, SizeResult]) -> None:
    budgets = [
        {"budget": v.title, "n": v.n, "limit": v.limit, "measured": v.measured,
         "unit": v.unit, "verdict": v.text}
        for v in verdicts(results)
    ]  # fmt: skip
    sizes = [result.as_json() for result in results.values()]
    content = {"about": about, "sizes": sizes, "budgets": budgets}
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
