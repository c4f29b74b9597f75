"""Writes docs/settings.md: every setting of strategy/strategy.yml, from the models themselves.

python tools/settings_page.py    write the page anew (`make docs` does it, too)
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel

from living_strategy.forms.fields import FormField, form_fields, parts_of
from living_strategy.settings import Settings

PAGE = Path(__file__).resolve().parent.parent / "docs" / "settings.md"
BEGINNING = """\
# Settings

Everything that a strategy configures stands in `strategy/strategy.yml`. Only `title` is required.
A misspelt setting is an error with the name that was meant. `living-strategy schema strategy` gives
the same as JSON Schema, for editors that help while one writes, in the language of the strategy.

```yaml
title: Digital strategi for Storvik
language: nb
publication: demonstration   # take this line out when a public body answers for the site
areas:
  - id: gode-tjenester
    title: Gode tjenester
```

The priority areas stand in the same file, under `areas`; `living-strategy new area` shows the lines
of one, and `living-strategy schema area` its fields. The look (`design`) has
[a page of its own](look.md). The codes that `severity` takes are in
[the list of checks](checks/README.md).

This page is written from `plugins/living_strategy/settings.py`; run `make docs` after a change
there.
"""
HEAD = "| Key | What it says | Values |\n|---|---|---|\n"


def settings_page() -> str:
    """The whole page."""
    parts = parts_of(Settings)
    sections = [_section("strategy.yml", Settings)]
    sections += [_section(_users(part), part) for _, part in sorted(parts.items())]
    return BEGINNING + "".join(sections)


def _users(part: type[BaseModel]) -> str:
    """The keys that hold this part."""
    models = (Settings, *parts_of(Settings).values())
    fields = (field for model in models for field in form_fields(model))
    return "` and `".join(field.name for field in fields if field.part is part)


def _section(key: str, model: type[BaseModel]) -> str:
    return f"\n## `{key}`\n\n{HEAD}{''.join(_rows(model))}"


def _rows(model: type[BaseModel]) -> Iterator[str]:
    for field in form_fields(model):
        needed = " **Required.**" if field.required else ""
        yield f"| `{field.name}` | {field.help}{needed} | {_values(model, field)} |\n"


def _values(model: type[BaseModel], field: FormField) -> str:
    if field.part:
        return "see below, a list" if field.is_list else "see below"
    if field.choices:
        words = ", ".join(f"`{choice.value}`" for choice in field.choices)
        usual = model.model_fields[field.name].default
        chosen = f"; without it `{usual.value}`" if usual in tuple(field.choices) else ""
        return ("a code and one of " if field.name == "severity" else "") + words + chosen
    if "PartialDate" in {one.__name__ for one in field.types}:
        return "a year, month or day: 2024, 2024-03, 2024-03-01"
    return "a list of texts" if field.is_list else "text"


if __name__ == "__main__":
    PAGE.write_text(settings_page(), "utf-8", newline="\n")
