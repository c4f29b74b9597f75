"""Writes a site so that a failed build leaves the last good one in place.

New and changed files are first written beside the target; only when everything is there are they
moved into place, and files that no longer belong are removed. Files with equal content keep their
time stamps, so that web servers and browsers need not fetch them again.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from copy import copy
from pathlib import Path

Keep = Callable[[str], bool]
WriterState = tuple[list[str], list[str]]


def files_below(folder: Path) -> frozenset[str]:
    """Every file of a folder, as a path relative to it in POSIX form."""
    return frozenset(
        os.path.relpath(os.path.join(current, name), folder).replace(os.sep, "/")
        for current, _, names in os.walk(folder)
        for name in names
    )


def replace_file(path: Path, content: bytes) -> None:
    """Write a file so that whoever reads it meanwhile gets the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.new")
    beside.write_bytes(content)
    os.replace(beside, path)


class PathTakenError(FileExistsError):
    """Two files of a build have the same path; none was moved into place."""

    def __init__(self, path: str) -> None:
        super().__init__(errno.EEXIST, os.strerror(errno.EEXIST), path)


class SiteWriter:
    """One build's output. `target` is the site folder; `keep` names files of others in it."""

    def __init__(self, target: Path, keep: Keep = lambda path: False) -> None:
        self.target = str(target)
        self.staging = f"{self.target}.new"
        self._keep = keep
        self._paths: set[str] = set()
        self._changed: list[str] = []
        self._folders: set[str] = set()
        self._replaced: tuple[str, ...] = ()
        # On a first build there is nothing to compare with.
        self._fresh = not os.path.isdir(self.target)
        shutil.rmtree(self.staging, ignore_errors=True)
        os.makedirs(self.staging)

    @property
    def changed(self) -> int:
        """How many files are new or different."""
        return len(self._changed)

    @property
    def paths(self) -> frozenset[str]:
        """Every file that was taken up."""
        return frozenset(self._paths)

    def branch(self) -> SiteWriter:
        """A writer into the same folders with a state of its own, perhaps in another process."""
        branch = copy(self)
        branch._paths, branch._changed, branch._folders = set(), [], set()
        return branch

    def state(self) -> WriterState:
        """What a branch has taken up."""
        return sorted(self._paths), self._changed

    def add(self, state: WriterState) -> None:
        """Take over what a branch has written.

        Raises:
            PathTakenError: a path was taken already.
        """
        paths, changed = state
        for path in paths:
            self._take(path)
        self._changed += changed

    def write(self, path: str, content: bytes) -> None:
        """Take up a file; `path` is relative to the site root.

        Raises:
            PathTakenError: the path was taken already.
        """
        self._take(path)
        if not self._fresh and self._is_equal(path, content):
            return
        folder, _, _ = path.rpartition("/")
        if folder not in self._folders:
            os.makedirs(f"{self.staging}/{folder}", exist_ok=True)
            self._folders.add(folder)
        with open(f"{self.staging}/{path}", "wb") as file:
            file.write(content)
        self._changed.append(path)

    def read(self, path: str) -> bytes:
        """The content of a file that was taken up, wherever it lies now."""
        with open(self.locate(path), "rb") as file:
            return file.read()

    def locate(self, path: str) -> str:
        """Where a file that was taken up lies until everything is moved into place."""
        staged = f"{self.staging}/{path}"
        return staged if os.path.exists(staged) else f"{self.target}/{path}"

    def replace(self, name: str, folder: Path) -> None:
        """Let the files of a folder be all there is below `name`, whatever is kept elsewhere."""
        self.adopt(folder, f"{name}/")
        self._replaced = (*self._replaced, f"{name}/")

    def adopt(self, folder: Path, below: str = "") -> None:
        """Take up every file of a folder that another program has written."""
        for name in sorted(files_below(folder)):
            self.write(below + name, (folder / name).read_bytes())

    def finish(self) -> None:
        """Move everything into place and remove what no longer belongs."""
        if self._fresh:
            os.replace(self.staging, self.target)
            return
        for path in self._changed:
            final = f"{self.target}/{path}"
            if os.path.isdir(final):
                shutil.rmtree(final)
            try:
                os.replace(f"{self.staging}/{path}", final)
            except FileNotFoundError:
                os.makedirs(os.path.dirname(final), exist_ok=True)
                os.replace(f"{self.staging}/{path}", final)
        shutil.rmtree(self.staging)
        self._remove_stale()

    def abandon(self) -> None:
        """Leave the target as it was."""
        shutil.rmtree(self.staging, ignore_errors=True)

    def _take(self, path: str) -> None:
        if path in self._paths:
            raise PathTakenError(path)
        self._paths.add(path)

    def _is_equal(self, path: str, content: bytes) -> bool:
        try:
            with open(f"{self.target}/{path}", "rb") as file:
                return file.read() == content
        except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
            return False

    def _remove_stale(self) -> None:
        for current, _, names in os.walk(self.target, topdown=False):
            relative = os.path.relpath(current, self.target).replace(os.sep, "/")
            prefix = "" if relative == "." else f"{relative}/"
            removed = 0
            for name in names:
                path = prefix + name
                if path not in self._paths and self._is_stale(path):
                    os.remove(os.path.join(current, name))
                    removed += 1
            if (removed or not names) and prefix and not os.listdir(current):
                os.rmdir(current)

    def _is_stale(self, path: str) -> bool:
        return path.startswith(self._replaced) or not self._keep(path)
