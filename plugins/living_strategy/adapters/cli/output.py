"""Output to the terminal: texts for people, data for programs, and progress."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click


def write(text: str) -> None:
    """Write a text for people to standard output."""
    click.echo(text)


def write_data(text: str) -> None:
    """Write a text for programs to standard output: UTF-8 whatever the terminal says."""
    click.echo(f"{text}\n".encode(errors="replace"), nl=False)


def note(text: str) -> None:
    """Write a remark that does not belong to the result to standard error."""
    click.echo(text, err=True)


class Progress:
    """A progress line on standard error; silent unless that is a terminal."""

    def __init__(self) -> None:
        self._shown = sys.stderr is not None and sys.stderr.isatty()

    def __call__(self, message: str) -> None:
        """Replace the line."""
        if self._shown:
            click.echo(f"\r\x1b[2K{message}", nl=False, err=True, color=True)

    def clear(self) -> None:
        """Remove the line."""
        if self._shown:
            click.echo("\r\x1b[2K", nl=False, err=True, color=True)


@contextmanager
def progress(message: str) -> Iterator[Progress]:
    """Show progress while the block runs."""
    line = Progress()
    line(message)
    try:
        yield line
    finally:
        line.clear()
