"""catalogue.json: the whole strategy as one file, each entry as it was written, with its links."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from typing import Any

from pydantic_core import to_json

from living_strategy.artifact import DataFile
from living_strategy.content.graph import Graph
from living_strategy.exports.export import Export
from living_strategy.figures.presence import kinds_in_use
from living_strategy.figures.tables import AddressOf
from living_strategy.model import Entry, Goal
from living_strategy.settings import Settings

PATH = "data/catalogue.json"
VERSION = 1


def render(graph: Graph, address: AddressOf) -> Iterator[DataFile]:
    """Write one JSON file. Entries are written one by one: all of them as dictionaries at once
    would take several times the memory of the file.
    """
    out = BytesIO()
    out.write(_json(_head(graph.corpus.settings), 0).removesuffix(b"\n}"))
    out.write(b',\n "kinds": {')
    for number, kind in enumerate(kinds_in_use(graph.corpus.settings)):
        out.write(b"," if number else b"")
        out.write(b'\n  "%s": [' % kind.kind.encode())
        for index, entry in enumerate(sorted(graph.by_kind[kind.kind], key=lambda entry: entry.id)):
            out.write(b",\n   " if index else b"\n   ")
            out.write(_json(_entry(entry, graph, address), 3))
        out.write(b"\n  ]" if graph.by_kind[kind.kind] else b"]")
    out.write(b"\n }\n}\n")
    yield DataFile(PATH, out.getvalue())


def _json(data: dict[str, Any], depth: int) -> bytes:
    # A line end within a text is written as \n, so every real one is between values.
    return to_json(data, indent=1).replace(b"\n", b"\n" + b" " * depth)


def _head(settings: Settings) -> dict[str, Any]:
    names = {"title", "summary", "owner", "language", "period", "vision"}
    # Whoever reads a value needs what it is counted in, where that is the strategy's own choice.
    own = {name for name in ("currency", "units") if name in settings.model_fields_set}
    return {
        "format": "living-strategy catalogue",
        "version": VERSION,
        "strategy": settings.model_dump(mode="json", include=names | own, exclude_none=True),
        "licence": settings.data_licence.model_dump(mode="json"),
    }


def _entry(entry: Entry, graph: Graph, address: AddressOf) -> dict[str, Any]:
    """Return the fields as written; `links` are declared by the entry, `linked_from` by others."""
    data = entry.model_dump(mode="json", exclude_defaults=True)
    if isinstance(entry, Goal) and entry.indicators:
        data["indicators"] = _with_numbers(data["indicators"])
    for gain in data.get("gains", ()):
        gain |= {key: _number(gain[key]) for key in ("amount", "reached") if gain.get(key)}
    data["address"] = address(entry)
    data["source_file"] = graph.record(entry.id).source.path
    if links := graph.outgoing.get(entry.id):
        data["links"] = [
            _end(link.relation.name, "target", link.target, link.part) for link in links
        ]
    if links := graph.incoming.get(entry.id):
        ends = sorted((link.relation.inverse, link.source, link.part) for link in links)
        data["linked_from"] = [
            _end(relation, "source", source, part) for relation, source, part in ends
        ]
    return data


def _end(relation: str, role: str, entry_id: str, part: str) -> dict[str, str]:
    end = {"relation": relation, role: entry_id}
    if part:
        end["part"] = part
    return end


def _with_numbers(indicators: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Turn the values of indicators into numbers: pydantic writes decimals as text."""
    for indicator in indicators:
        single = [indicator[key] for key in ("baseline", "target") if key in indicator]
        for value in (*single, *indicator.get("values", ())):
            value["value"] = _number(value["value"])
    return indicators


def _number(text: str) -> int | float:
    number = Decimal(text)
    return int(number) if number == int(number) else float(number)


def paths(settings: Settings) -> Iterator[str]:
    """Yield where the file lies."""
    yield PATH


EXPORT = Export("catalogue", render, paths)
