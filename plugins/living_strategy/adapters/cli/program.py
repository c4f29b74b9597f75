"""The program: its commands, its language, and its handling of errors."""

from __future__ import annotations

import os
import traceback
from collections.abc import Sequence

import click

import living_strategy
from living_strategy.adapters.cli import INTERRUPTED
from living_strategy.adapters.cli.commands import COMMANDS
from living_strategy.adapters.cli.lazy_group import LazyGroup
from living_strategy.adapters.cli.options import options_metavar, root_option
from living_strategy.adapters.cli.output import note, write
from living_strategy.adapters.cli.session import Session
from living_strategy.adapters.cli.site_language import (
    install_translations,
    language_for,
    root_in,
)
from living_strategy.adapters.process.invoked import command_name
from living_strategy.language import Language

NAME = "living-strategy"
DEBUG = "LIVING_STRATEGY_DEBUG"
FAILED = 2


def make_program(language: Language) -> click.Group:
    """Make the program with all its texts in the language."""
    text = language.text
    return LazyGroup(
        NAME,
        COMMANDS,
        language,
        params=[
            root_option(language),
            click.Option(
                ["--version"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_show_version,
                help=text("Show the version and exit."),
            ),
        ],
        help=text(
            "Checks and publishes a strategy that is written as small text files.\n\n"
            "Begin with “{command} check”: it says what is wrong, where, and what to do."
        ).replace("{command}", language.program),
        epilog=text(
            "Help and messages are in the language of the strategy. The environment variable "
            "LIVING_STRATEGY_LANGUAGE (nb, nn or en) overrides it."
        ),
        options_metavar=options_metavar(language),
        subcommand_metavar=text("COMMAND [ARGUMENTS] …"),
    )


def run(arguments: Sequence[str]) -> int:
    """Run the program and return its exit code. Nothing but an interruption is raised.

    Nothing of a run stays behind in the process: the next one may be in another language.
    """
    language = language_for(arguments, os.environ).calling(command_name())
    with install_translations(language.code):
        try:
            result = make_program(language).main(
                list(arguments),
                prog_name=language.program,
                standalone_mode=False,
                obj=Session(language, root_in(arguments)),
            )
            return int(result or 0)
        except click.ClickException as error:
            error.show()
            return error.exit_code
        except click.Abort:
            note(language.text("Interrupted."))
            return INTERRUPTED
        except Exception as error:
            return _failed(error, language)


def _show_version(context: click.Context, _: click.Parameter, value: bool) -> None:
    if value and not context.resilient_parsing:
        write(f"{NAME} {living_strategy.__version__}")
        context.exit()


def _failed(error: Exception, language: Language) -> int:
    if os.environ.get(DEBUG, "0") not in ("", "0"):
        traceback.print_exception(error)
    message = language.text(
        "Something went wrong that the program did not foresee ({error}). Please report it; set "
        "{variable}=1 to see the details."
    )
    detail = f"{type(error).__name__}: {error}".splitlines()[0][:200]
    note(message.format(error=detail, variable=DEBUG))
    return FAILED
