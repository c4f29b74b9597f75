"""Which lists have filters, and how an address makes choices in them."""

from __future__ import annotations

from collections.abc import Mapping

from living_strategy.content.graph import Graph
from living_strategy.language import Language

# About what a screen shows at once.
MAX_UNFILTERED = 15


def is_filtered(rows: int) -> bool:
    """Return whether a list of so many rows has filters. A shorter one is read as quickly."""
    return rows > MAX_UNFILTERED


def choices_in_address(
    graph: Graph, language: Language, kind: str, choices: Mapping[str, str]
) -> str:
    """Return what the address of the list of a kind ends with to make these choices: nothing when
    the list is too short to have filters. Empty choices are none.
    """
    if not is_filtered(len(graph.by_kind.get(kind, ()))):
        return ""
    made = [f"{language.parameter(name)}={value}" for name, value in choices.items() if value]
    return f"?{'&'.join(made)}" if made else ""
