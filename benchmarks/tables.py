"""Markdown tables of the results."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from benchmarks.budgets import Verdict
from benchmarks.cases import Case
from benchmarks.results import SizeResult, cpu_growth, cpu_per_item

KB = 1_000
MISSING = "–"
RATIOS = ("plain-cold", "hugo-cold", "hugo-edit")


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a Markdown table whose columns, except the first, are numbers."""
    rule = ["---", *("---:" for _ in header[1:])]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (header, rule, *rows))


def timing_table(result: SizeResult, cases: Sequence[Case]) -> str:
    """Write the medians of each case at one N, and the ratio of its seconds to each peer's."""
    header = ("case", "runs", "wall s", "CPU s", "peak MB")
    rows = []
    for case in cases:
        sample = result.median(case.name)
        if sample is None:
            continue
        peers = (result.median(name) for name in RATIOS)
        rows.append((
            case.title, str(len(result.samples[case.name])), f"{sample.wall:.2f}",
            f"{sample.cpu:.2f}", f"{sample.peak:.0f}",
            *(f"{sample.wall / peer.wall:.2f}" if peer else MISSING for peer in peers),
        ))  # fmt: skip
    return table((*header, *(f"to {name}" for name in RATIOS)), rows)


def weight_table(result: SizeResult) -> str:
    """Write the bytes of HTML of each system's site at one N."""
    rows = [
        (name, str(weight.pages), f"{weight.item_mean / KB:.1f}", f"{weight.item_max / KB:.1f}",
         f"{weight.any_max / KB:.0f}", weight.heaviest, f"{weight.place_max / KB:.1f}",
         f"{weight.places / KB:.1f} ({weight.places_sent / KB:.1f})",
         f"{weight.total / KB / KB:.1f}")
        for name, weight in result.weights.items()
    ]  # fmt: skip
    header = (
        "site", "pages", "item page, mean kB", "item page, max kB", "any page, max kB",
        "heaviest page", "municipality, max kB", "their list with map, kB (compressed)",
        "all HTML, MB",
    )  # fmt: skip
    return table(header, rows)


def growth_table(results: dict[int, SizeResult], cases: Sequence[Case]) -> str:
    """Write the CPU milliseconds per item, start-up subtracted, also relative to N = 300."""
    sizes = [n for n in results if n != min(results)]
    rows = []
    for case in cases:
        cells = []
        for n in sizes:
            cost, growth = cpu_per_item(results, case.name, n), cpu_growth(results, case.name, n)
            text = MISSING if cost is None else f"{cost * 1000:.2f}"
            cells.append(text if growth is None else f"{text} ({growth:.2f})")
        if any(cell != MISSING for cell in cells):
            rows.append((case.title, *cells))
    return table(("CPU ms an item (to N = 300)", *(f"N = {n:,}" for n in sizes)), rows)


def budget_table(verdicts: Sequence[Verdict]) -> str:
    """Write the budgets with limit, measured value and verdict."""
    rows = [
        (verdict.title, f"{verdict.n:,}", f"{verdict.limit:g} {verdict.unit}",
         MISSING if verdict.measured is None else f"{verdict.measured:.2f} {verdict.unit}",
         verdict.text)
        for verdict in verdicts
    ]  # fmt: skip
    return table(("budget", "N", "at most", "measured", "verdict"), rows)
