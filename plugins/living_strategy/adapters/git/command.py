"""Git commands that behave the same for everybody: no colours, no hooks, nothing fetched."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
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


@contextmanager
def spool(
    repository: Path | str, *arguments: str, lines: Iterable[str] = ()
) -> Iterator[IO[bytes]]:
    """Run git to its end on these lines, and give a temporary file with its output.

    Raises:
        GitError: git ended with a mistake.
        OSError: git cannot be run.
    """
    with spooling(repository, *arguments, lines=lines) as finish:
        yield finish()


@contextmanager
def spooling(
    repository: Path | str, *arguments: str, lines: Iterable[str] = ()
) -> Iterator[Callable[[], IO[bytes]]]:
    """Run git on these lines while something else is done, and give what waits for its end and
    returns the output, as `spool` does.

    The lines are in a file too, so that neither side ever waits for the other.
    """
    with (
        lines_file(lines) as questions,
        tempfile.TemporaryFile() as output,
        tempfile.TemporaryFile() as errors,
    ):
        process = subprocess.Popen(  # noqa: S603 - see above
            command(repository, *arguments),
            stdin=questions,
            stdout=output,
            stderr=errors,
            env=environment(),
        )

        def finish() -> IO[bytes]:
            if process.wait():
                errors.seek(0)
                raise GitError(errors.read(_MAX_MESSAGE).decode("utf-8", "replace").strip())
            output.seek(0)
            return output

        try:
            yield finish
        finally:
            process.kill()
            process.wait()


def lines_file(lines: Iterable[str]) -> IO[bytes]:
    """Return a temporary file that holds these lines, at its beginning."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the caller closes it
    file.writelines(f"{line}\n".encode("ascii") for line in lines)
    file.seek(0)
    return file
