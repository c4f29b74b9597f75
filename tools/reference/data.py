"""Open data: the keys of catalogue.json, and every CSV file with its columns."""

from __future__ import annotations

from living_strategy.figures.part_tables import PART_TABLES
from living_strategy.figures.tables import Column, Table, kind_tables
from living_strategy.forms.fields import form_fields
from living_strategy.model import KINDS
from living_strategy.settings import Settings
from tools.reference.fields import cell, code, with_currency

PAGE = "data.md"
BEGINNING = """\
# Data files

Every site has its content as open data below `data/`, under the licence that strategy.yml names
(`data_licence`). Files are UTF-8; the same content gives the same bytes. Fields are added; to
remove or rename one is a breaking change and stands in the changelog.

This page is written from `plugins/living_strategy/exports/` and `plugins/living_strategy/figures/`;
run `make docs` after a change there.

## `data/catalogue.json`

The whole strategy in one file. Missing values are left out, never written as zero.

"""
# What the file holds that is not a field of an entry. A test compares these with a real file.
TOP = {
    "format": "Always “living-strategy catalogue”.",
    "version": "The version of this structure.",
    "edition": "The `name` of the edition, if it never changes, and the `date` that it is of.",
    "site": "The address of the site, if it is known. The address of an entry is relative to it.",
    "path": "Where the file lies, below the address of the site.",
    "strategy": "What strategy.yml says: {settings}.",
    "licence": "The licence of the data: `title` and `url`.",
    "kinds": "A list of entries for each kind, by id: {kinds}.",
    "adoptions": "Only where strategies above are followed: what is decided about each. "
    "`upstream`, `title`, `version`, `sha256`, `address` and `site` tell which one; "
    "`records` have the `id` of an entry there and "
    "[the fields of a record](../upstream.md#say-what-the-council-has-decided).",
    "removed": "What has no file any more: `kind`, `id`, `title`, `date`, `replaced_by`.",
    "editions": "Editions that never change, oldest first: `name`, `date`, `path`, `sha256`.",
    "hash": "A hash of the contents: of `strategy`, of `removed` and of the `hash` of every entry.",
}
STRATEGY = ("title", "summary", "owner", "language", "currency", "units", "period", "vision")
ADDED = {
    "address": "Where its page is, below the address of the site.",
    "source_file": "The file that it is written in.",
    "links": "The links that it declares: `relation`, `target` and, in a framework, `part`.",
    "linked_from": "The links that others declare to it: `relation`, `source` and `part`.",
    "last_change": "The `date` and the `class` of the last change that readers are told of.",
    "state": "`in_force`, or `retired`.",
    "replaces": "Ids of what it took over from.",
    "replaced_by": "Ids of what took over from it.",
    "decided": "A hash of what is decided of it: new figures, reports and sources do not count.",
    "hash": "A hash of the entry: of `decided`, of its fields and of its kind.",
    "hashes": "A hash of each of its fields, by name. Its keys say which keys are fields.",
}
HASHES = """
A hash is SHA-256, in hexadecimal, of a value as canonical JSON: keys in order, no spaces, UTF-8. An
entry's is of `{"decided": …, "fields": …, "kind": …}`, the catalogue's of `{"entries": {kind: {id:
hash}}, "removed": {id: …}, "strategy": …}`. Ids are never used again: an entry that left the
strategy is `retired` and stays. [How to build upon a catalogue](../upstream.md)

`data/catalogue.schema.json` is its JSON Schema (draft 2020-12). Version 1 had no hashes, and none
of the keys that speak of editions, states and replacements; what reads version 1 can read this one.
"""
CSV = """
## CSV files

Commas between the cells, a line of column names first, all texts in quotation marks. Lists of plain
values are joined by `; `. A text that a spreadsheet would run as a formula has an apostrophe in
front. Below `data/excel/` lie the same tables as Norwegian Excel opens them: semicolons, a byte
order mark, decimal commas, headings and values in the language of the site.
"""


def page() -> str:
    """Write the page."""
    kinds = ", ".join(code(kind.kind) for kind in KINDS)
    settings = ", ".join(code(field.name) for field in form_fields(Settings) if _kept(field.name))
    top = {key: text.format(kinds=kinds, settings=settings) for key, text in TOP.items()}
    tables = "".join(_csv(table) for table in (*kind_tables(), *PART_TABLES))
    return (
        f"{BEGINNING}{_keys(top)}\n"
        "An entry has [the fields of its kind](content.md), as they were written, and\n\n"
        f"{_keys(ADDED)}{HASHES}{CSV}{tables}"
    )


def _kept(name: str) -> bool:
    return name in STRATEGY


def _keys(texts: dict[str, str]) -> str:
    rows = "".join(f"| `{key}` | {cell(text)} |\n" for key, text in texts.items())
    return f"| Key | What it holds |\n|---|---|\n{rows}"


def _csv(table: Table) -> str:
    rows = "".join(_row(column) for column in table.columns)
    return (
        f"\n### `data/{table.name}.csv`\n\n{table.title}.\n\n"
        f"| Column | Label | What it holds |\n|---|---|---|\n{rows}"
    )


def _row(column: Column) -> str:
    return f"| `{column.name}` | {column.label} | {cell(with_currency(column.help))} |\n"
