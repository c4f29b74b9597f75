"""Publish a public strategy that stays alive: checked, cross-linked, always up to date.

Promised are the names in `__all__` and `living_strategy.publication.build`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from living_strategy.diagnostics import Diagnostic
    from living_strategy.inspection import Inspection, inspect_strategy
    from living_strategy.publication import BuildResult

    __version__: str

# Where each public name lives. They are imported when first asked for, so that the package itself
# and the command line start quickly.
_HOMES = {
    "BuildResult": "living_strategy.publication",
    "Diagnostic": "living_strategy.diagnostics",
    "Inspection": "living_strategy.inspection",
    "inspect_strategy": "living_strategy.inspection",
}

__all__ = ["BuildResult", "Diagnostic", "Inspection", "__version__", "inspect_strategy"]


def __getattr__(name: str) -> object:
    if name == "__version__":
        return _version()
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("living-strategy")
    except PackageNotFoundError:
        return "0+unknown"
