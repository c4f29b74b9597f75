"""Git commands that behave the same for everybody: no colours, no hooks, nothing fetched."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

# Messages in English, no objects that stand in for others, and no network in the midst of reading.
_ENVIRONMENT = {
    "LC_ALL": "C",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}


def environment() -> dict[str, str]:
    """Return the environment variables of git."""
    return {**os.environ, **_ENVIRONMENT}


def command(repository: Path | str, *arguments: str) -> tuple[str, ...]:
    """Return the command that runs git in the repository of a folder."""
    return ("git", "-C", str(repository), "-c", "core.fsmonitor=false", *arguments)


def ask(repository: Path | str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run git to its end.

    Raises:
        OSError: git cannot be run; that the folder does not exist is for git to say.
    """
    return subprocess.run(  # noqa: S603 - git with our own arguments; revisions are checked before
        command(repository, *arguments), capture_output=True, env=environment(), check=False
    )
