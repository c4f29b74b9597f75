"""Reads the history of a strategy as a build does, and prints what that took, as JSON.

`python -m benchmarks.read_history ROOT`. Time runs from the first question to git until the history
is there; starting Python and importing the program, which a build does anyway, are not in it.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from benchmarks.measure import MB
from living_strategy.adapters.git.history_log import GitLog, open_log
from living_strategy.adapters.git.kept_history import history_of
from living_strategy.content.versions import VersionReader


def main() -> None:
    """Read a history; memory is that of this process and of the largest other one, which is git or
    a copy of this one, in 10^6 bytes.
    """
    root = Path(sys.argv[1])
    wall, cpu = time.perf_counter(), time.process_time()
    log = open_log(root)
    if not isinstance(log, GitLog):
        sys.exit(log.code)
    history = history_of(root, log, VersionReader(), {})
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    own, others = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    figures = {
        "wall": wall, "cpu": cpu, "other cpu": others.ru_utime + others.ru_stime,
        "own peak": own.ru_maxrss * 1024 / MB, "other peak": others.ru_maxrss * 1024 / MB,
        "events": len(history.events),
    }  # fmt: skip
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
