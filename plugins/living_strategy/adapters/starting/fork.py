"""A fork of this program's repository with a strategy of its own, kept without the program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from living_strategy.adapters.git.command import GitError
from living_strategy.adapters.starting.copied_repository import FILES, FOLDERS, Exchange, NotReady
from living_strategy.adapters.starting.repository import committed, is_clean, versions
from living_strategy.model import ITEM_FOLDERS

_CONTENT = ("strategy", *ITEM_FOLDERS)
# What a fork may have made its own; the other files beside the folders belong to the program.
_OWN = (
    *("README.md", "mkdocs.yml", "CONTRIBUTING.md", "SECURITY.md", "LICENSE"),
    ".github/PULL_REQUEST_TEMPLATE.md",
)


def plan_fork(folder: Path, files: Mapping[str, bytes], upstream: str) -> Exchange:
    """Return what would be exchanged in a fork. `upstream` names the branch that it follows.

    Gone is content that is, letter for letter, a version of that branch, and the program. Files of
    the fork's own, and those of ours that it has changed, stay where a strategy has its files; they
    go before those of a new strategy.

    Raises:
        NotReady: not everything is committed, or git does not know the branch.
    """
    try:
        if not is_clean(folder):
            raise NotReady(
                _(
                    "There are changes that are not committed. Commit them or undo them, then try "
                    "again."
                )
            )
        ours = versions(folder, upstream)
        paths = {path for path, _ in ours}
        here = committed(folder)
    except (GitError, OSError):
        raise NotReady(
            _("Git knows no “{files}” here. Fetch the branch that this fork follows."), upstream
        ) from None
    kept = dict.fromkeys(
        path
        for path, blob in here.items()
        if not _is_ours(path, (path, blob) in ours, path in paths)
    )
    gone = Counter(_counted(path) for path in here if path not in kept)
    has_items = any(path.startswith(_item_folders()) for path in kept)
    new = {
        path: content
        for path, content in files.items()
        if path not in kept and not (has_items and path.startswith(_item_folders()))
    }
    return Exchange(folder, new, dict(sorted(gone.items())), tuple(kept))


def _is_ours(path: str, is_unchanged: bool, is_known: bool) -> bool:
    top = path.split("/")[0]
    if top in _CONTENT or path in _OWN:
        return is_unchanged
    return path in FILES or (top in FOLDERS and is_known)


def _counted(path: str) -> str:
    top = path.split("/")[0]
    return top if top in FOLDERS else path


def _item_folders() -> tuple[str, ...]:
    return tuple(f"{folder}/" for folder in ITEM_FOLDERS)


def _(message: str) -> str:
    """Mark a message that is translated where it is shown."""
    return message
