"""What a council says about the entries of a strategy above: one row an entry, treated or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from living_strategy.content.corpus import AdoptionRecord, Corpus, Pinned
from living_strategy.diagnostics import nearest
from living_strategy.model.adoption import AdoptionState
from living_strategy.model.catalogue import Catalogue, CatalogueEntry, EntryState
from living_strategy.model.published_adoptions import PublishedAdoptions

TREATED = "goal"
"""The kind that councils decide on, entry by entry; records of other kinds are kept, too."""


class Treatment(NamedTuple):
    """An entry of the strategy above and the record about it. Without a record it has not been
    treated, which is not the same as declined. `is_outdated` is whether something else is decided
    of the entry now than what was judged.
    """

    entry: CatalogueEntry
    record: AdoptionRecord | None = None
    is_outdated: bool = False

    @property
    def state(self) -> AdoptionState | None:
        """What was decided; None for what has not been treated."""
        return self.record.adoption.state if self.record else None

    @property
    def title(self) -> str:
        """What it is called here: a local wording comes before the one above."""
        overlays = self.record.adoption.overlays if self.record else ()
        return next((one.text for one in overlays if one.field == "title"), self.entry.title)


def treatments(corpus: Corpus, name: str, kind: str = TREATED) -> tuple[Treatment, ...]:
    """Return the entries of a kind that are in force in the pinned version, by their ids, and those
    of any kind and state that there is a record about.
    """
    pinned = corpus.upstreams.get(name)
    if pinned is None or pinned.catalogue is None:
        return ()
    records = records_by_entry(corpus.adoptions, pinned)
    return tuple(
        Treatment(entry, record, bool(record and is_outdated(entry, record)))
        for entry in sorted(pinned.catalogue.by_id.values(), key=lambda entry: entry.id)
        if (record := records.get(entry.id))
        or (entry.kind == kind and entry.state is EntryState.IN_FORCE)
    )


def records_by_entry(
    records: Iterable[AdoptionRecord], pinned: Pinned
) -> Mapping[str, AdoptionRecord]:
    """Return the records about the entries of an upstream by the ids of today, also where a record
    has an earlier one. Of two about one entry the one under the id of today counts.
    """
    by_entry: dict[str, AdoptionRecord] = {}
    catalogue = pinned.catalogue
    for record in records if catalogue else ():
        entry = catalogue.find(record.id) if catalogue and record.upstream == pinned.name else None
        if entry and (entry.id not in by_entry or record.id == entry.id):
            by_entry[entry.id] = record
    return by_entry


def published(corpus: Corpus) -> Iterator[PublishedAdoptions]:
    """Yield what is decided here about each strategy above, as other programs read it: only about
    entries that it has, where a version is pinned.
    """
    for pinned in corpus.upstreams.values():
        if pinned.catalogue:
            records = records_by_entry(corpus.adoptions, pinned)
        else:
            records = {one.id: one for one in corpus.adoptions if one.upstream == pinned.name}
        lock = pinned.lock
        yield PublishedAdoptions(
            pinned.name,
            pinned.title,
            version=pinned.catalogue.version if pinned.catalogue else "",
            sha256=lock.sha256 if lock else "",
            address=(lock.address or "") if lock else "",
            site=pinned.catalogue.site if pinned.catalogue else "",
            records={entry_id: record.adoption for entry_id, record in records.items()},
        )


def is_outdated(entry: CatalogueEntry, record: AdoptionRecord) -> bool:
    """Whether what is decided of the entry differs from what was judged. Where no version is named,
    nobody knows.
    """
    against = record.adoption.against
    return against is not None and against.hash != entry.decided


def nearest_entry(catalogue: Catalogue, written: str) -> str:
    """Return the id that was probably meant, or an empty text; what took over from a retired entry
    is meant rather than the entry.
    """
    found = catalogue.find(written)
    near = found.id if found else nearest(written[:120], catalogue.by_id)
    successors = catalogue.successors(near) if near else ()
    return successors[0].id if successors else ("" if near == written else near)


class TailoredField(NamedTuple):
    """A field of an adapted entry: what it says here, and whether that is local.

    `national` is what the pinned version says. `is_base_changed` is whether that is something else
    than what the local text replaced.
    """

    name: str
    value: object
    is_local: bool = False
    national: object = None
    is_base_changed: bool = False


def tailored(entry: CatalogueEntry, record: AdoptionRecord | None) -> Iterator[TailoredField]:
    """Yield the fields of an entry as they read here, in the order of the catalogue, and then the
    local ones that have none above.
    """
    overlays = {overlay.field: overlay for overlay in record.adoption.overlays} if record else {}
    for name, value in entry.fields.items():
        overlay = overlays.pop(name, None)
        if overlay is None:
            yield TailoredField(name, value, national=value)
        else:
            changed = entry.base(name) != overlay.base
            yield TailoredField(name, overlay.text, True, value, changed)
    for name, overlay in overlays.items():
        yield TailoredField(name, overlay.text, True, None, entry.base(name) != overlay.base)
