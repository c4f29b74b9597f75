"""Groups: the entries that stand in one relation to an entry, with the heading over them."""

from __future__ import annotations

from dataclasses import dataclass

from living_strategy.content.graph import Graph
from living_strategy.language import Language
from living_strategy.model import Entry
from living_strategy.model.trait import Relation
from living_strategy.site.link_headings import incoming_heading, outgoing_heading

# An entry that hundreds of others point to lists this many of each; its page must stay light.
MAX_LISTED = 150


@dataclass(frozen=True, slots=True)
class Group:
    """Entries of one kind that stand in one relation to the page's entry. `label` names them among
    facts; `heading` stands over a list of them, and is empty where none is made.
    """

    relation: str
    label: str
    heading: str
    entries: tuple[Entry, ...]
    left_out: int = 0

    @property
    def kind(self) -> str:
        """The kind of its entries."""
        return self.entries[0].kind


class Groups(dict[str, Group | None]):
    """Groups by relation; a relation without links is None."""

    def __missing__(self, key: str) -> None:
        return None


def outgoing_groups(entry: Entry, graph: Graph, language: Language) -> Groups:
    """Return the entries it points to, by relation name, in the order of its fields."""
    return _groups(entry, graph, language, outgoing=True)


def incoming_groups(entry: Entry, graph: Graph, language: Language) -> Groups:
    """Return the entries that point to it, by the inverse name of the relation and the kind."""
    return _groups(entry, graph, language, outgoing=False)


def _groups(entry: Entry, graph: Graph, language: Language, *, outgoing: bool) -> Groups:
    links = (graph.outgoing if outgoing else graph.incoming).get(entry.id, ())
    entries_by_key: dict[str, tuple[Relation, dict[str, Entry]]] = {}
    for link in links:
        neighbour = graph.entries[link.target if outgoing else link.source]
        key = link.relation.name if outgoing else f"{link.relation.inverse} {neighbour.kind}"
        entries_by_key.setdefault(key, (link.relation, {}))[1][neighbour.id] = neighbour
    groups = Groups()
    for key, (relation, entries) in entries_by_key.items():
        labels = relation.labels if outgoing else relation.inverse_labels
        label = language.text(labels.of(len(entries)))
        listed = tuple(entries.values())[:MAX_LISTED]
        if outgoing:
            heading = outgoing_heading(relation.name, entry.kind, language)
        else:
            heading = incoming_heading(relation.inverse, listed[0].kind, entry, language)
        groups[key] = Group(key, label, heading, listed, len(entries) - len(listed))
    return groups
