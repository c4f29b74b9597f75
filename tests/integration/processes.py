"""Processes that a test starts: they end with it, and no test hangs on how busy the machine is."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

# No measurement: only what ends a test that hangs.
PATIENCE = 900.0
STEP = 0.05  # seconds


@contextmanager
def started(
    *command: str | Path, folder: Path, env: Mapping[str, str]
) -> Iterator[subprocess.Popen[str]]:
    """A process with pipes for what it says. Whatever becomes of the test, it is over and its
    pipes are closed afterwards: what is left open would fail the next test in this process.
    """
    with subprocess.Popen(
        [str(part) for part in command],
        cwd=folder,
        env=env,
        encoding="utf-8",
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def stopping_at(moment: str, main: str) -> tuple[str, ...]:
    """A program of Python that says `begun` and waits when it comes to a function, such as
    `living_strategy.build:inspect`: the moment to interrupt it does not depend on its speed.

    It waits in short steps. A signal that comes just before a sleep begins does not end that sleep
    (Python runs its handlers between instructions only), so the next step must come soon.
    """
    module, _, name = moment.partition(":")
    owner, _, function = name.rpartition(".")
    script = (
        f"import sys, time, {module} as watched\n"
        "def wait(*_, **__):\n"
        "    print('begun', flush=True)\n"
        f"    while True: time.sleep({STEP})\n"
        f"setattr({f'watched.{owner}' if owner else 'watched'}, {function!r}, wait)\n"
        f"{main}"
    )
    return (sys.executable, "-c", script)


def wait_for_begun(process: subprocess.Popen[str]) -> None:
    """Read until the process is where it waits; it says other things before."""
    assert process.stdout
    assert process.stderr
    said = []
    for line in process.stdout:
        if line == "begun\n":
            return
        said.append(line)
    raise AssertionError(f"it ended before: {said}\n{process.stderr.read()}")


def pausing_at(moment: str, main: str) -> tuple[str, ...]:
    """A program of Python that says `begun` when it comes to a function, and goes on when it is
    sent a line: what another does meanwhile does not depend on the speed of either.
    """
    module, _, name = moment.partition(":")
    owner, _, function = name.rpartition(".")
    script = (
        f"import sys, {module} as watched\n"
        f"owner = {f'watched.{owner}' if owner else 'watched'}\n"
        f"original = owner.{function}\n"
        "def wait(*arguments, **named):\n"
        "    print('begun', flush=True); sys.stdin.readline()\n"
        "    return original(*arguments, **named)\n"
        f"setattr(owner, {function!r}, wait)\n"
        f"{main}"
    )
    return (sys.executable, "-c", script)
