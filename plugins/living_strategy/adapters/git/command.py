"""Git commands that behave the same for everybody: no colours, no hooks, nothing fetched."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import IO

# Messages in English, no objects that stand in for others, and no network in the midst of reading.
_ENVIRONMENT = {
    "LC_ALL": "C",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}
# A hook of another repository says there which one is meant, and a shell how paths are compared.
_FOREIGN = frozenset(
    (
        *("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_PREFIX"),
        *("GIT_NAMESPACE", "GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS"),
        "GIT_ICASE_PATHSPECS",
    )
)

_MAX_MESSAGE = 2_000


class GitError(Exception):
    """Git ended with a mistake: an object that is missing or damaged; the text is its message."""


def environment() -> dict[str, str]:
    """Return the environment variables of git."""
    inherited = {name: text for name, text in os.environ.items() if name not in _FOREIGN}
    return inherited | _ENVIRONMENT


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


def spool(repository: Path | str, *arguments: str, lines: Iterable[str] = ()) -> IO[bytes]:
    """Run git to its end on these lines, and return a temporary file with its output.

    The lines are in a file too, so that neither side ever waits for the other.

    Raises:
        GitError: git ended with a mistake.
        OSError: git cannot be run.
    """
    output = tempfile.TemporaryFile()  # noqa: SIM115 - the caller closes it
    try:
        with lines_file(lines) as questions, tempfile.TemporaryFile() as errors:
            code = subprocess.call(  # noqa: S603 - see above
                command(repository, *arguments),
                stdin=questions,
                stdout=output,
                stderr=errors,
                env=environment(),
            )
            errors.seek(0)
            if code:
                raise GitError(errors.read(_MAX_MESSAGE).decode("utf-8", "replace").strip())
    except BaseException:
        output.close()
        raise
    output.seek(0)
    return output


def lines_file(lines: Iterable[str]) -> IO[bytes]:
    """Return a temporary file that holds these lines, at its beginning."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the caller closes it
    file.writelines(f"{line}\n".encode("ascii") for line in lines)
    file.seek(0)
    return file
