"""The program: its commands, its language, and what becomes of errors."""

from __future__ import annotations

import gc
import os
import signal
import traceback

import click

from living_strategy.adapters.cli import INTERRUPTED
from living_strategy.adapters.cli.commands import COMMANDS
from living_strategy.adapters.cli.options import root_option
from living_strategy.adapters.cli.output import note, prepare_streams, write
from living_strategy.adapters.cli.session import Session
from living_strategy.adapters.cli.site_language import install_translations, language_of
from living_strategy.adapters.cli.translatable import N_
from living_strategy.adapters.process.invoked import command_name
from living_strategy.language import Language

NAME = "living-strategy"
DEBUG = "LIVING_STRATEGY_DEBUG"
FAILED = 2


class _Program(click.Group):
    """A group that lists its commands in the order of work rather than of the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


def _show_version(context: click.Context, _: click.Parameter, value: bool) -> None:
    if value and not context.resilient_parsing:
        import living_strategy

        write(f"{NAME} {living_strategy.__version__}")
        context.exit()


@click.group(
    NAME,
    cls=_Program,
    help=N_(
        "Checks and publishes a strategy that is written as small text files.\n\n"
        "Begin with “{command} check”: it says what is wrong, where, and what to do."
    ),
    epilog=N_(
        "Help and messages are in the language of the strategy. The environment variable "
        "LIVING_STRATEGY_LANGUAGE (nb, nn or en) overrides it."
    ),
)
@root_option
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help=N_("Show the version and exit."),
)
def program() -> None:
    """All commands; each is a module of the family."""


for _module in COMMANDS:
    program.add_command(_module.command)


def translate(command: click.Command, language: Language) -> None:
    """Put the help of a command, and of all below it, into words of the language."""
    command.help = language.text(command.help or "").replace("{command}", language.program)
    command.epilog = language.text(command.epilog or "")
    command.options_metavar = language.text(N_("[OPTIONS]"))
    for parameter in command.params:
        parameter.metavar = language.text(parameter.metavar or "") or None
        if isinstance(parameter, click.Option):
            parameter.help = language.text(parameter.help or "")
    if isinstance(command, click.Group):
        command.subcommand_metavar = language.text(N_("COMMAND [ARGUMENTS] …"))
        for part in command.commands.values():
            translate(part, language)


def run(arguments: list[str]) -> int:
    """Run the program and return its exit code. Nothing but an interruption is raised."""
    prepare_streams()
    if hasattr(signal, "SIGPIPE"):
        # A reader that has seen enough, such as `head`, ends the program without a word.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    # A command lives for seconds, and what it builds has no cycles: collecting only costs time.
    gc.disable()
    code = language_of(arguments, os.environ)
    install_translations(code)
    language = Language.load(code).calling(command_name())
    translate(program, language)
    try:
        result = program.main(
            arguments, prog_name=language.program, standalone_mode=False, obj=Session(language)
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
