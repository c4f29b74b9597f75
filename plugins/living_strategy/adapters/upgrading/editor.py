"""Schemas for an editor that follow a version: they are made anew where nobody has changed them."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from living_strategy.adapters.starting.editor_files import NotSettings, editor_files
from living_strategy.adapters.upgrading.other_program import unpacked
from living_strategy.adapters.upgrading.pin import Pin
from living_strategy.content.intake import STRATEGY, Collector
from living_strategy.content.overlaid import OverlaidSource
from living_strategy.content.read_ahead import no_prefetch
from living_strategy.content.records.settings_file import read_settings
from living_strategy.content.source import DiskSource
from living_strategy.figures.presence import kinds_in_use
from living_strategy.forms.schema_files import EDITOR, EDITOR_SETTINGS
from living_strategy.model.own_words import language_of

SCHEMAS = f"{EDITOR}/schemas"


def refreshed_schemas(
    pin: Pin, content: Mapping[str, bytes | None], work: Path
) -> tuple[dict[str, bytes | None], bool]:
    """Return the files of an editor to write, None for one to take away, and whether somebody has
    changed them, so that they stay. `content` is what the upgrade writes itself. A strategy that
    has none gets none.

    Nobody has changed them if they are what the version that the strategy has would write.
    """
    here = _there(pin.root)
    if not here:
        return {}, False
    try:
        wanted = _wanted(pin.root, content)
    except NotSettings:
        return {}, True
    files: dict[str, bytes | None] = {
        path: wanted.get(path) for path in {*here, *wanted} if here.get(path) != wanted.get(path)
    }
    if not files:
        return {}, False
    return (files, False) if _made_before(pin, work) == here else ({}, True)


def _wanted(root: Path, content: Mapping[str, bytes | None]) -> dict[str, bytes]:
    source = OverlaidSource(DiskSource(root), content)
    settings = read_settings(Collector(source, no_prefetch(source, ())))[0]
    before = (root / EDITOR_SETTINGS).read_bytes() if (root / EDITOR_SETTINGS).is_file() else None
    return editor_files(language_of(settings), kinds_in_use(settings), before=before)


def _there(root: Path) -> dict[str, bytes]:
    """Return the schemas and the settings that name them; nothing where there are no schemas."""
    schemas = sorted((root / SCHEMAS).glob("*.json"))
    settings = root / EDITOR_SETTINGS
    paths = [*schemas, settings] if schemas and settings.is_file() else []
    return {
        path.relative_to(root).as_posix(): path.read_bytes().replace(b"\r\n", b"\n")
        for path in paths
    }


def _made_before(pin: Pin, work: Path) -> dict[str, bytes]:
    """Return what the version that the strategy has makes of its settings, in a copy."""
    wheel = pin.wheel()
    if wheel is None:
        return {}
    copy = work / "editor"
    # Nothing is read through a link, and one that leads nowhere is no hindrance.
    shutil.copytree(pin.root / STRATEGY, copy / STRATEGY, symlinks=True)
    (copy / EDITOR).mkdir()
    shutil.copy2(pin.root / EDITOR_SETTINGS, copy / EDITOR_SETTINGS)
    unpacked(wheel, work).run_quietly(copy, "schema", "--editor")
    return _there(copy)
