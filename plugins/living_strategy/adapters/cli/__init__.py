"""The command line: check, build, list, show, new, explain and schema."""

from __future__ import annotations

import atexit
import gc
import io
import os
import signal
import sys

INTERRUPTED = 130


def main() -> int:
    """Run `living-strategy` with the arguments of this process.

    The exit code is 0 when all is well, 1 when there are findings, 2 when the command was used
    wrongly or could not start, and 130 when it was interrupted.
    """
    try:
        _prepare_process()
        # An interruption while the program is loaded is answered like any other.
        from living_strategy.adapters.cli.program import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return INTERRUPTED


def _prepare_process() -> None:
    """Prepare the whole process, which only `main` may do: elsewhere the process is not ours."""
    # Letters that the terminal cannot show become question marks instead of a crash.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    # A reader that has seen enough, such as `head`, ends the program without a word.
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    # A command lives for seconds, and what it builds has no cycles: collecting only costs time.
    gc.disable()
    # Python collects once more at the end, when all memory goes with the process.
    atexit.register(gc.freeze)
    # The validator would look for plugins among everything that is installed.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
