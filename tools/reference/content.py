"""Content: where each kind of entry is written, its fields, parts and relations."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

from pydantic import BaseModel

from living_strategy.forms.fields import FormField, form_fields, parts_of
from living_strategy.model import KINDS, Entry
from living_strategy.model.adoption import Adoption
from living_strategy.model.page_fields import PageFields
from tools.reference.fields import code, table

PAGE = "content.md"
BEGINNING = """\
# Content

An entry is anything with an id. Goals, measures and projects have a file each, named by the id;
areas stand in `strategy/strategy.yml`, all others in one register a kind, keyed by id. An .md file
has its fields between two lines of `---`, and below them the text of the page, which is the field
`description`; in a .yml file that is a key like the others.

`living-strategy new KIND NAME` writes an entry with all fields explained in the language of the
strategy; `living-strategy schema KIND` gives the fields as JSON Schema. In texts, `[[id]]` and
`[[id|words]]` mention an entry. A key that is not listed here is an error.

This page is written from `plugins/living_strategy/model/`; run `make docs` after a change there.
"""
EVERY = """
## Every entry

All kinds have these, and what is listed below for each of them.

"""
WRITTEN = """
## Written pages

Every other text is a page of its own: an .md file in `strategy/` or a folder of it, with an address
like its path (`strategy/innretning/finansiering.md` is `/innretning/finansiering/`). Between two
lines of `---` it may say these; all of it may be left out, and so may the lines. All that is there
is published: there are [no drafts](../change-content.md#what-is-not-to-be-published-yet).

"""
RELATIONS = """
## Relations

A link is written once, on the field named here; the page of the other entry shows it by itself.

| Read as | From the other end | Written in |
|---|---|---|
"""
PARTS = """
## Parts

What a field holds when it is more than a text, a number or an id.
"""


RECORDS = """
## What is decided about a strategy above

One record a file: `adoption/<upstream>/<id>.yml`. [How](../upstream.md)

"""


def page() -> str:
    """Write the page."""
    kinds = "".join(_kind(kind) for kind in KINDS)
    parts = "".join(
        f"\n### {name}\n\n{_summary(part)}\n\n{table(part, links=True)}"
        for name, part in sorted(_parts().items())
    )
    shared_fields = EVERY + table(Entry, links=True)
    written = WRITTEN + table(PageFields)
    records = RECORDS + table(Adoption, links=True)
    return (
        f"{BEGINNING}{shared_fields}{kinds}{written}{records}{PARTS}{parts}{RELATIONS}"
        f"{''.join(_relations())}"
    )


def _parts() -> dict[str, type[BaseModel]]:
    models = (*KINDS, Adoption)
    return {name: part for model in models for name, part in parts_of(model).items()}


def _kind(kind: type[Entry]) -> str:
    return (
        f"\n## {kind.label}\n\n{_summary(kind)} Key: `{kind.kind}`. {_place(kind)}\n\n"
        f"{table(kind, Entry, links=True)}"
    )


def _place(kind: type[Entry]) -> str:
    if kind.folder:
        return f"One file an entry: `{kind.folder}/<id>.md` or `.yml`."
    if kind.register:
        return f"Register: `strategy/registers/{kind.register}.yml`."
    return "Under `areas` in `strategy/strategy.yml`."


def _summary(model: type[BaseModel]) -> str:
    text = inspect.getdoc(model) or ""
    return " ".join(text.split("\n\n")[0].split())


def _relations() -> Iterator[str]:
    """Yield a row for each relation, with every field that it is written in."""
    fields_by_relation: dict[str, list[str]] = {}
    rows: dict[str, str] = {}
    for owner, field in _fields():
        relation = field.relation
        if relation:
            fields_by_relation.setdefault(relation.name, []).append(code(f"{owner}.{field.name}"))
            targets = "any entry" if len(relation.targets) > 4 else ", ".join(relation.targets)
            rows[relation.name] = f"| *{relation.name}* {targets} | *{relation.inverse}* "
    for name in sorted(rows):
        yield f"{rows[name]}| {', '.join(dict.fromkeys(fields_by_relation[name]))} |\n"


def _fields() -> Iterator[tuple[str, FormField]]:
    for kind in KINDS:
        yield from ((kind.kind, field) for field in form_fields(kind))
    for name, part in sorted(_parts().items()):
        yield from ((name, field) for field in form_fields(part))
