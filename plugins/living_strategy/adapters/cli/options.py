"""Options that several commands share."""

from __future__ import annotations

from dataclasses import replace
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
