"""Reads upstream/: the pinned catalogue of each strategy above, and the lock beside it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace

from living_strategy.content.corpus import Pinned
from living_strategy.content.intake import Collector
from living_strategy.content.reading import fault_found
from living_strategy.content.source import Sort
from living_strategy.content.source_file import SourceFile
from living_strategy.content.validate import validate
from living_strategy.diagnostics import Location
from living_strategy.language.particulars import Particular, Reason
from living_strategy.limits import MAX_CATALOGUE_BYTES
from living_strategy.model.catalogue import Catalogue, CatalogueEntry, Removed
from living_strategy.model.catalogue_reading import WRONG_SUM, RefusedCatalogue, read_catalogue
from living_strategy.model.pin import Lock
from living_strategy.settings import Upstream

FOLDER = "upstream"
_SHORT = 12
_KEPT = r"{name}\.[0-9a-f]{{12}}\.catalogue\.json"


def catalogue_path(name: str) -> str:
    """Return where the pinned catalogue of an upstream lies."""
    return f"{FOLDER}/{name}.catalogue.json"


def lock_path(name: str) -> str:
    """Return where the lock of an upstream lies."""
    return f"{FOLDER}/{name}.lock.yml"


def earlier_path(name: str, hashed: str) -> str:
    """Return where an earlier version is kept; its name says which contents it must have."""
    return f"{FOLDER}/{name}.{hashed[:_SHORT]}.catalogue.json"


def waiting_path(name: str) -> str:
    """Return where a catalogue lies that the lock names already, until it takes its place."""
    return f"{FOLDER}/.{name}.catalogue.json.new"


def read_pin(intake: Collector, upstream: Upstream) -> Pinned:
    """Return what is pinned. Without a lock, or with one that does not fit, nothing is; a file that
    is there and wrong is noted.
    """
    pinned = Pinned(upstream.name, upstream.title, earlier=_earlier(intake, upstream.name))
    paths = (catalogue_path(upstream.name), lock_path(upstream.name))
    waiting = waiting_path(upstream.name)
    is_waiting = intake.source.sort(waiting) is not None
    missing = [path for path in paths if intake.source.sort(path) is None]
    # Whoever was stopped behind the lock has the catalogue ready.
    if is_waiting and missing == [paths[0]]:
        missing = []
    if missing:
        return replace(pinned, missing=missing[0])
    lock = _lock(intake, paths[1])
    if lock is None:
        return pinned
    raw = intake.source.read(paths[0], MAX_CATALOGUE_BYTES)
    if is_waiting and _sum(raw) != lock.sha256:
        ready = intake.source.read(waiting, MAX_CATALOGUE_BYTES)
        raw = ready if _sum(ready) == lock.sha256 else raw
    if not isinstance(raw, bytes):
        intake.diagnostics.append(fault_found(intake.source, paths[0], raw))
        return pinned
    catalogue = read_catalogue(raw) if _sum(raw) == lock.sha256 else RefusedCatalogue(WRONG_SUM)
    if isinstance(catalogue, RefusedCatalogue):
        params: dict[str, Particular] = {
            "reason": Reason(catalogue.reason),
            "entry": catalogue.entry,
            "name": upstream.name,
        }
        intake.report("damaged-pin", Location(paths[0]), params)
        return pinned
    if lock.site:
        catalogue = replace(catalogue, site=lock.site)
    gone = gone_entries(catalogue, pinned.earlier)
    return replace(pinned, catalogue=catalogue, lock=lock, gone=gone)


def gone_entries(catalogue: Catalogue, earlier: Sequence[Catalogue]) -> dict[str, CatalogueEntry]:
    """Return what earlier versions had under ids that nobody finds in the pinned one: what became
    of it, or else a tombstone.
    """
    gone: dict[str, CatalogueEntry] = {}
    for kept in reversed(earlier):
        for entry_id in (*kept.by_id, *kept.aliases):
            if entry_id in gone or catalogue.find(entry_id):
                continue
            was = kept.find(entry_id)
            if was:
                tombstone = Removed(was.kind, was.id, was.title, "", was.replaced_by).entry
                gone[entry_id] = catalogue.find(was.id) or gone.get(was.id) or tombstone
    return gone


def _earlier(intake: Collector, name: str) -> tuple[Catalogue, ...]:
    """Return the versions that are kept, oldest first. They only show what an entry said before:
    one that somebody has changed is not used, and then that cannot be shown.
    """
    kept = []
    names = intake.source.listing(FOLDER)
    for file, sort in names if isinstance(names, list) else ():
        path = f"{FOLDER}/{file}"
        if sort is not Sort.FILE or not re.fullmatch(_KEPT.format(name=re.escape(name)), file):
            continue
        raw = intake.source.read(path, MAX_CATALOGUE_BYTES)
        catalogue = read_catalogue(raw) if isinstance(raw, bytes) else None
        if isinstance(catalogue, Catalogue) and path == earlier_path(name, catalogue.hash):
            kept.append(catalogue)
    return tuple(sorted(kept, key=lambda catalogue: (catalogue.date, catalogue.hash)))


def _sum(raw: object) -> str:
    """Return the SHA-256 of a file, or an empty text if there is none to read."""
    return hashlib.sha256(raw).hexdigest() if isinstance(raw, bytes) else ""


def _lock(intake: Collector, path: str) -> Lock | None:
    text = intake.read(path)
    if text is None:
        return None
    source = SourceFile(path, text)
    tree = intake.parse(source)
    data = intake.mapping(source, tree)
    if data is None:
        return None
    lock, faults = validate(Lock, data, source, (), "")
    intake.diagnostics.extend(faults)
    return lock
