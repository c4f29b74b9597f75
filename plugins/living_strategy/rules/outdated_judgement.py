"""A record that judges another version of the entry than the pinned one."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.corpus import AdoptionRecord
from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.language.particulars import Commands, Particular
from living_strategy.model.catalogue import CatalogueEntry, EntryState
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule
from living_strategy.upstream.treatment import is_outdated

CODE = Code(
    "outdated-judgement",
    Severity.INFO,
    message="“{title}” has changed since it was judged: then version {old}, now {new}.",
    messages={
        "overlay": "The national text of “{field}” has changed since the local one was written.",
        "gone": "“{title}” was judged in version {old}, and is no longer in force in version {new}.",
    },
    hints={
        "gone": "What was decided here stays. {commands} says what took over, and what the council can choose between."
    },
    hint="Read the entry in the new version. If the judgement stands, write the record again with {commands}.",
    meaning="A council has decided about the text of that time. What it decided stays; somebody should see whether it still fits.",
    wrong="against: {version: strategy-2026.1, …}   # and strategy-2026.2 is pinned",
    right="against: {version: strategy-2026.2, …}",
)
_AGAIN, _IMPACT = Commands(("adopt",)), Commands(("upstream impact",))


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report records and local texts whose ground has changed."""
    for record in graph.corpus.adoptions:
        pinned = graph.corpus.upstreams.get(record.upstream)
        if pinned is None or pinned.catalogue is None:
            continue
        if (entry := pinned.find(record.id)) is None:
            continue
        against = record.adoption.against
        if against and is_outdated(entry, record):
            params: dict[str, Particular] = {
                "title": entry.title,
                "old": against.version,
                "new": pinned.catalogue.version,
                "commands": _AGAIN,
            }
            if entry.state is not EntryState.IN_FORCE:
                params |= {"case": "gone", "commands": _IMPACT}
            yield Diagnostic(CODE.name, record.locate("against"), params, record.id)
        if entry.state is EntryState.IN_FORCE:
            yield from _overlays(record, entry)


def _overlays(record: AdoptionRecord, entry: CatalogueEntry) -> Iterator[Diagnostic]:
    for index, overlay in enumerate(record.adoption.overlays):
        if entry.base(overlay.field) != overlay.base:
            params: dict[str, Particular] = {
                "field": overlay.field,
                "case": "overlay",
                "commands": _AGAIN,
            }
            place = record.locate("overlays", index, "base")
            yield Diagnostic(CODE.name, place, params, record.id)


RULE = Rule(CODE, check)
