"""What a version changes in a strategy: the pin, names in content, and files that `start` made."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from living_strategy.adapters.git.command import GitError
from living_strategy.adapters.starting.repository import changed_paths
from living_strategy.adapters.upgrading.editor import refreshed_schemas
from living_strategy.adapters.upgrading.pin import REQUIREMENTS, Pin
from living_strategy.adapters.upgrading.refusal import Refusal
from living_strategy.adapters.upgrading.wheel import Wheel
from living_strategy.language import Language
from living_strategy.model import ITEM_FOLDERS
from living_strategy.starting.files import GENERATED_SUMS, generated_files, generated_sums
from living_strategy.upgrades import UPGRADES
from living_strategy.upgrades.migration import Migration, migrate

_CONTENT = ("strategy", *ITEM_FOLDERS, "overrides")
_TEXTS = (".html", ".md", ".yml")


@dataclass(frozen=True, slots=True)
class Plan:
    """What is written: new content by path, None for what is taken away. `differences` shows, by
    path, what is new in files that somebody has changed and that stay as they are; so do the
    schemas of an editor if `schemas_stay`.
    """

    files: Mapping[str, bytes | None]
    migration: Migration
    differences: Mapping[str, str]
    schemas_stay: bool = False


def plan_upgrade(pin: Pin, wheel: Wheel, language: Language, work: Path) -> Plan:
    """Return what this program, which is the one in the wheel, changes. `work` is a folder for what
    is thrown away.

    Raises:
        Refusal: a file that would be written has changes that are not committed.
        OSError: a file cannot be read.
    """
    migration = migrate(dict(_texts(pin.root)), UPGRADES)
    generated, differences = _refreshed(pin.root, generated_files(language))
    schemas, stay = refreshed_schemas(pin, migration.files, work)
    files = {**migration.files, **generated, **schemas, **_pinned(pin, wheel)}
    plan = Plan(files, migration, differences, stay)
    check_committed(pin.root, plan.files)
    return plan


def plan_downgrade(pin: Pin, wheel: Wheel) -> Plan:
    """Return what it takes to pin an earlier version: nothing in content has its old names back.

    Raises:
        Refusal: a file that would be written has changes that are not committed.
    """
    plan = Plan(_pinned(pin, wheel), Migration({}, (), (), ()), {})
    check_committed(pin.root, plan.files)
    return plan


def _pinned(pin: Pin, wheel: Wheel) -> dict[str, bytes | None]:
    files: dict[str, bytes | None] = {pin.path: None}
    return files | {wheel.path: wheel.content, REQUIREMENTS: pin.moved_to(wheel).encode("utf-8")}


def _texts(root: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the texts that people write. Nothing is read through a link."""
    for folder in _CONTENT:
        if (root / folder).is_symlink():
            continue
        for path in sorted((root / folder).rglob("*")):
            inner = path.relative_to(root)
            parts = [root.joinpath(*inner.parts[:end]) for end in range(1, len(inner.parts) + 1)]
            if path.suffix in _TEXTS and path.is_file() and not any(map(Path.is_symlink, parts)):
                yield inner.as_posix(), path.read_bytes()


def _refreshed(
    root: Path, texts: Mapping[str, str]
) -> tuple[dict[str, bytes | None], dict[str, str]]:
    """Return the generated files to write, with their sums, and the differences of the others. A
    file that is gone stays away; one that is new comes where nothing stands yet.
    """
    noted = dict(_noted(root))
    files: dict[str, bytes | None] = {}
    differences = {}
    for path, text in texts.items():
        here = _read(root / path)
        if here == text.encode():
            continue
        if here is None:
            if path not in noted and noted:
                files[path] = text.encode()
        elif noted.get(path) == hashlib.sha256(here).hexdigest():
            files[path] = text.encode()
        elif noted.get(path) != hashlib.sha256(text.encode()).hexdigest():
            differences[path] = _difference(path, here, text)
    sums = generated_sums(texts).encode()
    if _read(root / GENERATED_SUMS) != sums:
        files[GENERATED_SUMS] = sums
    return files, differences


def _noted(root: Path) -> Iterator[tuple[str, str]]:
    for line in (_read(root / GENERATED_SUMS) or b"").decode("utf-8", "replace").splitlines():
        digest, path = line[:64], line[66:]
        yield path, digest


def _read(path: Path) -> bytes | None:
    """Return what a file holds, with line feeds only, as it was made; None if there is none."""
    return path.read_bytes().replace(b"\r\n", b"\n") if path.is_file() else None


def _difference(path: str, here: bytes, text: str) -> str:
    lines = here.decode("utf-8", "replace").splitlines(keepends=True)
    return "".join(difflib.unified_diff(lines, text.splitlines(keepends=True), path, path, n=1))


def check_committed(root: Path, files: Mapping[str, bytes | None]) -> None:
    """Refuse where what is written could not be told from what somebody is working on."""
    try:
        changed = changed_paths(root, tuple(files))
    except (GitError, OSError):
        return
    if changed:
        raise Refusal(
            _(
                "These files would be written and have changes that are not committed: {files}. "
                "Commit them or undo them, then try again."
            ),
            files=", ".join(changed),
        )


def _(message: str) -> str:
    """Mark a message that is translated where it is shown."""
    return message
