"""Export: a format of the open data, and what renders it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from living_strategy.artifact import DataFile
from living_strategy.content.graph import Graph
from living_strategy.figures.tables import AddressOf
from living_strategy.history.comparison import Comparison
from living_strategy.history.edition import CATALOGUE, Edition
from living_strategy.history.event import NO_HISTORY, History
from living_strategy.model.catalogue import EditionReference
from living_strategy.settings import Settings


@dataclass(frozen=True, slots=True)
class Release:
    """What a site knows of a strategy besides the strategy: under which `name` and of which day
    these data are published, empty when nobody knows; where the site lies (`url`, with a slash at
    the end, or empty); what has happened; and which editions are published beside.
    """

    name: str = ""
    date: str = ""
    url: str = ""
    history: History = NO_HISTORY
    editions: tuple[EditionReference, ...] = ()


UNRELEASED = Release()


def current(history: History, editions: Iterable[EditionReference] = (), url: str = "") -> Release:
    """Return what is known of the strategy as it stands today: it is called by the day of its last
    change, also when it is just released, because only an edition never changes.
    """
    day = history.updated.isoformat() if history.updated else ""
    return Release(date=day, url=url, history=history, editions=tuple(editions))


def edition_references(
    comparisons: Iterable[Comparison],
    editions: Mapping[str, Edition],
    folder: Callable[[str], str],
) -> Iterator[EditionReference]:
    """Yield the editions whose catalogue is published, oldest first. `folder` gives the folder of
    an edition by its key.
    """
    for comparison in sorted(comparisons, key=lambda comparison: comparison.occasion.day.latest()):
        key = comparison.occasion.key
        if comparison.is_known and (edition := editions.get(key)):
            for file in edition.files:
                if file.name == CATALOGUE:
                    path = f"{folder(key)}{CATALOGUE}"
                    yield EditionReference(key, str(comparison.occasion.day), path, file.sha256)


class Keep(Protocol):
    """Keeps files between builds: see `living_strategy.site.kept_pages`."""

    def __call__(
        self, name: str, texts: Iterable[str], make: Callable[[], Iterable[DataFile]]
    ) -> Iterable[DataFile]:
        """Return what was made under this name while no fact of the strategy was another one, nor
        these texts of its entries; or else make it.
        """


def made(
    name: str, texts: Iterable[str], make: Callable[[], Iterable[DataFile]]
) -> Iterable[DataFile]:
    """Make it, and keep nothing."""
    return make()


class Render(Protocol):
    """Yields the files of a format; `address` gives the address of an entry's page."""

    def __call__(
        self, graph: Graph, address: AddressOf, release: Release = ..., *, keep: Keep = ...
    ) -> Iterator[DataFile]:
        """Yield them, each part kept with the texts of entries that it holds."""


@dataclass(frozen=True, slots=True)
class Export:
    """A format of the open data. `paths` gives where the files of a strategy with these settings
    lie, below the root of the site.
    """

    name: str
    render: Render
    paths: Callable[[Settings], Iterator[str]]
