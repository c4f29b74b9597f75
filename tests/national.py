"""Small catalogues of a strategy above, as its site publishes them, and their locks."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from living_strategy.model.catalogue import (
    FORMAT,
    FORMAT_VERSION,
    CatalogueEntry,
    Removed,
    catalogue_digest,
    described,
    digest,
)

SITE = "https://strategi.example/"
ADDRESS = f"{SITE}data/catalogue.json"


def a_national_goal(entry_id: str = "personvern", **changes: Any) -> CatalogueEntry:
    """A goal of the strategy above; fields go into the entry, and what else it has beside them."""
    facts = {
        key: changes.pop(key) for key in ("state", "replaces", "replaced_by") if key in changes
    }
    fields = {"id": entry_id, "title": "Innebygd personvern", "area": "tillit", **changes}
    decided = digest({name: fields[name] for name in fields if name != "aliases"})
    return described("goal", fields, decided, address=f"mal/{entry_id}/", **facts)


def a_catalogue(
    *entries: CatalogueEntry,
    name: str = "v1",
    date: str = "2026-11-01",
    removed: Iterable[Removed] = (),
    **changes: Any,
) -> bytes:
    """The file of a catalogue with these entries."""
    strategy = {"title": "Nasjonal strategi", "language": "nb"}
    gone = tuple(removed)
    kinds: dict[str, list[Mapping[str, Any]]] = {}
    for entry in entries or (a_national_goal(),):
        kinds.setdefault(entry.kind, []).append(entry.wire())
    hashes = [(entry.kind, entry.id, entry.hash) for entry in entries or (a_national_goal(),)]
    document = {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "edition": {"name": name, "date": date} if name else {"date": date},
        "path": "data/catalogue.json",
        "strategy": strategy,
        "licence": {"title": "NLOD 2.0", "url": "https://data.norge.no/nlod/no/2.0"},
        "kinds": kinds,
        "removed": [tombstone.wire() for tombstone in gone],
        "editions": [],
        "hash": catalogue_digest(strategy, hashes, gone),
        **changes,
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def a_lock(catalogue: bytes, version: str = "v1", **changes: str) -> str:
    """The lock of a catalogue that was fetched from its site."""
    fields = {
        "address": ADDRESS,
        "version": version,
        "sha256": hashlib.sha256(catalogue).hexdigest(),
        "date": "2026-11-03",
        "format": str(FORMAT_VERSION),
        "site": SITE,
        **changes,
    }
    return "".join(f'{key}: "{value}"\n' for key, value in fields.items())


def pinned_files(catalogue: bytes, version: str = "v1") -> dict[str, str | bytes | None]:
    """The two files of a pin named ks."""
    return {
        "upstream/ks.catalogue.json": catalogue,
        "upstream/ks.lock.yml": a_lock(catalogue, version),
    }
