"""`python -m benchmarks.upstream`: what six national releases ask of everybody who follows them.

As many strategies as there are municipalities and counties, each with judgements of its own, all
made up from a seed. Prints what each release asks for, by weight, and how long a strategy
takes; a local word that is lost or a row without a reason ends it with an error.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Sequence
from random import Random

from tests.national_years import RELEASES, STRATEGIES, Follower, followers, releases

from living_strategy.upstream.cells import Need


def main(arguments: Sequence[str] | None = None) -> int:
    """Follow the releases and print the table; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.upstream")
    parser.add_argument("--strategies", type=int, default=STRATEGIES)
    parser.add_argument("--seed", type=int, default=20261129)
    options = parser.parse_args(arguments)
    random = Random(options.seed)
    following = followers(random, options.strategies)
    print(f"{options.strategies} strategies, {RELEASES} releases, seed {options.seed}\n")
    print("| release | " + " | ".join(need.value for need in Need) + " | judged | kept | ms each |")
    print("|---|" + "--:|" * (len(Need) + 3))
    failures = 0
    for release in releases(random):
        needs: Counter[Need] = Counter()
        begun = time.perf_counter()
        for follower in following:
            follower.take(release)
            failures += _take(follower, needs)
        each = 1_000 * (time.perf_counter() - begun) / max(1, len(following))
        judged = sum(len(follower.records) for follower in following)
        kept = max((len(follower.earlier) for follower in following), default=0)
        figures = (*(needs[need] for need in Need), judged, kept, f"{each:.1f}")
        print(f"| {release.name} | " + " | ".join(map(str, figures)) + " |", flush=True)
        for follower in following:
            follower.judge()
    print(f"\nLocal words lost, or rows without a reason: {failures}")
    return 1 if failures else 0


def _take(follower: Follower, needs: Counter[Need]) -> int:
    """Count what is asked for; return how much was lost or is not explained."""
    before = {key: record.adoption.model_dump() for key, record in follower.records.items()}
    asked = follower.asked()
    needs.update(row.need for row in asked.rows)
    after = {key: record.adoption.model_dump() for key, record in follower.records.items()}
    return sum(not row.reasons for row in asked.rows) + (before != after)


if __name__ == "__main__":
    raise SystemExit(main())
