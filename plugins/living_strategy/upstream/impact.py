"""What a new version of a strategy above asks of a council: its changes crossed with what is
decided, overlaid, planned and linked to here. Nothing is decided, and nothing changed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from living_strategy.content.corpus import AdoptionRecord, Pinned
from living_strategy.content.graph import Graph
from living_strategy.model.catalogue import Catalogue
from living_strategy.upstream.cells import WEIGHTS
from living_strategy.upstream.crossing import Crossing
from living_strategy.upstream.difference import ItemDifference, differences, since, unseen
from living_strategy.upstream.field_differences import CatalogueWords
from living_strategy.upstream.impact_rows import Impact, ImpactRow
from living_strategy.upstream.kept import is_as_judged, judged, newest_first
from living_strategy.upstream.treatment import TREATED


def impact(graph: Graph, pinned: Pinned, start: Catalogue | None = None) -> Impact:
    """Return what the pinned version asks for. What was judged is compared with the wording that
    was judged, everything else with the version before; with `start`, all with that one.
    """
    new = pinned.catalogue
    if new is None:
        return Impact(pinned.name, pinned.title, "", "", ())
    earlier = (start,) if start else pinned.earlier
    before = max(earlier, key=lambda kept: kept.date, default=None)
    records = {
        record.id: record for record in graph.corpus.adoptions if record.upstream == pinned.name
    }
    crossing = Crossing(graph, pinned.name, new, before, earlier)
    found: list[tuple[ItemDifference, AdoptionRecord | None]] = []
    done: set[str] = set()
    if start is None:
        for record in records.values():
            if record.adoption.against:
                done.add(record.id)
                if difference := _since_judged(record, pinned, new, earlier, crossing.words):
                    found.append((difference, record))
    for difference in differences(before, new, crossing.words) if before else ():
        of_it = _record_of(difference, records, before)
        if of_it is None or of_it.id not in done:
            found.append((difference, of_it))
    rows = (crossing.row(difference, record) for difference, record in found)
    return Impact(
        pinned.name,
        pinned.title,
        new.version,
        before.version if before else "",
        tuple(sorted(rows, key=_order)),
    )


def _since_judged(
    record: AdoptionRecord,
    pinned: Pinned,
    new: Catalogue,
    earlier: Sequence[Catalogue],
    words: CatalogueWords,
) -> ItemDifference | None:
    """Return what differs from what was judged; None for nothing that anybody can see."""
    now = pinned.find(record.id)
    for kept in newest_first(earlier):
        if was := judged(record, now, kept):
            return since(was, new, words)
    if now is None or is_as_judged(record, now):
        return None
    return unseen(now, new)


def _record_of(
    difference: ItemDifference,
    records: Mapping[str, AdoptionRecord],
    before: Catalogue | None,
) -> AdoptionRecord | None:
    """Return the record about an entry, also under an id that it had before; not under that of
    another entry which became part of it.
    """
    entry, old = difference.entry, difference.old
    aliases = [alias for alias in entry.aliases if before is None or alias not in before.by_id]
    for entry_id in (entry.id, *((old.id, *old.aliases) if old else ()), *aliases):
        if entry_id in records:
            return records[entry_id]
    return None


def _order(row: ImpactRow) -> tuple[int, bool, str, str]:
    """Sort by weight, goals first, then by kind and id."""
    entry = row.entry
    return WEIGHTS[row.need], entry.kind != TREATED, entry.kind, entry.id
