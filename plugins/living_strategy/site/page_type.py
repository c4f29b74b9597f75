"""Page type: a name, and the function that makes its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from living_strategy.artifact import Artifact
from living_strategy.content.graph import Graph
from living_strategy.site.context import ViewContext


def no_texts(graph: Graph) -> Iterable[str]:
    """Return nothing: the pages say nothing of the texts of entries."""
    return ()


@dataclass(frozen=True, slots=True)
class PageType:
    """One type of page. `render` yields its pages from the graph, and whatever files only they
    need; `name` is that of its folder. `read` gives what the pages say of the texts of entries,
    which tells whether those of the last build are still right (see `site.kept_pages`); it is None
    where each page is kept by itself. `overview` is the word of the address of what a strategy may
    switch off.
    """

    name: str
    render: Callable[[Graph, ViewContext], Iterable[Artifact]]
    read: Callable[[Graph], Iterable[str]] | None = no_texts
    overview: str = ""
