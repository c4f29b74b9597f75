"""Reads adoption/: one record a file, `adoption/<upstream>/<id>.yml`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from living_strategy.content.corpus import AdoptionRecord
from living_strategy.content.folders import listing
from living_strategy.content.intake import Collector
from living_strategy.content.plain_texts import plain_mentions
from living_strategy.content.source import Sort
from living_strategy.content.source_file import SourceFile
from living_strategy.content.validate import id_from, salvage, validate
from living_strategy.diagnostics import Location
from living_strategy.model.adoption import Adoption

FOLDER = "adoption"
ENDING = ".yml"


def adoption_path(upstream: str, entry_id: str) -> str:
    """Return where the record about an entry lies."""
    return f"{FOLDER}/{upstream}/{entry_id}{ENDING}"


def read_adoptions(intake: Collector, upstreams: Iterable[str]) -> Iterator[AdoptionRecord]:
    """Yield every record, in the order of the files. Whether there is such an upstream and such an
    entry is asked when all is known. `upstreams` are the names of those above.
    """
    for name, sort in listing(intake, FOLDER, (ENDING,)) or ():
        folder = f"{FOLDER}/{name}"
        if sort is Sort.FOLDER:
            yield from _folder(intake, name)
        elif not name.upper().startswith("README"):
            folders = ", ".join(f"{FOLDER}/{upstream}/" for upstream in upstreams)
            params = {"endings": folders or f"{FOLDER}/…/"}
            intake.report("unexpected-file", Location(folder), params)


def _folder(intake: Collector, upstream: str) -> Iterator[AdoptionRecord]:
    for name, sort in listing(intake, f"{FOLDER}/{upstream}", (ENDING,)) or ():
        path = f"{FOLDER}/{upstream}/{name}"
        if name.upper().startswith("README"):
            continue
        stem, _, ending = name.rpartition(".")
        if f".{ending}" != ENDING or sort is not Sort.FILE:
            intake.report("unexpected-file", Location(path), {"endings": ENDING})
        elif id_from(stem) != stem:
            params = {"value": stem, "near": id_from(stem)}
            intake.report("bad-id", Location(path), params, stem)
        elif record := _record(intake, upstream, stem, path):
            yield record


def _record(intake: Collector, upstream: str, entry_id: str, path: str) -> AdoptionRecord | None:
    text = intake.read(path)
    if text is None:
        return None
    source = SourceFile(path, text)
    tree = intake.parse(source, entry_id)
    data: dict[str, Any] | None = intake.mapping(source, tree, entry_id)
    if data is None:
        return None
    adoption, faults = validate(Adoption, data, source, (), entry_id)
    intake.diagnostics.extend(faults)
    intake.diagnostics.extend(plain_mentions(Adoption, data, source, (), faults, entry_id))
    if tree.plain:
        intake.ambiguous(Adoption, source, (), tree.plain, faults, entry_id)
    dropped: frozenset[str] = frozenset()
    if adoption is None:
        adoption, dropped = salvage(Adoption, data, faults)
    if adoption is None:
        return None
    return AdoptionRecord(upstream, entry_id, adoption, source, dropped)
