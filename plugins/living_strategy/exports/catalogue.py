"""catalogue.json: the whole strategy as one file, each entry as it was written, with its links.

What stands in it is told in `model/catalogue.py`, for those who write it and those who read it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import partial
from io import BytesIO
from typing import Any

from pydantic_core import to_json

from living_strategy.artifact import DataFile
from living_strategy.content.graph import Graph
from living_strategy.exports.export import UNRELEASED, Export, Keep, Release, made
from living_strategy.figures.presence import kinds_in_use
from living_strategy.figures.tables import AddressOf
from living_strategy.history.event import History, Nature
from living_strategy.limits import MAX_TITLE_LENGTH
from living_strategy.model import KINDS, Entry
from living_strategy.model.catalogue import (
    FORMAT,
    FORMAT_VERSION,
    CatalogueEntry,
    EntryState,
    Removed,
    catalogue_digest,
    described,
)
from living_strategy.model.entry_fields import decided_digest, fields_of
from living_strategy.model.values import ID_PATTERN
from living_strategy.settings import Settings
from living_strategy.upstream.treatment import published

PATH = "data/catalogue.json"
# When a text was edited, what stands about so many entries is written anew.
_ENTRIES_IN_A_PART = 50
_KINDS = frozenset(kind.kind for kind in KINDS)
_ID = re.compile(ID_PATTERN.removesuffix("$") + r"\Z")
_GONE = (Nature.REMOVED, Nature.MERGED)


def render(
    graph: Graph,
    address: AddressOf,
    release: Release = UNRELEASED,
    path: str = PATH,
    *,
    keep: Keep = made,
) -> Iterator[DataFile]:
    """Write one JSON file. Entries are written one by one: all of them as dictionaries at once
    would take several times the memory of the file.
    """
    settings = graph.corpus.settings
    removed = tuple(_removed(graph, release.history))
    hashes: list[tuple[str, str, str]] = []
    out = BytesIO()
    out.write(_json(_head(settings, release, path), 0).removesuffix(b"\n}"))
    out.write(b',\n "kinds": {')
    for number, kind in enumerate(kinds_in_use(settings)):
        out.write(b"," if number else b"")
        out.write(b'\n  "%s": [' % kind.kind.encode())
        entries = sorted(graph.by_kind[kind.kind], key=lambda entry: entry.id)
        for first in range(0, len(entries), _ENTRIES_IN_A_PART):
            part = entries[first : first + _ENTRIES_IN_A_PART]
            texts = [entry.description for entry in part]
            make = partial(_part, part, graph, address, release.history)
            hashed, written = keep(f"catalogue {kind.kind} {first}", texts, make)
            hashes += [(kind.kind, *pair) for pair in json.loads(hashed.content)]
            out.write(b",\n   " if first else b"\n   ")
            out.write(written.content)
        out.write(b"\n  ]" if entries else b"]")
    adoptions = [group.wire() for group in published(graph.corpus)]
    tail = {
        **({"adoptions": adoptions} if adoptions else {}),
        "removed": [tombstone.wire() for tombstone in removed],
        "editions": [edition.wire() for edition in release.editions],
        "hash": catalogue_digest(_strategy(settings), hashes, removed),
    }
    out.write(b"\n },\n" + _json(tail, 0).removeprefix(b"{\n") + b"\n")
    yield DataFile(path, out.getvalue())


def _part(
    entries: Iterable[Entry], graph: Graph, address: AddressOf, history: History
) -> Iterator[DataFile]:
    """Yield the ids and hashes of some entries, and what stands in the catalogue about them."""
    described = [_entry(entry, graph, address, history) for entry in entries]
    yield DataFile("hashes", json.dumps([(entry.id, entry.hash) for entry in described]).encode())
    yield DataFile("entries", b",\n   ".join(_json(entry.wire(), 3) for entry in described))


def _json(data: dict[str, Any], depth: int) -> bytes:
    # A line end within a text is written as \n, so every real one is between values.
    return to_json(data, indent=1).replace(b"\n", b"\n" + b" " * depth)


def _strategy(settings: Settings) -> dict[str, Any]:
    names = {"title", "summary", "owner", "language", "period", "vision"}
    # Whoever reads a value needs what it is counted in, where that is the strategy's own choice.
    names |= {name for name in ("currency", "units") if name in settings.model_fields_set}
    strategy: dict[str, Any] = settings.model_dump(mode="json", include=names, exclude_none=True)
    return strategy


def _head(settings: Settings, release: Release, path: str) -> dict[str, Any]:
    facts = {
        "edition": {
            key: value for key, value in (("name", release.name), ("date", release.date)) if value
        },
        "site": release.url,
    }
    return {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        **{key: value for key, value in facts.items() if value},
        "path": path,
        "strategy": _strategy(settings),
        "licence": settings.data_licence.model_dump(mode="json"),
    }


def _entry(entry: Entry, graph: Graph, address: AddressOf, history: History) -> CatalogueEntry:
    """Return the fields as written; `links` are declared by the entry, `linked_from` by others."""
    facts: dict[str, Any] = {"source_file": graph.record(entry.id).source.path}
    if links := graph.outgoing.get(entry.id):
        facts["links"] = [
            _end(link.relation.name, "target", link.target, link.part) for link in links
        ]
    if links := graph.incoming.get(entry.id):
        ends = sorted((link.relation.inverse, link.source, link.part) for link in links)
        facts["linked_from"] = [
            _end(relation, "source", source, part) for relation, source, part in ends
        ]
    if change := _last_change(entry, history):
        facts["last_change"] = change
    fields = fields_of(entry)
    return described(
        entry.kind,
        fields,
        decided_digest(entry, fields),
        state=EntryState.RETIRED if entry.retired else EntryState.IN_FORCE,
        address=address(entry),
        replaces=graph.source_ids(entry.id, "replaces"),
        replaced_by=graph.target_ids(entry.id, "replaced_by"),
        facts=facts,
    )


def _last_change(entry: Entry, history: History) -> dict[str, str]:
    """Return the day and the class of the last change that readers are told of."""
    for event in reversed(history.by_entry.get((entry.kind, entry.id), ())):
        if classified := event.classified:
            return {"date": event.day.isoformat(), "class": classified.value}
    return {}


def _removed(graph: Graph, history: History) -> Iterator[Removed]:
    """Yield what was part of the strategy and has no file today, in the order of kinds and ids."""
    for (kind, entry_id), events in sorted(history.by_entry.items()):
        last = events[-1]
        is_gone = last.nature in _GONE and kind in _KINDS and graph.find(entry_id) is None
        # An old version may have had a name that is no id.
        if is_gone and _ID.match(entry_id):
            successors = (last.other,) if last.other else ()
            title = last.title.strip()[:MAX_TITLE_LENGTH] or entry_id
            yield Removed(kind, entry_id, title, last.day.isoformat(), successors)


def _end(relation: str, role: str, entry_id: str, part: str) -> dict[str, str]:
    end = {"relation": relation, role: entry_id}
    if part:
        end["part"] = part
    return end


def paths(settings: Settings) -> Iterator[str]:
    """Yield where the file lies."""
    yield PATH


EXPORT = Export("catalogue", render, paths)
