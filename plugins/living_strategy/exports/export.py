"""Export: a format of the open data, and what renders it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from living_strategy.artifact import DataFile
from living_strategy.content.graph import Graph
from living_strategy.figures.tables import AddressOf
from living_strategy.settings import Settings


@dataclass(frozen=True, slots=True)
class Export:
    """A format of the open data. `render` yields its files; the second argument gives the address
    of an entry's page. `paths` gives where those of a strategy with these settings lie,
    below the root of the site. `has_texts` says
    whether they hold the texts of entries; those that do not are kept while no fact changes.
    """

    name: str
    render: Callable[[Graph, AddressOf], Iterator[DataFile]]
    paths: Callable[[Settings], Iterator[str]]
    has_texts: bool = True
