"""Dates of the last change of each source file, from git."""

from __future__ import annotations

import subprocess
from pathlib import Path

from living_strategy.content.intake import STRATEGY
from living_strategy.model import ITEM_FOLDERS

_FOLDERS = (STRATEGY, *ITEM_FOLDERS)


def last_changes(root: Path) -> dict[str, str]:
    """Return the dates of the newest commits by path below the content root.

    Empty where there is no git, no history, or only the end of one: then every file would seem to
    have changed in the last commit that is there.
    """
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    log = _git(
        root,
        *("-c", "core.quotePath=false", "log", "--format=%x01%cs", "--name-only", "--no-renames"),
        *("--relative", "--", *_FOLDERS),
    )
    dates: dict[str, str] = {}
    for commit in log.split("\x01")[1:]:
        date, *paths = commit.split("\n")
        for path in paths:
            if path:
                dates.setdefault(path, date)
    return dates


def _git(root: Path, *arguments: str) -> str:
    """Return the output of git; empty when it is missing or fails."""
    command = ("git", "-C", str(root), *arguments)
    try:
        process = subprocess.run(command, capture_output=True, check=True)  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return ""
    return process.stdout.decode("utf-8", "replace")
