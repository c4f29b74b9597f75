"""Command: a line in the list of commands, and a definition that its module makes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import click

from living_strategy.adapters.cli.options import options_metavar, root_option
from living_strategy.adapters.cli.session import Session
from living_strategy.language import Language

_FAMILY = "living_strategy.adapters.cli.commands"


@dataclass(frozen=True, slots=True)
class Definition:
    """The definition of a command: what it does, its help below the summary, and its parameters.

    `run` is given the session and the parameters by name; what it returns is the exit code, None
    meaning 0. Texts are in the language of the run already. `details_here` is the help where it
    depends on the strategy that the run is about; `details` then is that without a strategy.
    """

    run: Callable[..., int | None]
    details: str
    parameters: tuple[click.Parameter, ...] = ()
    details_here: Callable[[Session], str] | None = None


Define = Callable[[Language], Definition]


class _Command(click.Command):
    """A command that may have other help in one strategy than in another."""

    def __init__(
        self,
        name: str,
        summary: str,
        details_here: Callable[[Session], str] | None,
        **attributes: Any,
    ) -> None:
        super().__init__(name, **attributes)
        self._summary = summary
        self._details_here = details_here

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does in the strategy at hand."""
        if self._details_here and isinstance(ctx.obj, Session):
            self.help = f"{self._summary}\n\n{self._details_here(ctx.obj)}"
        super().format_help_text(ctx, formatter)


@dataclass(frozen=True, slots=True)
class Command:
    """A command as the list of commands knows it.

    `module` is its file in the folder `commands`. Its function `define` is a `Define`. The file
    is imported when the command is called, so that it may import what it works with at its top and
    the help of the program stays quick.
    """

    name: str
    summary: str
    module: str

    def define(self, language: Language) -> Definition:
        """Return the definition that the module of the command makes."""
        define: Define = import_module(f"{_FAMILY}.{self.module}").define
        return define(language)

    def make(self, language: Language) -> click.Command:
        """Make the click command with all its texts in the language."""
        definition, summary = self.define(language), language.text(self.summary)
        return _Command(
            self.name,
            summary,
            definition.details_here,
            callback=click.pass_obj(definition.run),
            params=[root_option(language), *definition.parameters],
            help=f"{summary}\n\n{definition.details}",
            options_metavar=options_metavar(language),
        )
