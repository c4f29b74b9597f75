"""Commands: what each does, its arguments and options, from click's own objects."""

from __future__ import annotations

from collections.abc import Iterator

import click

from tools.reference.fields import cell, code

PAGE = "commands.md"
NAME = "living-strategy"
BEGINNING = f"""\
# Commands

`{NAME}` has one command a task. Help and messages are in the language of the strategy; the
environment variable `LIVING_STRATEGY_LANGUAGE` (nb, nn or en) overrides it. Every command has
`--help`.

| Exit code | Meaning |
|---|---|
| 0 | done; `check` found no errors |
| 1 | `check` or `build` found errors: nothing was written |
| 2 | it could not begin: a wrong command, no strategy, a folder that cannot be written |
| 130 | interrupted |

This page is written from `plugins/living_strategy/adapters/cli/`; run `make docs` after a change
there.
"""


def program() -> click.Group:
    """Return click's object of the program, with English texts. The only place that asks for it."""
    from living_strategy.adapters.cli.program import make_program
    from living_strategy.language import Language

    return make_program(Language.load("en"))


def page() -> str:
    """Write the page."""
    group = program()
    context = click.Context(group, info_name=NAME)
    sections = [_section(NAME, group, context)]
    for name in group.list_commands(context):
        # As when it is called: what a group lists need not be the whole command.
        _, command, _ = group.resolve_command(context, [name])
        if command and not command.hidden:
            sections.append(_section(f"{NAME} {name}", command, context))
    return BEGINNING + "".join(sections)


def _section(usage: str, command: click.Command, parent: click.Context) -> str:
    context = click.Context(command, info_name=command.name, parent=parent)
    usage = " ".join([usage, *_usage(command, context)])
    rows = [_option(option, context) for option in _options(command)]
    text = (command.help or "").replace("{command}", NAME)
    options = f"| Option | What it does |\n|---|---|\n{''.join(rows)}" if rows else ""
    return f"\n## `{usage.split(' [')[0].rstrip()}`\n\n{text}\n\n```text\n{usage}\n```\n\n{options}"


def _usage(command: click.Command, context: click.Context) -> Iterator[str]:
    yield "[OPTIONS]"
    if isinstance(command, click.Group):
        yield "COMMAND [ARGUMENTS] …"
    for parameter in command.params:
        if isinstance(parameter, click.Argument):
            yield parameter.make_metavar(context)


def _options(command: click.Command) -> list[click.Option]:
    return [
        parameter
        for parameter in command.params
        if isinstance(parameter, click.Option) and not parameter.hidden
    ]


def _option(option: click.Option, context: click.Context) -> str:
    names = ", ".join(option.opts)
    if not option.is_flag:
        names += f" {option.make_metavar(context)}"
    default = option.get_default(context, call=False)
    has_usual_value = option.show_default and isinstance(default, str)
    usual = f" Without it: `{default}`." if has_usual_value else ""
    return f"| {code(names)} | {cell(option.help or '')}{usual} |\n"
