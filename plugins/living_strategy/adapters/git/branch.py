"""A branch with one change on it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from living_strategy.adapters.git.command import GitError, ask


class BranchExists(GitError):  # noqa: N818 - nothing is wrong
    """There is a branch of that name; the text is the name."""


def begin_branch(folder: Path, name: str) -> None:
    """Make a branch of what is checked out, and go to it; files keep what they have.

    Raises:
        BranchExists: there is one of that name.
        GitError: the folder is in no repository, or git refuses.
        OSError: there is no git.
    """
    if ask(folder, "rev-parse", "--verify", "--quiet", f"refs/heads/{name}").returncode == 0:
        raise BranchExists(name)
    _run(folder, "switch", "--quiet", "--create", name)


def leave_branch(folder: Path, name: str) -> None:
    """Go back to the branch before, and take the branch away again, with no commits of its own."""
    _run(folder, "switch", "--quiet", "-")
    _run(folder, "branch", "--quiet", "--delete", name)


def commit_paths(folder: Path, paths: Iterable[str], message: str) -> None:
    """Commit those files alone.

    Raises:
        GitError: git refuses, such as because it does not know in whose name.
    """
    listed = ("--", *paths)
    _run(folder, "--literal-pathspecs", "add", *listed)
    _run(folder, "--literal-pathspecs", "commit", "--quiet", "--message", message, *listed)


def _run(folder: Path, *arguments: str) -> None:
    done = ask(folder, *arguments)
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise GitError(lines[-1] if lines else arguments[0])
