"""The command line: check, build, list, show, new, explain and schema."""

from __future__ import annotations

import sys

INTERRUPTED = 130


def main() -> int:
    """Run `living-strategy` with the arguments of this process.

    The exit code is 0 when all is well, 1 when there are findings, 2 when the command was used
    wrongly or could not start, and 130 when it was interrupted.
    """
    try:
        from living_strategy.adapters.cli.program import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return INTERRUPTED
