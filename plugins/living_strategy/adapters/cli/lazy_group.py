"""A group of commands that imports a command lazily: when it is called, not to list it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from living_strategy.adapters.cli.command import Command
from living_strategy.language import Language


class LazyGroup(click.Group):
    """Commands in the order of work. Until one is called, a placeholder with its name and summary
    stands for it: that is all that help, suggestions and completion need.
    """

    def __init__(
        self, name: str, commands: Sequence[Command], language: Language, **attributes: Any
    ) -> None:
        placeholders = {
            command.name: click.Command(command.name, help=language.text(command.summary))
            for command in commands
        }
        super().__init__(name, placeholders, **attributes)
        self._members = {command.name: command for command in commands}
        self._language = language

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order given, not alphabetically."""
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Replace the placeholder by the command itself."""
        name, placeholder, arguments = super().resolve_command(ctx, args)
        if name is None:
            return name, placeholder, arguments
        return name, self._members[name].make(self._language), arguments
