"""Every form, for every kind, by the one signature of the family."""

from __future__ import annotations

import json

import pytest

from living_strategy.forms import FORMS
from living_strategy.forms.form import Draft
from living_strategy.forms.scaffold import scaffold
from living_strategy.forms.schema import schema
from living_strategy.language import LANGUAGES, Language
from living_strategy.model import KINDS, Entry


# Counting lines would double the time and add none.
@pytest.mark.no_cover
@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.kind))
def test_each_form_of_a_kind(kind: type[Entry], code: str) -> None:
    """A program that shows forms need not know which they are."""
    language, draft = Language.load(code), Draft("ny", "Ny", {"goal": ["personvern"]})
    written = {form.name: form.render(kind, language, draft) for form in FORMS}

    assert json.loads(written.pop("schema")) == schema(kind, language)
    assert written == {"scaffold": scaffold(kind, language, draft)}
