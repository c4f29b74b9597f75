"""Writing to the terminal: texts for people, data for programs, and a sign of life."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click


def write(text: str) -> None:
    """A text for people, on standard output."""
    click.echo(text)


def write_data(text: str) -> None:
    """A text for programs, on standard output: UTF-8 whatever the terminal says."""
    click.echo(f"{text}\n".encode(errors="replace"), nl=False)


def note(text: str) -> None:
    """A remark that does not belong to the result, on standard error."""
    click.echo(text, err=True)


class Progress:
    """One line on standard error that tells what is going on; silent unless it is a terminal."""

    def __init__(self) -> None:
        self._shown = sys.stderr is not None and sys.stderr.isatty()

    def __call__(self, message: str) -> None:
        """Replace the line."""
        if self._shown:
            click.echo(f"\r\x1b[2K{message}", nl=False, err=True, color=True)

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            click.echo("\r\x1b[2K", nl=False, err=True, color=True)


@contextmanager
def progress(message: str) -> Iterator[Progress]:
    """Show what is going on while the block runs."""
    line = Progress()
    line(message)
    try:
        yield line
    finally:
        line.clear()
