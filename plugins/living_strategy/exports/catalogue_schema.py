"""catalogue.schema.json: what stands in a catalogue, for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator

from living_strategy.artifact import DataFile
from living_strategy.content.graph import Graph
from living_strategy.exports.export import UNRELEASED, Export, Keep, Release, made
from living_strategy.figures.tables import AddressOf
from living_strategy.model.catalogue_schema import catalogue_schema
from living_strategy.settings import Settings

PATH = "data/catalogue.schema.json"


def render(
    graph: Graph, address: AddressOf, release: Release = UNRELEASED, *, keep: Keep = made
) -> Iterator[DataFile]:
    """Write the schema, which is the same for every strategy."""
    yield from keep("catalogue_schema", (), _file)


def _file() -> Iterator[DataFile]:
    text = json.dumps(catalogue_schema(), indent=1, ensure_ascii=False)
    yield DataFile(PATH, f"{text}\n".encode())


def paths(settings: Settings) -> Iterator[str]:
    """Yield where the file lies."""
    yield PATH


EXPORT = Export("catalogue_schema", render, paths)
