"""Writes a site so that whatever stops a build leaves the last good site, or the new one.

New and changed files are first written into a folder of the build's own; only when everything is
there are they put in place, and files that no longer belong are removed. Files with equal content
keep their time stamps, so that web servers and browsers need not fetch them again.
"""

from __future__ import annotations

import errno
import hashlib
import os
import zlib
from collections.abc import Callable, Iterable
from copy import copy
from pathlib import Path

from living_strategy.adapters.storage.swap import STAGED, carry_out, plan, swap_whole, tree
from living_strategy.adapters.storage.work_folder import WorkFolder

Keep = Callable[[str], bool]
WriterState = tuple[dict[str, int], list[str]]


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
    new_path = path.with_name(f"{path.name}.new")
    new_path.write_bytes(content)
    os.replace(new_path, path)


def _make_folder(path: str) -> None:
    # Nearly always its parent is there: `makedirs` looks for that first, of thousands of folders.
    try:
        os.mkdir(path)
    except FileNotFoundError:
        os.makedirs(path, exist_ok=True)
    except FileExistsError:
        if not os.path.isdir(path):
            raise


class PathTakenError(FileExistsError):
    """Two files of a build have the same path; none was moved into place."""

    def __init__(self, path: str) -> None:
        super().__init__(errno.EEXIST, os.strerror(errno.EEXIST), path)


class SiteWriter:
    """One build's output. `target` is the site folder; `keep` names files of others in it. A
    writer that is not `whole` never exchanges folders: nobody but a preview reads its site.

    Raises:
        SiteFolderError: no site can be there, or another build does not end.
    """

    def __init__(
        self,
        target: str | Path,
        keep: Keep = lambda path: False,
        work: WorkFolder | None = None,
        *,
        whole: bool = True,
    ) -> None:
        self.work = work or WorkFolder(target)
        self.target = self.work.target
        self.staging = str(self.work.path / STAGED)
        self._whole = whole and self.work.is_movable
        self._keep = keep
        self._sums: dict[str, int] = {}
        self._changed: list[str] = []
        self._folders: set[str] = set()
        self._replaced: tuple[str, ...] = ()
        # On a first build there is nothing to compare with.
        self._fresh = not os.path.isdir(self.target)
        os.makedirs(self.staging)

    @property
    def changed(self) -> int:
        """How many files are new or different."""
        return len(self._changed)

    @property
    def paths(self) -> frozenset[str]:
        """Every file that was taken up."""
        return frozenset(self._sums)

    def branch(self) -> SiteWriter:
        """Make a writer into the same folders with its own state, perhaps in another process."""
        branch = copy(self)
        branch._sums, branch._changed, branch._folders = {}, [], set()
        return branch

    def state(self) -> WriterState:
        """Return what a branch has taken up."""
        return self._sums, self._changed

    def add(self, state: WriterState) -> None:
        """Take over what a branch has written.

        Raises:
            PathTakenError: a path was taken already.
        """
        sums, changed = state
        for path, number in sums.items():
            self._take(path, number)
        self._changed += changed

    def write(self, path: str, content: bytes) -> None:
        """Take up a file; `path` is relative to the site root.

        Raises:
            PathTakenError: the path was taken already.
        """
        self._take(path, zlib.crc32(content))
        if not self._fresh and self._is_equal(path, content):
            return
        folder, _, _ = path.rpartition("/")
        if folder not in self._folders:
            _make_folder(f"{self.staging}/{folder}")
            self._folders.add(folder)
        with open(f"{self.staging}/{path}", "wb") as file:
            file.write(content)
        self._changed.append(path)

    def read(self, path: str) -> bytes:
        """Return the content of a file that was taken up, wherever it lies now."""
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

    def fingerprint(self, paths: Iterable[str]) -> str:
        """Return a text that is another one as soon as one of these files has changed."""
        lines = "\n".join(f"{self._sums[path]:08x} {path}" for path in sorted(paths))
        return hashlib.sha256(lines.encode()).hexdigest()

    def finish(self) -> None:
        """Put everything in place and remove what no longer belongs."""
        if self._fresh:
            os.rename(self.staging, self.target)
        else:
            self._put_in_place()
        self.work.close()

    def _put_in_place(self) -> None:
        existing = tree(self.target)
        stale = {path for path in existing.files if path not in self._sums and self._is_stale(path)}
        if not self._changed and not stale:
            return
        if self._whole and not existing.links:
            unchanged_paths = existing.files.keys() - stale - set(self._changed)
            unchanged = {path: existing.files[path] for path in unchanged_paths}
            if swap_whole(self.work.path, self.work.previous, self.target, unchanged):
                return
        plan(self.work.path, stale)
        carry_out(self.work.path, self.target)

    def abandon(self) -> None:
        """Leave the target as it was."""
        self.work.close()

    def _take(self, path: str, number: int) -> None:
        if path in self._sums:
            raise PathTakenError(path)
        self._sums[path] = number

    def _is_equal(self, path: str, content: bytes) -> bool:
        try:
            with open(f"{self.target}/{path}", "rb") as file:
                return file.read() == content
        except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
            return False

    def _is_stale(self, path: str) -> bool:
        return path.startswith(self._replaced) or not self._keep(path)
