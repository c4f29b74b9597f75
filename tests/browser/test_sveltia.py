"""The form's settings for Sveltia CMS, against the schema that comes with that program."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.browser.validators import sveltia_complaints
from tests.integration.living_content import LivingContent
from tests.integration.site_support import program
from tests.unit.forms.test_schema import read

pytestmark = pytest.mark.browser
HOSTS = {
    "github": ("https://login.example.org/auth", "https://github.com/eier/strategi"),
    "gitlab": ("0123456789abcdef", "https://gitlab.com/eier/strategi"),
}
SETTINGS = "strategy/strategy.yml"


def written(root: Path, language: str, host: str) -> dict[str, Any]:
    """What the command writes for a strategy with something of everything."""
    login, repository = HOSTS[host]
    texts = LivingContent().texts()
    settings = read(texts[SETTINGS].decode()) | {"language": language}
    # They lead to addresses that are others in another language.
    del settings["doors"]
    settings |= {"form": {"host": host, "login": login}}
    for name, text in {**texts, SETTINGS: json.dumps(settings).encode()}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text)
    return dict(json.loads(program(root, "forms", "--sveltia", repository).stdout))


def test_the_schema_accepts_the_settings(tmp_path: Path) -> None:
    """In each language of a site, for both hosts."""
    configurations = {
        f"{language} {host}": written(tmp_path / f"{language}-{host}", language, host)
        for language in ("nb", "nn", "en")
        for host in HOSTS
    }
    found = sveltia_complaints(configurations, tmp_path / "configurations.json")

    assert found == {name: [] for name in configurations}
    assert {config["backend"]["name"] for config in configurations.values()} == {*HOSTS}
    assert all(len(config["collections"]) > 9 for config in configurations.values())


def test_what_is_wrong_is_said_where_it_is(tmp_path: Path) -> None:
    """Of a field that the schema does not know so, deep in a collection, and of a setting."""
    config = written(tmp_path, "nb", "github")
    measures = next(one for one in config["collections"] if one["name"] == "measures")
    sources = next(field for field in measures["fields"] if field["name"] == "sources")
    sources["fields"].append({"name": "kept", "widget": "hidden", "required": False})
    found = sveltia_complaints({"x": config | {"locale": "nb_no"}}, tmp_path / "one.json")

    assert found["x"] == [
        "must NOT have additional properties locale",
        "measures/sources/kept must NOT have additional properties required",
    ]
