"""Which earlier versions of a strategy above are kept: those whose wording somebody judged, and
those which alone have what is still named here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from living_strategy.content.corpus import AdoptionRecord
from living_strategy.model.catalogue import Catalogue, CatalogueEntry, EntryState


def needed(
    records: Iterable[AdoptionRecord],
    replaced: Catalogue,
    earlier: Sequence[Catalogue],
    new: Catalogue,
    named: Iterable[str] = (),
) -> tuple[Catalogue, ...]:
    """Return the versions to keep when `new` takes the place of `replaced`: that one, for each
    judgement of an earlier wording the newest version that has it, and for each id that a record
    or a link here names (`named`), and that `new` does not have, the newest that does.
    """
    kept = {replaced.hash: replaced}
    candidates = newest_first((replaced, *earlier))
    ids = set(named)
    for record in records:
        ids.add(record.id)
        now = new.find(record.id)
        if record.adoption.against is None or is_as_judged(record, now):
            continue
        having = (version for version in candidates if judged(record, now, version))
        kept |= {version.hash: version for version in islice(having, 1)}
    for entry_id in sorted(ids):
        if new.find(entry_id) is None:
            having = (version for version in candidates if version.find(entry_id))
            kept |= {version.hash: version for version in islice(having, 1)}
    return tuple(catalogue for catalogue in kept.values() if catalogue.hash != new.hash)


def is_as_judged(record: AdoptionRecord, now: CatalogueEntry | None) -> bool:
    """Whether an entry is as it was judged: in force, or retired already when it was judged."""
    against = record.adoption.against
    if against is None or now is None or now.decided != against.hash:
        return False
    # That an entry is retired is part of what is decided, where its site says it in a field.
    return now.state is EntryState.IN_FORCE or "retired" in now.fields


def newest_first(catalogues: Iterable[Catalogue]) -> list[Catalogue]:
    """Return catalogues by their days, the newest first."""
    return sorted(catalogues, key=lambda catalogue: catalogue.date, reverse=True)


def judged(
    record: AdoptionRecord, now: CatalogueEntry | None, catalogue: Catalogue
) -> CatalogueEntry | None:
    """Return the entry with the wording that was judged, if a version has it. `now` is the entry of
    today, which may have had another id.
    """
    against = record.adoption.against
    for entry_id in dict.fromkeys((record.id, *((now.id, *now.aliases) if now else ()))):
        entry = catalogue.find(entry_id)
        if against and entry and entry.decided == against.hash:
            return entry if entry.state is EntryState.IN_FORCE else None
    return None
