"""Folders that hold content: nothing else is written there."""

from __future__ import annotations

from pathlib import Path

from living_strategy.content.intake import STRATEGY
from living_strategy.model import ITEM_FOLDERS


def in_content(folder: Path, root: Path) -> bool:
    """Return whether a folder is one that holds content, or lies in one. Both paths are full."""
    return any(folder.is_relative_to(root / name) for name in (STRATEGY, *ITEM_FOLDERS))
