"""The JSON Schemas in the program that editors check with, which is stricter than Python's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from living_strategy.forms.schema import (
    adoption_schema,
    register_schema,
    schema,
    search_words_schema,
    settings_schema,
)
from living_strategy.language import LANGUAGES, Language
from living_strategy.model import KINDS
from living_strategy.model.own_words import speaking
from tests.browser.validators import schema_faults
from tests.factories import inspect_files
from tests.integration.living_content import LivingContent
from tests.unit.forms.test_schema import read, written

pytestmark = pytest.mark.browser


def test_schemas_in_ajv(tmp_path: Path) -> None:
    """Every schema, in every language, compiles in strict mode, its patterns as ECMAScript with
    the flag u; it accepts a strategy with something of everything, and refuses a misspelt field
    and an address that is none.
    """
    cases: dict[str, Any] = {}
    for code in LANGUAGES:
        cases |= {f"{kind} ({code})": case for kind, case in schema_cases(code).items()}

    assert schema_faults(cases, tmp_path / "schemas.json") == {name: [] for name in cases}


def schema_cases(code: str) -> dict[str, Any]:
    """The schemas in a language, by kind, with what they accept and what they refuse."""
    files = LivingContent().texts()
    settings = inspect_files(dict(files)).graph.corpus.settings
    language = speaking(Language.load(code), settings)
    bad_source = {"title": "x", "url": 'https://a"b'}
    cases: dict[str, Any] = {
        kind.kind: {
            "schema": schema(kind, language),
            "accepted": [data for _, data in written(kind, files)],
            "refused": [
                {**data, **change}
                for _, data in list(written(kind, files))[:1]
                for change in ({"titel": "x"}, {"sources": [bad_source]})
            ],
        }
        for kind in KINDS
    }
    chosen = read(files["strategy/strategy.yml"].decode())
    cases["strategy"] = {
        "schema": settings_schema(language),
        "accepted": [chosen],
        "refused": [chosen | {"titel": "x"}, chosen | {"contact": 'a"b@c.no'}],
    }
    for kind in KINDS:
        if kind.register:
            entries = dict(written(kind, files))
            first = next(iter(entries.values()))
            cases[kind.register] = {
                "schema": register_schema(kind, language),
                "accepted": [entries, None, {}],
                "refused": [entries | {"Å": first}, entries | {"x": first | {"titel": "x"}}],
            }
    words = {"same": [["KI", "kunstig intelligens"]]}
    cases["search-words"] = {
        "schema": search_words_schema(language),
        "accepted": [words, words | {"common": "off"}],
        "refused": [{"same": [["KI"]]}, words | {"common": "av"}],
    }
    record = {"state": "planned", "planned": 2027, "decision": {"body": "ks", "date": "2026-11"}}
    cases["adoption"] = {
        "schema": adoption_schema(language),
        "accepted": [{"state": "adopted"}, record],
        "refused": [{"state": "vedtatt"}, record | {"planned": 1066}],
    }
    return cases
