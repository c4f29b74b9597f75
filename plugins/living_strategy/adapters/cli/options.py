"""Options that several commands share."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from living_strategy.language import Language


def root_option(language: Language) -> click.Option:
    """Make `--root`, on the program and on every command; the innermost one counts."""
    return click.Option(
        ["--root"],
        type=click.Path(path_type=Path),
        metavar=language.text("FOLDER"),
        expose_value=False,
        callback=_keep_root,
        help=language.text(
            "The folder that holds strategy/. Without it: this folder, or the nearest above."
        ),
    )


def as_of_option(language: Language) -> click.Option:
    """Make `--as-of`: the day that what is late and what is old is judged by."""
    return click.Option(
        ["--as-of"],
        metavar=language.text("DATE"),
        expose_value=False,
        callback=_keep_today,
        help=language.text("The day to judge by, such as 2026-11-03. Without it: today."),
    )


def format_option(language: Language, *choices: str) -> click.Option:
    """Make `--format` with these choices, the first as default; the argument is `output_format`."""
    return click.Option(
        ["--format", "output_format"],
        type=click.Choice(choices),
        default=choices[0],
        show_default=True,
        help=language.text("How to write the result."),
    )


def options_metavar(language: Language) -> str:
    """Return the word for all options in a line of usage."""
    return language.text("[OPTIONS]")


def _keep_root(context: click.Context, _: click.Parameter, value: Path | None) -> None:
    if value is not None:
        context.obj = replace(context.obj, given_root=value)


def _keep_today(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
    if value is None:
        return
    try:
        day = date.fromisoformat(value)
    except ValueError:
        language: Language = context.obj.language
        message = language.text("“{value}” is no day. Write it as 2026-11-03.")
        raise click.BadParameter(message.format(value=value), context, parameter) from None
    context.obj = replace(context.obj, given_today=day)
