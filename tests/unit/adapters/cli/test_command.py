"""Commands: made from a line in the list and a definition."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import click
import pytest

from living_strategy.adapters.cli import command as family
from living_strategy.adapters.cli.command import Command, Definition
from living_strategy.adapters.cli.options import format_option, root_option
from living_strategy.adapters.cli.session import Session
from living_strategy.language import LANGUAGES, Language

ENGLISH = Language.load("en")
NYNORSK = Language.load("nn")


@pytest.fixture
def counting(monkeypatch: pytest.MonkeyPatch) -> Command:
    """A command of a module of its own, which tells what it was given by its exit code."""

    class Module(ModuleType):
        @staticmethod
        def define(language: Language) -> Definition:
            def run(session: Session, times: int) -> int | None:
                return times if session.given_root else None

            return Definition(
                run, language.text("No errors."), (click.Option(["--times"], type=int),)
            )

    name = f"{family.__package__}.commands.counting"
    monkeypatch.setitem(sys.modules, name, Module(name))
    return Command("count", "Explain a finding.", "counting")


def test_help_of_a_command(counting: Command) -> None:
    """The summary stands above the details, all in the language; `--root` comes by itself."""
    made = counting.make(NYNORSK)

    assert made.name == "count"
    assert made.help == f"{NYNORSK.text('Explain a finding.')}\n\n{NYNORSK.text('No errors.')}"
    assert made.options_metavar == "[VAL]"
    assert [parameter.name for parameter in made.params] == ["root", "times"]


@pytest.mark.parametrize(
    ("arguments", "result"), [([], None), (["--root", "a", "--times", "3"], 3)]
)
def test_a_command_is_given_session_and_parameters(
    counting: Command, arguments: list[str], result: int | None
) -> None:
    """What the function returns is the result of the command."""
    made = counting.make(ENGLISH)

    assert made.main(arguments, standalone_mode=False, obj=Session(ENGLISH)) == result


def test_making_a_command_changes_none_that_was_made(counting: Command) -> None:
    """Commands in several languages stand beside each other."""
    made = {code: counting.make(Language.load(code)) for code in LANGUAGES}

    assert {code: command.help for code, command in made.items()} == {
        code: counting.make(Language.load(code)).help for code in reversed(LANGUAGES)
    }


def test_the_innermost_root_counts() -> None:
    """`--root` may stand before and behind the command."""
    seen: list[Session] = []
    inner = click.Command(
        "inner", params=[root_option(ENGLISH)], callback=click.pass_obj(seen.append)
    )
    outer = click.Group("outer", {"inner": inner}, params=[root_option(ENGLISH)])
    for arguments in (
        ["inner"],
        ["--root", "a", "inner"],
        ["inner", "--root", "b"],
        ["--root", "a", "inner", "--root", "b"],
    ):
        outer.main(arguments, standalone_mode=False, obj=Session(ENGLISH))

    assert [session.given_root for session in seen] == [None, Path("a"), Path("b"), Path("b")]


def test_format_option() -> None:
    """The first choice is the default."""
    option = format_option(NYNORSK, "text", "json")

    assert (option.name, option.default) == ("output_format", "text")
    assert option.help == NYNORSK.text("How to write the result.")
