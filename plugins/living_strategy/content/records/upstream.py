"""Reads upstream/: the pinned catalogue of each strategy above, and the lock beside it."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from living_strategy.content.corpus import Pinned
from living_strategy.content.intake import Collector
from living_strategy.content.reading import fault_found
from living_strategy.content.source_file import SourceFile
from living_strategy.content.validate import validate
from living_strategy.diagnostics import Location
from living_strategy.language.particulars import Particular, Reason
from living_strategy.limits import MAX_CATALOGUE_BYTES
from living_strategy.model.catalogue_reading import WRONG_SUM, RefusedCatalogue, read_catalogue
from living_strategy.model.pin import Lock
from living_strategy.settings import Upstream

FOLDER = "upstream"


def catalogue_path(name: str) -> str:
    """Return where the pinned catalogue of an upstream lies."""
    return f"{FOLDER}/{name}.catalogue.json"


def lock_path(name: str) -> str:
    """Return where the lock of an upstream lies."""
    return f"{FOLDER}/{name}.lock.yml"


def waiting_path(name: str) -> str:
    """Return where a catalogue lies that the lock names already, until it takes its place."""
    return f"{FOLDER}/.{name}.catalogue.json.new"


def read_pin(intake: Collector, upstream: Upstream) -> Pinned:
    """Return what is pinned. Without a lock, or with one that does not fit, nothing is; a file that
    is there and wrong is noted.
    """
    pinned = Pinned(upstream.name, upstream.title)
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
    return replace(pinned, catalogue=catalogue, lock=lock)


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
