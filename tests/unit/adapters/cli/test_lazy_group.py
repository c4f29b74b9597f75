"""A group of commands that are imported when they are called."""

from __future__ import annotations

import click
import pytest
from click.shell_completion import ShellComplete

from living_strategy.adapters.cli.command import Command
from living_strategy.adapters.cli.commands import COMMANDS
from living_strategy.adapters.cli.lazy_group import LazyGroup
from living_strategy.adapters.cli.session import Session
from living_strategy.language import Language

NORWEGIAN = Language.load("nb")
# No module is called so: whoever imports it fails.
ABSENT = Command("zebra", "Begin a new entry.", "absent")
GROUP = LazyGroup("group", (ABSENT, *COMMANDS), NORWEGIAN)


def test_help_lists_without_importing() -> None:
    """Names stand in the order given, each with its summary in the language."""
    context = click.Context(GROUP)
    lines = GROUP.get_help(context).splitlines()

    assert GROUP.list_commands(context) == ["zebra", *(command.name for command in COMMANDS)]
    width = max(len(name) for name in GROUP.list_commands(context))
    assert f"  {'zebra':<{width}}  Begynn på en ny oppføring." in lines


def test_a_command_is_imported_when_it_is_called() -> None:
    """The placeholder gives way to the command itself."""
    context = click.Context(GROUP)
    name, command, rest = GROUP.resolve_command(context, ["check", "--strict"])

    assert (name, rest) == ("check", ["--strict"])
    assert command
    names = [parameter.name for parameter in command.params]
    assert names == ["root", "strict", "as_of", "output_format"]
    with pytest.raises(ModuleNotFoundError):
        GROUP.resolve_command(context, ["zebra"])


def test_an_unknown_command_is_refused() -> None:
    """As click does it, with the names that are near."""
    with pytest.raises(click.UsageError, match="chekc"):
        GROUP.resolve_command(click.Context(GROUP), ["chekc"])


@pytest.mark.parametrize(
    ("arguments", "begun", "offered"),
    [([], "z", ["zebra"]), ([], "expl", ["explain"]), (["check"], "--s", ["--strict"])],
)
def test_completion(arguments: list[str], begun: str, offered: list[str]) -> None:
    """A shell completes names from the list, and options from the command itself."""
    complete = ShellComplete(GROUP, {"obj": Session(NORWEGIAN)}, "group", "_GROUP_COMPLETE")

    assert [item.value for item in complete.get_completions(arguments, begun)] == offered
