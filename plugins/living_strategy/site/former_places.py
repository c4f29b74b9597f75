"""Former places: where the pages of entries lay before, under another id or in another folder."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.model import KINDS, Entry
from living_strategy.site.addresses import Addresses


def former_places(graph: Graph, addresses: Addresses) -> Iterator[tuple[str, Entry]]:
    """Yield every address, with a slash at the end, that a page had under an earlier id of its
    entry, and before the strategy renamed the folder of a kind; each with the entry of today.
    """
    aliases = [(alias, graph.entries[key]) for alias, key in sorted(graph.aliases.items())]
    for alias, entry in aliases:
        yield f"{addresses.index(entry.kind)}{alias}/", entry
    for kind in KINDS:
        names = [(entry.id, entry) for entry in graph.by_kind[kind.kind]]
        names += [(alias, entry) for alias, entry in aliases if entry.kind == kind.kind]
        for folder in addresses.former_folders(kind.kind):
            for name, entry in names:
                yield f"{folder}{name}/", entry


def former_lists(graph: Graph, addresses: Addresses) -> Iterator[tuple[str, type[Entry]]]:
    """Yield every folder that the pages of a kind lay in, where there are any."""
    for kind in KINDS:
        for folder in addresses.former_folders(kind.kind) if graph.by_kind[kind.kind] else ():
            yield folder, kind
