"""A relation that leads back to where it started."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from living_strategy.content.graph import Graph
from living_strategy.content.linking import Link
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "cycle",
    Severity.ERROR,
    message="“{field}” leads back to where it started: {path}.",
    hint="Remove one of the links.",
    meaning="Something cannot be part of itself, replace itself or wait for itself, not even by way of others.",
    wrong="projects/a.md: depends_on: [b] and projects/b.md: depends_on: [a]",
    right="projects/b.md: depends_on: [a]",
)
# Of a longer circle, the message shows the beginning.
_MAX_SHOWN = 20
Links = Mapping[str, Sequence[Link]]


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report every knot of an acyclic relation once, such as two projects that wait for each other.

    All entries that lead to each other are one knot, whatever the number of circles in it. The
    finding shows the shortest circle through its first member in the alphabet, and stands there;
    the other links of that circle are related places. A link to oneself is a finding of its own.
    """
    relations: dict[str, dict[str, list[Link]]] = {}
    for link in graph.links():
        if link.relation.acyclic:
            links = relations.setdefault(link.relation.name, {})
            links.setdefault(link.source, []).append(link)
    for links in relations.values():
        for knot in sorted(map(sorted, _knots(links))):
            yield _finding(graph, _shortest(links, knot[0], set(knot)))
        for to_itself in (
            link for source_links in links.values() for link in source_links if _is_loop(link)
        ):
            yield _finding(graph, [to_itself])


def _knots(links: Links) -> Iterator[list[str]]:
    """Entries that lead to each other: Tarjan's strongly connected components, with a list of the
    way here in place of recursion.
    """
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    open_ones: dict[str, None] = {}
    for start in sorted(links):
        waiting = [] if start in number else [(start, iter(links[start]))]
        while waiting:
            here, remaining = waiting[-1]
            if here not in number:
                number[here] = lowest[here] = len(number)
                open_ones[here] = None
            link = next(remaining, None)
            if link is None:
                waiting.pop()
                if waiting:
                    parent = waiting[-1][0]
                    lowest[parent] = min(lowest[parent], lowest[here])
                if lowest[here] == number[here]:
                    members = _taken_up_to(here, open_ones)
                    if len(members) > 1:
                        yield members
            elif link.target not in number:
                waiting.append((link.target, iter(links.get(link.target, ()))))
            elif link.target in open_ones:
                lowest[here] = min(lowest[here], number[link.target])


def _taken_up_to(first: str, open_ones: dict[str, None]) -> list[str]:
    """Take the entries since `first` out of the open ones."""
    members = [open_ones.popitem()[0]]
    while members[-1] != first:
        members.append(open_ones.popitem()[0])
    return members


def _is_loop(link: Link) -> bool:
    return link.source == link.target


def _shortest(links: Links, first: str, knot: set[str]) -> list[Link]:
    """Return the links of the shortest way from an entry of a knot back to it."""
    came_by: dict[str, Link] = {}
    waiting = deque([first])
    while first not in came_by:
        for link in links[waiting.popleft()]:
            if link.target in knot and link.target not in came_by and not _is_loop(link):
                came_by[link.target] = link
                waiting.append(link.target)
    path = [came_by[first]]
    while path[-1].source != first:
        path.append(came_by[path[-1].source])
    return path[::-1]


def _finding(graph: Graph, path: list[Link]) -> Diagnostic:
    first = path[0].source
    shown_links = path if len(path) <= _MAX_SHOWN else path[:_MAX_SHOWN]
    locations = [graph.locate(link.source, link.path) for link in shown_links]
    names = [name for name in path[0].path if isinstance(name, str)]
    steps = [link.source for link in shown_links] + (["…"] if len(shown_links) < len(path) else [])
    params = {"field": names[-1], "path": " → ".join((*steps, first))}
    return Diagnostic(CODE.name, locations[0], params, first, tuple(locations[1:]))


RULE = Rule(CODE, check)
