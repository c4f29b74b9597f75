"""One model, many forms: JSON Schema for editors and scaffolds for new entries."""

from __future__ import annotations

from types import ModuleType

from living_strategy.forms import scaffold, schema

FORMS: tuple[ModuleType, ...] = (schema, scaffold)
