"""Tables of the fields of models: key, help, values. Settings and content have the same."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from html import escape

from pydantic import BaseModel

from living_strategy.forms.fields import FormField, form_fields

HEAD = "| Key | What it says | Values |\n|---|---|---|\n"


def table(
    model: type[BaseModel], base: type[BaseModel] | None = None, *, links: bool = False
) -> str:
    """Write the fields of a model, without those of its `base`. With `links`, a part links to the
    heading of its own table.
    """
    return HEAD + "".join(_rows(model, base, links=links))


def with_currency(text: str) -> str:
    """Name the currency that holds unless a strategy has chosen another."""
    return text.replace("{currency}", "kroner")


def cell(text: str) -> str:
    """Escape a text for a cell of a Markdown table."""
    return text.replace("|", "&#124;").replace("\n", " ")


def code(text: str) -> str:
    """Write a value as code in a cell. Within backticks readers of Markdown differ about bars."""
    if "|" in text:
        return f"<code>{cell(escape(text, quote=False))}</code>"
    return f"`{cell(text)}`"


def anchor(heading: str) -> str:
    """Return the anchor of a heading of letters and spaces."""
    return heading.lower().replace(" ", "-")


def _rows(model: type[BaseModel], base: type[BaseModel] | None, *, links: bool) -> Iterator[str]:
    inherited = base.model_fields if base else {}
    for field in form_fields(model):
        if field.name in inherited:
            continue
        needed = " **Required.**" if field.required else ""
        yield (
            f"| `{field.name}` | {cell(with_currency(field.help))}{needed} "
            f"| {_values(model, field, links=links)} |\n"
        )


def _values(model: type[BaseModel], field: FormField, *, links: bool) -> str:
    if field.part:
        name = field.part.__name__
        reference = f"[{name}](#{anchor(name)})" if links else "see below"
        if field.is_list:
            return f"a list of {reference}" if links else f"{reference}, a list"
        return reference
    if field.choices:
        return _choices(model, field, field.choices)
    if field.relation:
        kinds = " or ".join(code(kind) for kind in field.relation.targets)
        if len(field.relation.targets) > 4:
            kinds = "any kind"
        return f"{'a list of ids' if field.is_list else 'an id'}: {kinds}"
    if "PartialDate" in {kind.__name__ for kind in field.types}:
        return "a year, month or day: 2024, 2024-03, 2024-03-01"
    return _plain(field)


def _choices(model: type[BaseModel], field: FormField, choices: type[StrEnum]) -> str:
    words = ", ".join(f"`{choice.value}`" for choice in choices)
    if field.name == "severity":
        return f"a code and one of {words}"
    if field.is_list:
        return f"a list of {words}"
    usual = model.model_fields[field.name].default
    return words + (f"; without it `{usual.value}`" if usual in tuple(choices) else "")


def _plain(field: FormField) -> str:
    names = {kind.__name__ for kind in field.types}
    if "bool" in names:
        return "`true` or `false`"
    plural, singular = ("a list of numbers", "a number")
    if not names & {"int", "Decimal"}:
        plural, singular = ("a list of texts", "text")
    example = f", such as {code(field.example)}" if field.example else ""
    return (plural if field.is_list else singular) + example
