"""Settings: every key of strategy/strategy.yml, from the models themselves."""

from __future__ import annotations

from pydantic import BaseModel

from living_strategy.forms.fields import form_fields, parts_of
from living_strategy.settings import Settings
from tools.reference.fields import table

PAGE = "settings.md"
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

The priority areas stand in the same file, under `areas`; `living-strategy new area` adds the lines
of one, and [its fields](content.md#priority-area) are listed with those of the other kinds. The
look (`design`) has [a page of its own](../theming.md). The codes that `severity` takes are in
[the list of checks](../checks/README.md).

This page is written from `plugins/living_strategy/settings/`; run `make docs` after a change
there.
"""


def page() -> str:
    """Write the page."""
    parts = parts_of(Settings)
    sections = [_section("strategy.yml", Settings)]
    sections += [_section(_users(part), part) for _, part in sorted(parts.items())]
    return BEGINNING + "".join(sections)


def _users(part: type[BaseModel]) -> str:
    """Return the keys that hold this part."""
    models: tuple[type[BaseModel], ...] = (Settings, *parts_of(Settings).values())
    fields = (field for model in models for field in form_fields(model))
    return "` and `".join(field.name for field in fields if field.part is part)


def _section(key: str, model: type[BaseModel]) -> str:
    return f"\n## `{key}`\n\n{table(model)}"
