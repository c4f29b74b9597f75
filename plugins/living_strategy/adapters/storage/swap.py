"""Puts a site in place: as a whole where the folder can change places with another, else file by
file, by a plan that the next build carries out if this one is stopped.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from living_strategy.adapters.storage.exchange import can_exchange, exchange
from living_strategy.adapters.storage.site_folder import is_no_part

PLAN = "plan.json"
STAGED = "new"


@dataclass
class Tree:
    """What lies in a folder: the number of each file on its disk, by path, the folders, and links
    to folders, which are not followed.
    """

    files: dict[str, int] = field(default_factory=dict)
    folders: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)


def tree(folder: str) -> Tree:
    """Every file and folder below a folder, folders before what is in them; work folders are no
    part of a site, and neither is what a disk has of the system's.
    """
    result, due = Tree(), [""]
    while due:
        prefix = due.pop()
        try:
            entries = list(os.scandir(f"{folder}/{prefix}"))
        except FileNotFoundError:
            continue
        for entry in entries:
            if not prefix and is_no_part(entry.name):
                continue
            path = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                result.folders.append(path)
                due.append(f"{path}/")
            elif entry.is_symlink() and entry.is_dir():
                result.links.append(path)
            else:
                result.files[path] = entry.inode()
    return result


def swap_whole(work: Path, previous: Path, target: str, unchanged: Mapping[str, int]) -> bool:
    """Let a complete new site change places with the one in `target`; false if it cannot.

    The new site is made of the one before the last: the same files as in `target` are linked, so
    they keep their time stamps, and only what differs is touched. Nothing is relied on: a file
    that is not the same one is linked anew.
    """
    if not can_exchange():
        return False
    os.makedirs(previous, exist_ok=True)
    shutil.copystat(target, previous)
    with suppress(OSError, AttributeError):
        status = os.stat(target)
        os.chown(previous, status.st_uid, status.st_gid)
    staged, earlier = tree(str(work / STAGED)).files, tree(str(previous))
    # Some drives give all files the same number.
    is_told_apart = len(set(unchanged.values())) == len(unchanged)
    for path in earlier.links:
        os.unlink(previous / path)
    same = {
        path
        for path, number in earlier.files.items()
        if is_told_apart and unchanged.get(path) == number
    }
    for path in earlier.files.keys() - same:
        os.unlink(previous / path)
    _remove_empty(str(previous), earlier.folders, {*unchanged, *staged})
    for path in unchanged.keys() - same:
        _link(f"{target}/{path}", f"{previous}/{path}")
    for path in staged:
        _move(f"{work / STAGED}/{path}", f"{previous}/{path}")
    if exchange(str(previous), target):
        return True
    # What was moved there is needed for the other way.
    for path in staged:
        _move(f"{previous}/{path}", f"{work / STAGED}/{path}")
    return False


def plan(work: Path, stale: Collection[str]) -> None:
    """Everything is staged: from here on the new site is the one to come, whatever happens."""
    new_path = work / f"{PLAN}.new"
    new_path.write_text(json.dumps(sorted(stale)), "utf-8")
    os.replace(new_path, work / PLAN)


def is_planned(work: Path) -> bool:
    """Whether a build was to put its files in place, and may not have finished."""
    return (work / PLAN).exists()


def carry_out(work: Path, target: str) -> None:
    """Move the staged files into place and remove what no longer belongs; again, if need be."""
    stale = json.loads((work / PLAN).read_text("utf-8"))
    for path in sorted(tree(str(work / STAGED)).files):
        _move(f"{work / STAGED}/{path}", f"{target}/{path}")
    for path in stale:
        # A file may have made way for a folder, or be gone since this was last tried.
        with suppress(FileNotFoundError, NotADirectoryError):
            if not os.path.isdir(f"{target}/{path}"):
                os.unlink(f"{target}/{path}")
    existing = tree(target)
    _remove_empty(target, existing.folders, existing.files)
    (work / PLAN).unlink()


def _remove_empty(folder: str, folders: Collection[str], paths: Collection[str]) -> None:
    """Remove the folders that have none of the paths in them."""
    needed: set[str] = set()
    for path in paths:
        parent = os.path.dirname(path)
        while parent and parent not in needed:
            needed.add(parent)
            parent = os.path.dirname(parent)
    for path in sorted(set(folders) - needed, key=len, reverse=True):
        with suppress(OSError):
            os.rmdir(f"{folder}/{path}")


def _link(source: str, to: str) -> None:
    """Let a file be in two places: the same one, with its time stamp."""
    with suppress(OSError, NotImplementedError):
        os.link(source, to, follow_symlinks=False)
        return
    # Its folder is new, or the file system knows no such links.
    os.makedirs(os.path.dirname(to), exist_ok=True)
    try:
        os.link(source, to, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(source, to, follow_symlinks=False)


def _move(source: str, to: str) -> None:
    """Put a file in place of whatever is there, or is in the way."""
    if os.path.isdir(to) and not os.path.islink(to):
        shutil.rmtree(to)
    try:
        os.replace(source, to)
    except (FileNotFoundError, NotADirectoryError):
        _make_way(os.path.dirname(to))
        os.replace(source, to)


def _make_way(folder: str) -> None:
    """Make a folder, also where a file was."""
    parent = folder
    while parent and not os.path.lexists(parent):
        parent = os.path.dirname(parent)
    if parent and not os.path.isdir(parent):
        os.unlink(parent)
    os.makedirs(folder, exist_ok=True)
