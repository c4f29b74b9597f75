"""The entry that somebody names by its id, and where it is written."""

from __future__ import annotations

from living_strategy.adapters.cli.session import CannotStart
from living_strategy.content.corpus import Record
from living_strategy.content.graph import Graph
from living_strategy.diagnostics import nearest
from living_strategy.editing.setting import Target
from living_strategy.language import Language
from living_strategy.model import Entry


def find_entry(entry_id: str, graph: Graph, language: Language) -> Entry:
    """Return the entry with an id, or with an earlier id.

    Raises:
        CannotStart: there is none, or it cannot be read; the message says what may be meant.
    """
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


def target_of(record: Record) -> Target:
    """Return where an entry is written."""
    return Target(record.source.path, type(record.entry), record.entry.id, record.base)
