"""What every rule may look at besides the graph, and how a finding proposes a municipality."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
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
    that exist, if it does. `has_file` tells whether a file stands below `strategy/`, `is_reserved` whether the
    site itself may need a path below its root; `codes` are all codes by name. `downloads` gives
    the data files of the site and the pages of its form, `page_word` is what the further pages of
    a list are called, and `anchors` gives the ids of a rendered text, or None when it cannot be
    rendered.
    `named_ways` are the words of the links that lead to a proposal, each with what a site needs for
    it (`address`, `contact`, `form`, `either`), and `shown_ways` gives those that the site has.
    """

    today: date
    addresses: Mapping[str, str] = field(default_factory=dict)
    overrides: tuple[str, ...] = ()
    templates: tuple[str, ...] = ()
    has_file: Callable[[str], bool] = lambda name: False
    is_reserved: Callable[[str], bool] = lambda path: False
    codes: Mapping[str, Code] = field(default_factory=dict)
    downloads: Callable[[], Iterable[str]] = tuple
    page_word: str = "page"
    anchors: Callable[[str], tuple[str, ...] | None] = lambda text: None
    named_ways: Mapping[str, str] = field(default_factory=dict)
    shown_ways: Callable[[], frozenset[str]] = frozenset

    def is_page_number(self, name: str) -> bool:
        """Tell whether the address of a further page of a list ends so."""
        word, _, number = name.rpartition("-")
        return word == self.page_word and number.isdigit()

    def entry_at(self, graph: Graph, address: str) -> Entry | None:
        """Return the entry whose page has this address, now or by an earlier id."""
        folder, _, name = address.rstrip("/").rpartition("/")
        entry = graph.find(name)
        return entry if entry and entry.kind == self.addresses.get(f"{folder}/") else None


def meant_place(graph: Graph, municipality: Municipality) -> Mapping[str, str]:
    """Particulars of a finding that proposes a municipality or county.

    A name that several municipalities have is proposed without a number.
    """
    name = municipality.names[0]
    if municipality.is_county:
        return {"case": "county", "near": name, "number": municipality.number}
    if len(graph.corpus.municipalities.find(name)) > 1:
        return {"near": name}
    return {"case": "municipality", "near": name, "number": municipality.number}
