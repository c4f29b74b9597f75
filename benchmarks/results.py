"""Results of a benchmark as values: samples per case, page weights, latencies."""

from __future__ import annotations

import dataclasses
import gzip
import os
import statistics
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.cases import SYSTEMS, System
from benchmarks.corpus import counts, item_id
from benchmarks.entry import SECTIONS
from benchmarks.measure import Sample, median


@dataclass(frozen=True, slots=True)
class Weight:
    """Bytes of a built site's HTML. `place_max` is the heaviest page of a municipality or county,
    `places` their list with the map, and `places_sent` that as it is sent, compressed.
    """

    pages: int
    total: int
    item_mean: int
    item_max: int
    any_max: int
    print_max: int
    heaviest: str
    place_max: int
    places: int
    places_sent: int


@dataclass(frozen=True, slots=True)
class Latency:
    """Seconds from saving an item until its page was handed out, and until a list was, too."""

    page: float
    list: float


@dataclass(slots=True)
class SizeResult:
    """Everything measured at one N."""

    n: int
    samples: dict[str, list[Sample]] = field(default_factory=dict)
    weights: dict[str, Weight] = field(default_factory=dict)
    latencies: list[Latency] = field(default_factory=list)

    def median(self, case: str) -> Sample | None:
        """Return the medians of a case, if it was run."""
        samples = self.samples.get(case)
        return median(samples) if samples else None

    def as_json(self) -> dict[str, Any]:
        """Return plain values for a JSON file: every sample, the medians and the weights."""
        return {
            "n": self.n,
            "cases": {
                name: {
                    "median": dataclasses.asdict(median(samples)),
                    "runs": [dataclasses.asdict(sample) for sample in samples],
                }
                for name, samples in self.samples.items()
            },
            "weights": {name: dataclasses.asdict(w) for name, w in self.weights.items()},
            "latencies": [dataclasses.asdict(latency) for latency in self.latencies],
        }


def weigh(system: System, root: Path, n: int) -> Weight:
    """Weigh the HTML of a built site; raises `FileNotFoundError` when an item has no page."""
    site = root / system.site
    sizes = [(entry.stat().st_size, entry.path) for entry in _html(str(site))]
    printed = os.path.join(site, system.printed, "") if system.printed else None
    to_print = [size for size, path in sizes if printed and path.startswith(printed)]
    any_max, heaviest = max(
        (size, path) for size, path in sizes if not (printed and path.startswith(printed))
    )
    items = [
        (site / SECTIONS[kind][0] / item_id(kind, number) / "index.html").stat().st_size
        for kind, count in counts(n).items()
        for number in range(1, count + 1)
    ]
    listed, *of_places = _of_places(site / system.places) if system.places else (b"",)
    return Weight(
        pages=len(sizes),
        total=sum(size for size, _ in sizes),
        item_mean=round(statistics.mean(items)),
        item_max=max(items),
        any_max=any_max,
        print_max=max(to_print, default=0),
        heaviest=os.path.relpath(heaviest, site),
        place_max=max(map(len, of_places), default=0),
        places=len(listed),
        places_sent=len(gzip.compress(listed, mtime=0)) if listed else 0,
    )


def _of_places(folder: Path) -> Iterator[bytes]:
    """Yield the list of all municipalities and counties, then the page of each."""
    yield (folder / "index.html").read_bytes()
    yield from (path.read_bytes() for path in sorted(folder.glob("*/index.html")))


def _html(folder: str) -> Iterator[os.DirEntry[str]]:
    for entry in os.scandir(folder):
        if entry.is_dir():
            yield from _html(entry.path)
        elif entry.name.endswith(".html"):
            yield entry


def cpu_per_item(results: dict[int, SizeResult], case: str, n: int) -> float | None:
    """Return the seconds of CPU for each item beyond those of the smallest size.

    The smallest size (60) stands for the start-up: with C(N) the median CPU seconds at N,
    the cost of an item is (C(N) - C(60)) / (N - 60). Start-up, registers and whatever else does
    not grow with N fall out of the difference. None at the smallest size itself.
    """
    smallest = min(results)
    here, base = results[n].median(case), results[smallest].median(case)
    if here is None or base is None or n == smallest:
        return None
    return (here.cpu - base.cpu) / (n - smallest)


def cpu_growth(results: dict[int, SizeResult], case: str, n: int) -> float | None:
    """Return CPU per item at N relative to that at 300, or None if either was not measured."""
    if 300 not in results or n not in results:
        return None
    here, smallest = cpu_per_item(results, case, n), cpu_per_item(results, case, 300)
    return here / smallest if here and smallest else None


def system_named(name: str) -> System:
    """Return the system of that name."""
    return next(system for system in SYSTEMS if system.name == name)
