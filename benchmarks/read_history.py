"""Reads the history of a strategy as a build does, and prints what that took, as JSON.

`python -m benchmarks.read_history ROOT`. Time runs from the first question to git until the history
is there; starting Python and importing the program, which a build does anyway, are not in it.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from benchmarks.measure import MB
from living_strategy.adapters.git import lent_reading
from living_strategy.adapters.git.history_log import GitLog, open_log
from living_strategy.adapters.git.kept_history import history_of
from living_strategy.adapters.process.messages import Messages
from living_strategy.content.versions import VersionReader


def main() -> None:
    """Read a history; memory is that of this process, of a copy that it made of itself, and of the
    largest of all others, git as a rule, in 10^6 bytes.
    """
    root = Path(sys.argv[1])
    wall, cpu = time.perf_counter(), time.process_time()
    copy = _watch_copy()
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
        "copy peak": float(copy.read() or 0) * 1024 / MB,
        "events": len(history.events),
    }  # fmt: skip
    print(json.dumps(figures))


def _watch_copy() -> IO[str]:
    """Have a copy say at its end how much memory it took, with what it has in common with this
    process, and return the file that it says so in.
    """
    file = tempfile.TemporaryFile("w+")  # noqa: SIM115 - read at the end of this process
    start = lent_reading.start

    def watched(task: Callable[[], Iterable[Any]]) -> Messages | None:
        def with_peak() -> Iterator[Any]:
            yield from task()
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            file.write(f"{peak}")
            file.flush()
            file.seek(0)

        return start(with_peak)

    lent_reading.start = watched
    return file


if __name__ == "__main__":
    main()
