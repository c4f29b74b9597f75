"""Ids that somebody wants to give: of the right form, and free."""

from __future__ import annotations

from living_strategy.adapters.cli.session import CannotStart
from living_strategy.content.graph import Graph
from living_strategy.content.validate import id_from
from living_strategy.language import Language


def check_form(entry_id: str, language: Language) -> None:
    """Refuse a text that cannot be an id, and say which one it may be meant to be.

    Raises:
        CannotStart: it cannot.
    """
    better = id_from(entry_id)
    if better and better == entry_id:
        return
    message = language.text("“{value}” cannot be an id.").format(value=entry_id)
    if better:
        message += " " + language.text("Write “{near}”.").format(near=better)
    else:
        message += " " + language.text(
            "Use lower-case letters a to z, digits and single hyphens only."
        )
    raise CannotStart(message)


def check_free(entry_id: str, graph: Graph, language: Language) -> None:
    """Refuse an id that is taken, also as an alias or by an entry that is broken.

    Raises:
        CannotStart: it is.
    """
    if entry := graph.find(entry_id):
        message = language.text("The id “{id}” is used already, in {other_file}.")
        file = graph.record(entry.id).source.path
        raise CannotStart(message.format(id=entry_id, other_file=file))
    if entry_id in graph.corpus.broken:
        raise CannotStart(
            language.text(
                "The id “{id}” is used already, in a file that cannot be read. Run “{command}”."
            ).format(id=entry_id, command=language.command("check"))
        )
