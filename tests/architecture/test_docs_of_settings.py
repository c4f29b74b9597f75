"""docs/settings.md says what the models of the settings say."""

from __future__ import annotations

import re

from tools import settings_page

from living_strategy.forms.fields import form_fields, parts_of
from living_strategy.settings import Settings

CURE = "run: python tools/settings_page.py"


def test_page_equals_the_models() -> None:
    """The page is exactly what is made of settings.py."""
    assert settings_page.PAGE.read_text("utf-8") == settings_page.settings_page(), CURE


def test_every_setting_is_listed() -> None:
    """No field of any part is left out, and each has an explanation."""
    rows = re.findall(r"^\| `(\w+)` \| (.*) \| .* \|$", settings_page.settings_page(), re.M)
    models = (Settings, *parts_of(Settings).values())
    fields = [field.name for model in models for field in form_fields(model)]

    assert sorted(name for name, _ in rows) == sorted(fields)
    assert [name for name, text in rows if not text.strip()] == []
