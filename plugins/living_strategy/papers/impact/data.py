"""What a new version of a strategy above asks for, as data for other programs and spreadsheets."""

from __future__ import annotations

import json
from typing import Any

from living_strategy.model.catalogue import Catalogue
from living_strategy.papers.csv_file import for_excel
from living_strategy.upstream.impact_rows import Impact, ImpactRow
from living_strategy.upstream.impact_words import ImpactWords

FORMAT = "living-strategy impact"
FORMAT_VERSION = 1


def as_json(impact: Impact, catalogue: Catalogue, words: ImpactWords) -> str:
    """Return the rows as JSON, with the same words as the paper beside the values."""
    document = {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "upstream": impact.name,
        "title": impact.title,
        "pinned": impact.version,
        "since": impact.since,
        "rows": [_row(row, catalogue, words) for row in impact.rows],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def as_csv(impact: Impact, catalogue: Catalogue, words: ImpactWords) -> bytes:
    """Return a row for each entry, as Excel opens it on a computer set up for Norway."""
    language, text = words.language, words.language.text
    heads = (
        *(text("Needs"), text("Title"), text("Id"), text("Kind"), text("What happened")),
        *(text("State"), text("Judged against"), text("Why"), text("What has changed")),
        *(text("What it touches here"), text("Address")),
    )
    rows = (
        (
            language.term(row.need),
            row.entry.title,
            row.entry.id,
            language.kind(row.entry.kind),
            language.term(row.difference.nature),
            language.term(row.state) if row.state else text("Not treated"),
            row.version,
            ". ".join(words.reasons(row)),
            ". ".join(words.told(row)),
            ". ".join(words.here(row)),
            catalogue.page(row.entry),
        )
        for row in impact.rows
    )
    return for_excel(heads, rows)


def _row(row: ImpactRow, catalogue: Catalogue, words: ImpactWords) -> dict[str, Any]:
    difference = row.difference
    fields = {
        "id": row.entry.id,
        "kind": row.entry.kind,
        "title": row.entry.title,
        "address": catalogue.page(row.entry),
        "nature": difference.nature.value,
        "need": row.need.value,
        "state": row.state.value if row.state else None,
        "against": row.version or None,
        "reasons": list(words.reasons(row)),
        "told": list(words.told(row)),
        "here": list(words.here(row)),
        "fields": [
            {
                "field": field.name,
                "old": field.old,
                "new": field.new,
                "class": field.change.value,
                "origin": field.origin.value,
            }
            for field in difference.fields
        ],
        "moved": [move._asdict() for move in difference.moved],
        "successors": [successor.id for successor in difference.successors],
        "overlays": [overlay._asdict() for overlay in row.overlays],
        "dates": [
            {
                "entry": date.entry.id,
                "what": date.what,
                "date": str(date.date),
                "national": date.moved.new,
                "is_later": date.is_later,
            }
            for date in row.dates
        ],
        "references": [reference._asdict() for reference in row.references],
    }
    return {key: value for key, value in fields.items() if value not in ([], None, "")}
