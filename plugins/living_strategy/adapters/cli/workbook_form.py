"""The form of workbooks, as the commands that write and read them take it."""

from __future__ import annotations

import click

FORMS = ("xlsx",)


def form_argument() -> click.Argument:
    """Make the argument that names the form: others may come."""
    return click.Argument(["form"], type=click.Choice(FORMS), metavar="xlsx")
