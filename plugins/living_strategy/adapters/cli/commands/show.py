"""`show`: one entry with all its fields and its links both ways."""

from __future__ import annotations

import click

from living_strategy.adapters.cli.command import Definition
from living_strategy.adapters.cli.entry_sheet import entry_sheet
from living_strategy.adapters.cli.output import write
from living_strategy.adapters.cli.session import CannotStart, Session
from living_strategy.content.graph import Graph, link
from living_strategy.content.loader import load
from living_strategy.content.source import DiskSource
from living_strategy.diagnostics import nearest
from living_strategy.language import Language
from living_strategy.model import Entry


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
    write(entry_sheet(_find(entry_id, graph, language), graph, language))


def _find(entry_id: str, graph: Graph, language: Language) -> Entry:
    if entry := graph.find(entry_id):
        return entry
    if entry_id in graph.corpus.broken:
        raise CannotStart(
            language.text("“{id}” cannot be read as it stands. Run “{command}”.").format(
                id=entry_id, command=language.command("check")
            )
        )
    message = language.text("No entry has the id “{id}”.").format(id=entry_id)
    if suggestion := nearest(entry_id, graph.entries):
        message += " " + language.text("Did you mean “{near}”?").format(near=suggestion)
    raise CannotStart(message)
