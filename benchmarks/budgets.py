"""The budgets, and how far each was kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from benchmarks.results import SizeResult, cpu_growth

Results = dict[int, SizeResult]
Reading = Callable[[Results, int], float | None]

KB = 1_000


@dataclass(frozen=True, slots=True)
class Budget:
    """A quantity with an upper limit for some N."""

    title: str
    unit: str
    limits: Mapping[int, float]
    read: Reading


@dataclass(frozen=True, slots=True)
class Verdict:
    """One budget at one N, measured."""

    title: str
    n: int
    limit: float
    measured: float | None
    unit: str

    @property
    def text(self) -> str:
        """Kept, missed by how much, or not measured."""
        if self.measured is None:
            return "not measured"
        share = self.measured / self.limit
        return "kept" if share <= 1 else f"missed by {share - 1:.0%}"


def _ratio(case: str, to: str) -> Reading:
    def read(results: Results, n: int) -> float | None:
        case_sample, base_sample = results[n].median(case), results[n].median(to)
        return case_sample.wall / base_sample.wall if case_sample and base_sample else None

    return read


def _growth(results: Results, n: int) -> float | None:
    return cpu_growth(results, "ours-cold", n)


def _item_page(results: Results, n: int) -> float | None:
    weight = results[n].weights.get("ours")
    return weight.item_max / KB if weight else None


def _any_page(results: Results, n: int) -> float | None:
    weight = results[n].weights.get("ours")
    return weight.any_max / KB if weight else None


def _printed_page(results: Results, n: int) -> float | None:
    weight = results[n].weights.get("ours")
    return weight.print_max / KB if weight else None


def _page_of_a_place(results: Results, n: int) -> float | None:
    weight = results[n].weights.get("ours")
    return weight.place_max / KB if weight else None


def _map_of_places(results: Results, n: int) -> float | None:
    weight = results[n].weights.get("ours")
    return weight.places_sent / KB if weight else None


def _peak(results: Results, n: int) -> float | None:
    samples = [results[n].median(case) for case in ("ours-cold", "ours-edit")]
    return max((sample.peak for sample in samples if sample), default=None)


def _peak_to_hugo(results: Results, n: int) -> float | None:
    peak, hugo = _peak(results, n), results[n].median("hugo-cold")
    return peak / hugo.peak if peak and hugo else None


def _latency(results: Results, n: int) -> float | None:
    latencies = sorted(latency.page for latency in results[n].latencies)
    return latencies[len(latencies) // 2] if latencies else None


BUDGETS = (
    Budget("site, cold, to plain MkDocs + Material", "×", {300: 0.6, 3_000: 0.4, 22_000: 0.35},
           _ratio("ours-cold", "plain-cold")),
    Budget("site, cold, to Hugo", "×", {3_000: 1.6, 22_000: 1.2},
           _ratio("ours-cold", "hugo-cold")),
    Budget("site, after one edit, to Hugo's own rebuild", "×",
           {300: 2.0, 3_000: 0.6, 22_000: 0.6}, _ratio("ours-edit", "hugo-edit")),
    Budget("CPU per item, cold, to that at 300", "×", {300: 1.0, 3_000: 1.15, 22_000: 1.25},
           _growth),
    Budget("HTML of the heaviest item page", "kB", {300: 15, 3_000: 15, 22_000: 15}, _item_page),
    Budget("HTML of the heaviest page to read", "kB", {300: 250, 3_000: 250, 22_000: 250},
           _any_page),
    # Whatever the content: what counties share is cut after a number of lines.
    Budget("HTML of the heaviest page of a municipality", "kB", {300: 30, 3_000: 30, 22_000: 30},
           _page_of_a_place),
    Budget("list of municipalities with the map, compressed", "kB",
           {300: 40, 3_000: 40, 22_000: 40}, _map_of_places),
    # A print in fifty parts is no print: see README.md.
    Budget("HTML of the heaviest page to print", "kB", {300: 2_000, 3_000: 2_000, 22_000: 2_000},
           _printed_page),
    Budget("peak memory", "MB", {300: 120, 3_000: 250}, _peak),
    Budget("peak memory, to Hugo's", "×", {22_000: 0.4}, _peak_to_hugo),
    Budget("check, cold, to Hugo's cold build", "×", {3_000: 0.3, 22_000: 0.3},
           _ratio("check-cold", "hugo-cold")),
    Budget("check, after one edit, to Hugo's cold build", "×", {3_000: 0.3, 22_000: 0.25},
           _ratio("check-edit", "hugo-cold")),
    Budget("serve: from saving to the new page", "s", {300: 0.5, 3_000: 1.5}, _latency),
)  # fmt: skip


def verdicts(results: Results) -> list[Verdict]:
    """Return every budget at every N that was measured."""
    return [
        Verdict(budget.title, n, limit, budget.read(results, n), budget.unit)
        for budget in BUDGETS
        for n, limit in budget.limits.items()
        if n in results
    ]


HistoryResults = Mapping[int, Mapping[str, Mapping[str, float]]]
"""By number of items, case and column; see `benchmarks.history`."""


Cases = Mapping[str, Mapping[str, float]]


def _history_to_git(cases: Cases) -> float:
    """Return time to time, as somebody waits for it: git and we run side by side for a part."""
    return cases["cold"]["wall"] / cases["git"]["wall"]


def _history_to_git_cpu(cases: Cases) -> float:
    """Return CPU to CPU, which a busy machine changes less."""
    return (cases["cold"]["cpu"] + cases["cold"]["other cpu"]) / cases["git"]["other cpu"]


def _review_to_check(cases: Cases) -> float:
    """Return CPU to CPU: a review checks two states and compares them."""
    return cases["review"]["other cpu"] / cases["check"]["other cpu"]


HISTORY_BUDGETS: tuple[tuple[str, str, Mapping[int, float], Callable[[Cases], float]], ...] = (
    ("history, cold, to git log -p, time", "×", {300: 3.5, 3_000: 2.0}, _history_to_git),
    ("history, cold, to git log -p, CPU", "×", {300: 3.5, 3_000: 2.0}, _history_to_git_cpu),
    ("history, cold", "s", {300: 2.0}, lambda cases: cases["cold"]["wall"]),
    ("history, warm", "s", {300: 0.05, 3_000: 0.3}, lambda cases: cases["warm"]["wall"]),
    ("history, after one commit", "s", {300: 0.1}, lambda cases: cases["commit"]["wall"]),
    ("review of a commit", "s", {300: 1.5}, lambda cases: cases["review"]["wall"]),
    ("review of a commit, to check, CPU", "×", {300: 2.0}, _review_to_check),
    (
        "history, peak memory of our own",
        "MB",
        {3_000: 200},
        lambda cases: cases["cold"]["own peak"],
    ),
    (
        "history, peak memory with the copy",
        "MB",
        {3_000: 200},
        lambda cases: cases["cold"]["own peak"] + cases["cold"]["copy peak"],
    ),
)


def history_verdicts(results: HistoryResults) -> list[Verdict]:
    """Return every budget of histories at every N that was measured."""
    return [
        Verdict(title, n, limit, read(results[n]), unit)
        for title, unit, limits, read in HISTORY_BUDGETS
        for n, limit in limits.items()
        if n in results
    ]
