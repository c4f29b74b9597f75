"""Page type: a name, and the function that makes its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from living_strategy.artifact import Artifact
from living_strategy.content.graph import Graph
from living_strategy.site.context import ViewContext


@dataclass(frozen=True, slots=True)
class PageType:
    """One type of page. `render` yields its pages from the graph, and whatever files only they
    need; `name` is that of its folder.
    """

    name: str
    render: Callable[[Graph, ViewContext], Iterable[Artifact]]
