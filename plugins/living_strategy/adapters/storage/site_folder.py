"""Where a site may be worked on: beside its folder, where it can be moved from, else inside it."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from living_strategy.adapters.storage.site_lock import MAX_MINUTES
from living_strategy.language import Language

# How the names of our own folders begin, beside a site or in it: no part of a site.
MARK = ".living-strategy-"
# What the system has on a disk of its own.
_LOST = "lost+found"
_MOUNTS = "/proc/self/mountinfo"


def is_no_part(name: str) -> bool:
    """Whether something in the folder of a site is for building it, or the system's."""
    return name == _LOST or name.startswith(MARK)


class SiteFolderError(Exception):
    """A site cannot be written to a folder; `message` says why, and what to do."""

    def __init__(
        self, case: Literal["dangling", "no folder", "closed", "busy"], folder: object
    ) -> None:
        super().__init__(case, str(folder))
        self.case = case
        self.folder = folder

    def message(self, language: Language) -> str:
        """Return what happened and what to do, in the site's language."""
        messages = {
            "dangling": language.text(
                "The site cannot be written to {folder}: it is a link to a folder that does not "
                "exist. Make that folder, or remove the link."
            ),
            "no folder": language.text(
                "The site cannot be written to {folder}: a file has that name. Remove it, or "
                "choose another folder."
            ),
            "closed": language.text(
                "The site cannot be written to {folder}: you may not write there. Get access to "
                "the folder, or choose another one."
            ),
            "busy": language.text(
                "Nothing was written to {folder}: another build has been writing there for more "
                "than {count} minutes. Wait for it or stop it, and build again."
            ),
        }
        return messages[self.case].format(folder=self.folder, count=MAX_MINUTES)


@dataclass(frozen=True, slots=True)
class Place:
    """The folder of a site, links followed; the folder to work in, which all builds of the site
    share; and whether a new site can take the place of the old one as a whole.
    """

    target: str
    shared: Path
    is_movable: bool


def place_of(folder: str | Path) -> Place:
    """Where the site in `folder` is worked on.

    Raises:
        SiteFolderError: no site can be there.
    """
    target = os.path.realpath(folder)
    if os.path.lexists(folder) and not os.path.exists(folder):
        raise SiteFolderError("dangling", folder)
    if os.path.exists(target) and not os.path.isdir(target):
        raise SiteFolderError("no folder", folder)
    parent, name = os.path.split(target)
    work_name = MARK + hashlib.sha256(os.fsencode(name)).hexdigest()[:8]
    try:
        os.makedirs(parent, exist_ok=True)
    except PermissionError:
        raise SiteFolderError("closed", folder) from None
    is_movable = _is_open(parent) and (not os.path.isdir(target) or _is_like(target, parent))
    if not is_movable and not _is_open(target):
        raise SiteFolderError("closed", folder)
    return Place(target, Path(parent if is_movable else target) / work_name, is_movable)


def _is_open(folder: str) -> bool:
    return os.access(folder, os.W_OK | os.X_OK)


def _is_like(target: str, parent: str) -> bool:
    """Whether a folder beside this one can take its place: on the same disk, and as much ours."""
    status = os.stat(target)
    if status.st_dev != os.stat(parent).st_dev or _is_mount_point(target):
        return False
    if not hasattr(os, "geteuid") or os.geteuid() == 0:
        return True
    groups = (os.getegid(), *os.getgroups())
    return status.st_uid == os.geteuid() and status.st_gid in groups


def _is_mount_point(folder: str) -> bool:
    """Also one from the same disk, as containers have them."""
    try:
        with open(_MOUNTS, "rb") as file:
            names = [line.split()[4].decode("unicode_escape") for line in file]
    except OSError:
        names = []
    mounts = {os.fsdecode(name.encode("latin-1")) for name in names}
    return os.path.ismount(folder) or folder in mounts
