"""One model, many forms: JSON Schema for editors and scaffolds for new entries."""

from __future__ import annotations

from living_strategy.forms import scaffold, schema
from living_strategy.forms.form import Form

FORMS: tuple[Form, ...] = (schema.FORM, scaffold.FORM)
