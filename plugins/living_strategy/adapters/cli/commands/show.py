"""`show`: one entry with all its fields and its links both ways."""

from __future__ import annotations

import click

from living_strategy.adapters.cli.command import Definition
from living_strategy.adapters.cli.entry_lookup import find_entry
from living_strategy.adapters.cli.entry_sheet import entry_sheet
from living_strategy.adapters.cli.output import write
from living_strategy.adapters.cli.session import Session
from living_strategy.content.graph import link
from living_strategy.content.loader import load
from living_strategy.content.source import DiskSource
from living_strategy.language import Language


def define(language: Language) -> Definition:
    """Define the command in a language."""
    text = language.text
    return Definition(
        show,
        text(
            "ID is the name of its file without the ending, or its key in a register. Shown are "
            "its fields, what it points to, what points to it, and the texts that mention it."
        ),
        (click.Argument(["entry_id"], metavar=text("ID")),),
    )


def show(session: Session, entry_id: str) -> None:
    """Write one entry."""
    language = session.language
    graph = link(load(DiskSource(session.root)).corpus)
    write(entry_sheet(find_entry(entry_id, graph, language), graph, language))
