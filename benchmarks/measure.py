"""Runs one command as a process of its own and measures it: wall, CPU, memory, exit code.

CPU is user plus system time of the process and of all children it waited for. Memory is the
peak of the largest single process among them (`ru_maxrss` of `wait4`). A process inherits the
peak of the one that started it, so this module and its callers stay small: content is generated
and sites are read in processes of their own, never in the one that measures.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "NO_COLOR": "1"}
"""Keeps hosts from printing announcements and colours."""


def environment() -> dict[str, str]:
    """Return the environment of measured programs. Python may keep compiled modules, as usual."""
    inherited = {
        name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
    }
    return inherited | QUIET


MB = 1_000_000
MAX_OUTPUT = 2_000


class CommandError(Exception):
    """A measured command ended with an exit code other than 0."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One run: seconds on the clock, seconds of CPU, peak megabytes (10^6 bytes)."""

    wall: float
    cpu: float
    peak: float


def run(command: Sequence[str], cwd: Path, accepted: int = 0) -> Sample:
    """Run a command to its end; raises `CommandError` with the end of its output if its exit code
    is neither 0 nor the one that is accepted.
    """
    os.sync()  # earlier runs' pages shall not be written to disk on this run's clock
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=cwd,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            process.kill()
            process.wait()
            raise
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, accepted):
            output.seek(max(0, output.seek(0, os.SEEK_END) - MAX_OUTPUT))
            tail = output.read().decode(errors="replace")
            raise CommandError(f"{' '.join(command)}: exit code {process.returncode}\n{tail}")
    return Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / MB)


def median(samples: Sequence[Sample]) -> Sample:
    """Return the median of each quantity by itself."""
    return Sample(
        statistics.median(sample.wall for sample in samples),
        statistics.median(sample.cpu for sample in samples),
        statistics.median(sample.peak for sample in samples),
    )
