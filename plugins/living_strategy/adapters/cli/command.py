"""Command: a line in the list of commands, and a definition that its module makes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

import click

from living_strategy.adapters.cli.options import options_metavar, root_option
from living_strategy.language import Language

_FAMILY = "living_strategy.adapters.cli.commands"


@dataclass(frozen=True, slots=True)
class Definition:
    """The definition of a command: what it does, its help below the summary, and its parameters.

    `run` is given the session and the parameters by name; what it returns is the exit code, None
    meaning 0. Texts are in the language of the run already.
    """

    run: Callable[..., int | None]
    details: str
    parameters: tuple[click.Parameter, ...] = ()


Define = Callable[[Language], Definition]


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
        definition = self.define(language)
        return click.Command(
            self.name,
            callback=click.pass_obj(definition.run),
            params=[root_option(language), *definition.parameters],
            help=f"{language.text(self.summary)}\n\n{definition.details}",
            options_metavar=options_metavar(language),
        )
