"""A strategy at a revision: its tree read once, its files lazily."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from types import TracebackType
from typing import Self

from living_strategy.adapters.git.command import ask
from living_strategy.adapters.git.objects import Objects
from living_strategy.content.source import NOT_FETCHED, Sort, TooLarge, Unreadable
from living_strategy.content.tree import TreeSource

_SORTS = {"100644": Sort.FILE, "100755": Sort.FILE, "100664": Sort.FILE, "120000": Sort.LINK}
_UNTRUSTED = b"dubious ownership"


class Why(Enum):
    """Why there is nothing to read."""

    NO_GIT = "git is not installed"
    NO_REPOSITORY = "the folder does not lie in a repository"
    UNTRUSTED = "git does not trust the owner of the folder"
    NO_REVISION = "the repository has no such revision"
    DAMAGED = "the revision cannot be read"


@dataclass(frozen=True, slots=True)
class NoRevision:
    """A revision that cannot be read, and the message of git about it."""

    revision: str
    why: Why
    git_message: str = ""


@dataclass(frozen=True, slots=True)
class _Blob:
    sort: Sort
    name: str
    size: int | None  # None: it was not fetched to this machine


class GitSource(TreeSource):
    """The content below a folder of a repository, at one commit; nothing in it ever changes."""

    def __init__(self, commit: str, blobs: Mapping[str, _Blob], objects: Objects) -> None:
        """See `open_revision`, which knows the arguments."""
        self.commit = commit
        self._blobs = blobs
        self._objects = objects
        super().__init__({path: blob.sort for path, blob in blobs.items()})

    def __str__(self) -> str:
        return self.commit

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._objects.close()

    def _content(self, path: str, limit: int | None) -> bytes | TooLarge | Unreadable:
        blob = self._blobs[path]
        if blob.size is None:
            return Unreadable(NOT_FETCHED)
        if limit is not None and blob.size > limit:
            return TooLarge(blob.size, limit)
        content = self._objects.read(blob.name)
        return Unreadable(NOT_FETCHED) if content is None else content

    def _leads_to(self, link: str) -> str:
        content = self._objects.read(self._blobs[link].name) or b""
        return content.decode("utf-8", "surrogateescape")


def open_revision(
    root: Path, revision: str, objects: Objects | None = None
) -> GitSource | NoRevision:
    """Open the content of the folder `root` at a revision; empty when there was none yet.

    Sources of the same repository may share their `objects`. The folder must exist today.
    """
    try:
        located = ask(root, "rev-parse", "--show-prefix")
    except OSError:
        return NoRevision(revision, Why.NO_GIT)
    if located.returncode:
        why = Why.UNTRUSTED if _UNTRUSTED in located.stderr else Why.NO_REPOSITORY
        return NoRevision(revision, why, _error_text(located))
    # What begins with a hyphen would be an option, and a name ends at a line break or a zero.
    if not revision.isprintable() or revision.startswith("-"):
        return NoRevision(revision, Why.NO_REVISION)
    verified = ask(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if verified.returncode:
        return NoRevision(revision, Why.NO_REVISION, _error_text(verified))
    commit = verified.stdout.decode("ascii").strip()
    prefix = located.stdout.decode("utf-8", "surrogateescape").removesuffix("\n").rstrip("/")
    listed = _listed(root, commit, prefix)
    if listed.returncode:
        return NoRevision(revision, Why.DAMAGED, _error_text(listed))
    return GitSource(commit, dict(_blobs(listed.stdout)), objects or Objects(root))


def _listed(root: Path, commit: str, prefix: str) -> subprocess.CompletedProcess[bytes]:
    """List all files below a folder at a commit, with sizes; none where there was no folder."""
    tree = ask(root, "rev-parse", "--verify", "--quiet", f"{commit}:{prefix}")
    if tree.returncode:
        return subprocess.CompletedProcess((), 0, b"", b"")
    return ask(root, "ls-tree", "-r", "-l", "-z", "--full-tree", tree.stdout.decode().strip())


def _blobs(listed: bytes) -> Iterator[tuple[str, _Blob]]:
    """Parse lines of `ls-tree -l -z`: mode, type, name and size, then a tab and the path."""
    for line in listed.split(b"\0")[:-1]:
        about, _, path = line.partition(b"\t")
        mode, _, name, size = about.decode("ascii").split()
        blob = _Blob(_SORTS.get(mode, Sort.OTHER), name, int(size) if size.isdigit() else None)
        yield path.decode("utf-8", "surrogateescape"), blob


def _error_text(process: subprocess.CompletedProcess[bytes]) -> str:
    return process.stderr.decode("utf-8", "replace").strip()
