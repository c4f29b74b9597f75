"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click

from living_strategy.adapters.cli.translatable import N_

Function = TypeVar("Function", bound=Callable[..., Any])


def root_option(function: Function) -> Function:
    """`--root`, on the program and on every command; the innermost one counts."""
    return click.option(
        "--root",
        type=click.Path(path_type=Path),
        metavar=N_("FOLDER"),
        expose_value=False,
        callback=_keep_root,
        help=N_("The folder that holds strategy/. Without it: this folder, or the nearest above."),
    )(function)


def format_option(*choices: str) -> Callable[[Function], Function]:
    """`--format` with these choices, the first as default; the argument is `output_format`."""
    return click.option(
        "--format",
        "output_format",
        type=click.Choice(choices),
        default=choices[0],
        show_default=True,
        help=N_("How to write the result."),
    )


def _keep_root(context: click.Context, _: click.Parameter, value: Path | None) -> None:
    if value is not None:
        context.obj = replace(context.obj, given_root=value)
