"""What lies in a content folder: no link is followed, and what is hidden is no content."""

from __future__ import annotations

import os
import stat
from enum import Enum

from living_strategy.content.file_names import better_name, can_be_read, shown
from living_strategy.content.intake import Collector
from living_strategy.content.reading import link_found
from living_strategy.diagnostics import Location

# Other programs keep notes of their own beside a file under such names.
_NOTES = (".#", "._")


class Sort(Enum):
    """What a name in a folder stands for; `OTHER` is a link, a pipe, a socket or a device."""

    FILE = "file"
    FOLDER = "folder"
    OTHER = "other"


def listing(
    intake: Collector, folder: str, endings: tuple[str, ...]
) -> list[tuple[str, Sort]] | None:
    """The names in a folder, in order; none when it does not exist, None when it cannot be listed.

    Links are noted, and so are names that are not UTF-8, and hidden files that were meant to be
    read: those with one of the `endings`. Hidden files and folders are not among the names. The
    folders above this one are no links.
    """
    if os.path.islink(f"{intake.root}/{folder}"):
        intake.diagnostics.append(link_found(intake.root, folder))
        return None
    try:
        with os.scandir(f"{intake.root}/{folder}") as found:
            entries = sorted(found, key=lambda entry: entry.name)
            return [
                (entry.name, sort)
                for entry in entries
                if (sort := _sort(intake, folder, entry, endings))
            ]
    except FileNotFoundError:
        return []
    except OSError as error:
        reason = error.strerror or type(error).__name__
        intake.report("file-unreadable", Location(folder), {"reason": reason})
        return None


def _sort(
    intake: Collector, folder: str, entry: os.DirEntry[str], endings: tuple[str, ...]
) -> Sort | None:
    """What an entry is, or None once it has been noted that it counts for nothing."""
    name, path = entry.name, f"{folder}/{entry.name}"
    if not can_be_read(name):
        near = better_name(name)
        params = {"name": shown(name)} | ({"near": near} if near else {})
        intake.report("bad-file-name", Location(shown(path)), params)
        return None
    if entry.is_symlink():
        # A hidden link to a file is never followed; one to a folder may be, by other programs.
        if name.startswith(".") and not os.path.isdir(f"{intake.root}/{path}"):
            return None
        intake.diagnostics.append(link_found(intake.root, path))
        return None if name.startswith(".") else Sort.OTHER
    if name.startswith("."):
        if name.lower().endswith(endings) and not name.startswith(_NOTES):
            params = {"endings": ", ".join(endings), "case": "hidden"}
            intake.report("unexpected-file", Location(path), params)
        return None
    mode = entry.stat(follow_symlinks=False).st_mode
    if stat.S_ISDIR(mode):
        return Sort.FOLDER
    return Sort.FILE if stat.S_ISREG(mode) else Sort.OTHER


def is_taken(intake: Collector, path: str, by: str) -> bool:
    """Whether a path below the root belongs to another file than `by`. Where capital letters make
    no difference, a file is found under both.
    """
    full, other = f"{intake.root}/{path}", f"{intake.root}/{by}"
    return os.path.lexists(full) and not os.path.samefile(full, other)
