"""The commands, in the order of work; one command one file."""

from __future__ import annotations

from types import ModuleType

from living_strategy.adapters.cli.commands import (
    build,
    check,
    explain,
    listing,
    new,
    schema,
    serve,
    show,
)

COMMANDS: tuple[ModuleType, ...] = (check, build, serve, listing, show, new, explain, schema)
