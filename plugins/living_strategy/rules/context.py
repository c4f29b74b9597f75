"""What every rule may look at besides the graph, and how a finding proposes a municipality."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from living_strategy.content.graph import Graph
from living_strategy.model import Entry
from living_strategy.model.municipality import Municipality
from living_strategy.rules.code import Code


@dataclass(frozen=True, slots=True)
class CheckContext:
    """What lies outside the files themselves.

    `today` decides what lies in the future. `addresses` maps the addresses of generated lists and
    overviews to the kind or name of what they show; the page of an entry lies below the list of
    its kind. `overrides` are the names of templates that the strategy replaces, `templates` those
    that exist. `has_file` tells whether a file stands below `strategy/`, `is_reserved` whether the
    site itself may need a path below its root; `codes` are all codes by name.
    """

    today: date
    addresses: Mapping[str, str] = field(default_factory=dict)
    overrides: tuple[str, ...] = ()
    templates: tuple[str, ...] = ()
    has_file: Callable[[str], bool] = lambda name: False
    is_reserved: Callable[[str], bool] = lambda path: False
    codes: Mapping[str, Code] = field(default_factory=dict)

    def entry_at(self, graph: Graph, address: str) -> Entry | None:
        """The entry whose page has this address, now or by an earlier id."""
        folder, _, name = address.rstrip("/").rpartition("/")
        entry = graph.find(name)
        return entry if entry and entry.kind == self.addresses.get(f"{folder}/") else None


def meant_place(graph: Graph, place: Municipality) -> Mapping[str, str]:
    """Particulars of a finding that proposes a municipality or county.

    A name that several municipalities have is proposed without a number.
    """
    name = place.names[0]
    if place.is_county:
        return {"case": "county", "near": name, "number": place.number}
    if len(graph.corpus.municipalities.find(name)) > 1:
        return {"near": name}
    return {"case": "municipality", "near": name, "number": place.number}
