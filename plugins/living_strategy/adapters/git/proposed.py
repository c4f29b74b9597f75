"""What a proposal is compared with: the commit where it begins, and the files that it changes."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from living_strategy.adapters.git.command import ask
from living_strategy.adapters.git.revision import GitSource, NoRevision, open_revision
from living_strategy.adapters.storage.own_files import is_own


class NoBeginning(Enum):
    """Why nobody can say where a proposal begins."""

    SHALLOW = "only the end of the history was fetched"


def open_beginning(root: Path, base: str, head: str) -> GitSource | NoRevision | NoBeginning:
    """Open the content of a folder as it was where `head` went apart from `base`: what came into
    `base` later is no part of the proposal. Where they have nothing in common it is `base` itself.
    """
    source = open_revision(root, base)
    if isinstance(source, NoRevision):
        return NoBeginning.SHALLOW if _is_shallow(root) else source
    shared = ask(root, "merge-base", source.commit, head)
    if shared.returncode:
        return NoBeginning.SHALLOW if _is_shallow(root) else source
    commit = shared.stdout.decode("ascii").strip()
    return source if commit == source.commit else open_revision(root, commit)


def changed_paths(root: Path, base: str, head: str) -> tuple[str, ...]:
    """Return the paths of the files that differ between two commits, sorted; `head` is empty for
    the files on disk, without those that the program made. They begin at the content root; those
    beside it have their whole path.
    """
    top = ask(root, "rev-parse", "--show-prefix").stdout.decode("utf-8", "surrogateescape")
    prefix = top.rstrip("\n")
    if head:
        names = _names(root, "diff-tree", "-r", "--name-only", "--no-renames", "-z", base, head)
    else:
        tracked = _names(root, "diff", "--name-only", "--no-renames", "-z", base)
        others = ("ls-files", "--others", "--exclude-standard", "--full-name", "-z")
        new = _names(root, *others)
        names = tracked | {name for name in new if not is_own(root, name.removeprefix(prefix))}
    return tuple(sorted(name.removeprefix(prefix) for name in names))


def _names(root: Path, *arguments: str) -> set[str]:
    listed = ask(root, *arguments)
    return set(listed.stdout.decode("utf-8", "surrogateescape").split("\0")) - {""}


def _is_shallow(root: Path) -> bool:
    return ask(root, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
