"""Git around a new strategy: the repository and its first commit."""

from __future__ import annotations

import subprocess
from pathlib import Path

from living_strategy.adapters.git.command import GitError, command, environment
from living_strategy.adapters.system_faults import WRITING_PROBLEMS

BRANCH = "main"
_NO_NAME = ("Please tell me who you are", "unable to auto-detect email", "empty ident name")


class NoName(GitError):  # noqa: N818 - git asks for it
    """Git does not know in whose name to commit."""


class InRepository(GitError):  # noqa: N818 - nothing is wrong
    """The folder lies in a repository of something else, whose folder the text names."""


def commit_all(folder: Path, message: str) -> None:
    """Make a repository of a folder, unless it is one, and commit everything in it.

    Raises:
        InRepository: the folder lies in another repository, which is left as it is.
        NoName: git has no name for the author.
        GitError: git refuses for another reason; the text is its last line.
        OSError: there is no git.
    """
    if not (folder / ".git").exists():
        if outer := _outer(folder):
            raise InRepository(outer)
        _run(folder, "init", "--quiet", "--initial-branch", BRANCH)
    _run(folder, "add", "--all")
    _run(folder, "commit", "--quiet", "--message", message)


def index_of(folder: Path) -> Path:
    """Return the file in which git notes what comes next; without git, where it would be."""
    try:
        return folder / _run(folder, "rev-parse", "--git-path", "index").strip()
    except (GitError, OSError):
        return folder / ".git" / "index"


def is_clean(folder: Path) -> bool:
    """Return whether everything in a repository is committed.

    Raises:
        GitError: the folder is in no repository.
        OSError: there is no git.
    """
    return not _run(folder, "status", "--porcelain").strip()


def changed_paths(folder: Path, paths: tuple[str, ...]) -> list[str]:
    """Return those of the paths, relative to the folder, that differ from the last commit; files
    that git ignores do not.

    Raises:
        GitError: the folder is in no repository.
        OSError: there is no git.
    """
    options = ("--porcelain", "-z", "--no-renames", "--untracked-files=all")
    listed = _run(folder, "--literal-pathspecs", "status", *options, "--", *paths)
    above = _run(folder, "rev-parse", "--show-prefix").strip()
    return sorted(line[3:].removeprefix(above) for line in listed.split("\0") if line)


def tracked(folder: Path) -> list[str]:
    """Return the paths that git keeps, relative to the folder.

    Raises:
        GitError: the folder is in no repository.
        OSError: there is no git.
    """
    return [path for path in _run(folder, "ls-files", "-z").split("\0") if path]


def first_files(folder: Path) -> set[str]:
    """Return the paths of the first commit: of several, of the one that came last.

    Raises:
        GitError: there is no commit.
        OSError: there is no git.
    """
    first = _run(folder, "rev-list", "--max-parents=0", "HEAD").splitlines()[0]
    return {
        path for path in _run(folder, "ls-tree", "-rz", "--name-only", first).split("\0") if path
    }


def committed(folder: Path) -> dict[str, str]:
    """Return the names of all contents of the last commit by path.

    Raises:
        GitError: there is no commit.
        OSError: there is no git.
    """
    entries = _run(folder, "ls-tree", "-rz", "HEAD").split("\0")
    return {path: fields.split()[2] for fields, _, path in map(_parted, entries) if path}


def versions(folder: Path, branch: str) -> set[tuple[str, str]]:
    """Return every path that a branch ever had, with the name of each content it had there.

    Raises:
        GitError: there is no such branch.
        OSError: there is no git.
    """
    commit = _run(folder, "rev-parse", "--verify", "--quiet", f"refs/remotes/{branch}^{{commit}}")
    log = ("log", "--format=", "--raw", "--no-abbrev", "--no-renames", "-m", "-z", commit.strip())
    fields = _run(folder, *log).split("\0")
    pairs = zip(fields[::2], fields[1::2], strict=False)
    return {(path, change.split()[3]) for change, path in pairs}


def _parted(entry: str) -> tuple[str, str, str]:
    return entry.partition("\t")


def _outer(folder: Path) -> str:
    """Return the folder of the repository that a folder lies in; empty where it lies in none."""
    try:
        return _run(folder, "rev-parse", "--show-toplevel").strip()
    except GitError:
        return ""


def _run(folder: Path, *arguments: str) -> str:
    done = subprocess.run(  # noqa: S603 - git with our own arguments
        command(folder, *arguments),
        capture_output=True,
        env=environment(),
        encoding="utf-8",
        errors="surrogateescape",
        check=False,
    )
    if done.returncode:
        said = done.stderr.strip() or done.stdout.strip()
        if any(words in said for words in _NO_NAME):
            raise NoName(said)
        raise GitError(_reason(said.splitlines()))
    return done.stdout


def _reason(said: list[str]) -> str:
    """Return the line that says what the system refuses, else the last one."""
    refused = (line for line in said if any(words in line for words in WRITING_PROBLEMS))
    return next(refused, "".join(said[-1:]))
