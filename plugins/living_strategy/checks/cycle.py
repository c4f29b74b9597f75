"""A relation that leads back to where it started."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.checks.context import CheckContext
from living_strategy.diagnostics import Diagnostic
from living_strategy.graph import Graph
from living_strategy.linking import Link

CODE = "cycle"


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report every circle of an acyclic relation once, such as two projects that wait for each
    other. It stands at its first member in the alphabet; the other links are related places.
    """
    relations: dict[str, dict[str, list[Link]]] = {}
    for link in graph.links():
        if link.relation.acyclic:
            links = relations.setdefault(link.relation.name, {})
            links.setdefault(link.source, []).append(link)
    for links in relations.values():
        for circle in sorted(set(_circles(links))):
            yield _finding(graph, circle, links)


def _circles(links: dict[str, list[Link]]) -> Iterator[tuple[str, ...]]:
    """Walks every link once, with a list of the way here in place of recursion."""
    done: set[str] = set()
    for start in sorted(links):
        way = {start: None} if start not in done else {}
        waiting = [(start, iter(links[start]))] if way else []
        while waiting:
            here, rest = waiting[-1]
            link = next(rest, None)
            if link is None:
                waiting.pop()
                way.pop(here)
                done.add(here)
            elif link.target in way:
                members = list(way)
                yield _rotated(members[members.index(link.target) :])
            elif link.target not in done:
                way[link.target] = None
                waiting.append((link.target, iter(links.get(link.target, ()))))


def _rotated(members: list[str]) -> tuple[str, ...]:
    first = members.index(min(members))
    return (*members[first:], *members[:first])


def _finding(graph: Graph, circle: tuple[str, ...], links: dict[str, list[Link]]) -> Diagnostic:
    targets = (*circle[1:], circle[0])
    way = [
        next(link for link in links[source] if link.target == target)
        for source, target in zip(circle, targets, strict=True)
    ]
    places = [graph.locate(link.source, link.path) for link in way]
    names = [name for name in way[0].path if isinstance(name, str)]
    params = {"field": names[-1], "path": " → ".join((*circle, circle[0]))}
    return Diagnostic(CODE, places[0], params, circle[0], tuple(places[1:]))
