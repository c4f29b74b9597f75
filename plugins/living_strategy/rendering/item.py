"""The page that every entry has: facts, text, links both ways, sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from living_strategy.artifact import Page
from living_strategy.graph import Graph
from living_strategy.model import KINDS, Entry, Framework
from living_strategy.model.framework import FrameworkGoal
from living_strategy.model.trait import Relation
from living_strategy.rendering.context import ViewContext
from living_strategy.rendering.linked_data import of_entry
from living_strategy.rendering.search_filter import search_filter

# An entry that hundreds of others point to lists this many of each; its page must stay light.
MOST_LISTED = 150

# What an entry serves, uses or waits for; who stands behind it is said in a part of its own.
_UP = {
    "goal": ("belongs_to",),
    "measure": ("serves", "uses"),
    "project": ("implements", "uses", "depends_on"),
}

Extra = Callable[[Any, Graph, ViewContext], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Group:
    """Entries of one kind that stand in one relation to the page's entry."""

    relation: str
    label: str
    entries: tuple[Entry, ...]
    left_out: int = 0

    @property
    def kind(self) -> str:
        """The kind of its entries."""
        return self.entries[0].kind


def no_extra(entry: Any, graph: Graph, context: ViewContext) -> dict[str, Any]:
    """Nothing more than what every page has."""
    return {}


def item_pages(
    kind: type[Entry], template: str, context: ViewContext, extra: Extra = no_extra
) -> Iterator[Page]:
    """A page for every entry of a kind. `extra` gives what the kind's own template needs."""
    graph = context.graph
    kind_label, kind_plural = context.language.text(kind.label), context.language.text(kind.labels)
    for entry in context.choose(graph.of_kind(kind)):
        record = graph.record(entry.id)
        yield context.page(
            context.addresses.entry(entry),
            template,
            title=entry.title,
            description=entry.summary or "",
            source=record.source.path,
            page_type=kind.kind,
            linked_data=of_entry(entry, graph),
            entry=entry,
            kind_label=kind_label,
            kind_plural=kind_plural,
            up=_UP.get(kind.kind, ()),
            pointed_to=outgoing_groups(entry, context),
            pointed_from=incoming_groups(entry, context),
            search_filter=search_filter(entry, graph, context.today),
            mentioned_in=graph.mentioned_in.get(entry.id, ()),
            **extra(entry, graph, context),
        )


class Groups(dict[str, Group | None]):
    """Groups by relation; a relation without links is None."""

    def __missing__(self, key: str) -> None:
        return None


def outgoing_groups(entry: Entry, context: ViewContext) -> Groups:
    """What the entry points to, by relation name, in the order of its fields."""
    return _groups(entry, context, outgoing=True)


def incoming_groups(entry: Entry, context: ViewContext) -> Groups:
    """What points to the entry, by the inverse name of the relation and the kind."""
    return _groups(entry, context, outgoing=False)


def _groups(entry: Entry, context: ViewContext, *, outgoing: bool) -> Groups:
    graph = context.graph
    links = (graph.outgoing if outgoing else graph.incoming).get(entry.id, ())
    found: dict[str, tuple[Relation, dict[str, Entry]]] = {}
    for link in links:
        other = graph.entries[link.target if outgoing else link.source]
        key = link.relation.name if outgoing else f"{link.relation.inverse} {other.kind}"
        found.setdefault(key, (link.relation, {}))[1][other.id] = other
    groups = Groups()
    for key, (relation, entries) in found.items():
        one, many = (
            (relation.label, relation.labels)
            if outgoing
            else (relation.inverse_label, relation.inverse_labels)
        )
        label = context.language.text(one if len(entries) == 1 else many)
        listed = tuple(entries.values())[:MOST_LISTED]
        groups[key] = Group(key, label, listed, len(entries) - len(listed))
    return groups


def framework_goals(
    written: tuple[str, ...], graph: Graph
) -> tuple[tuple[Framework, FrameworkGoal | None], ...]:
    """The frameworks, and the goals in them, that references such as `agenda/goal` name."""
    found = []
    for reference in written:
        name, _, part = reference.partition("/")
        framework = graph.find(name)
        if isinstance(framework, Framework):
            goal = next((goal for goal in framework.goals if goal.id == part), None)
            found.append((framework, goal))
    return tuple(found)


def kind_words(context: ViewContext) -> dict[str, str]:
    """The plural of every kind."""
    return {kind.kind: context.language.text(kind.labels) for kind in KINDS}
