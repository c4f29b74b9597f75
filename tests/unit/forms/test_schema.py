"""JSON Schemas: valid, described in every language, and in agreement with what is accepted."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import PurePath
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from living_strategy.forms.schema import adoption_schema, schema, settings_schema
from living_strategy.language import LANGUAGES, Language
from living_strategy.model import KINDS, Area, Entry, Goal, Measure, Project
from living_strategy.model.own_words import speaking
from living_strategy.settings import Settings
from tests.factories import inspect_files
from tests.integration.living_content import LivingContent

NORWEGIAN = Language.load("nb")
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)


class CoreLoader(yaml.SafeLoader):
    """YAML as editors with the 1.2 core rules read it: dates stay text."""


CoreLoader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if "timestamp" not in tag]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


every_schema = pytest.mark.parametrize(
    "make",
    [*(partial(schema, kind) for kind in KINDS), settings_schema, adoption_schema],
    ids=[*(kind.kind for kind in KINDS), "strategy", "adoption"],
)
Make = Callable[[Language], dict[str, Any]]


def objects(made: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The schema of the entry and of each of its parts."""
    yield made
    yield from (part for part in made.get("$defs", {}).values() if "properties" in part)


def read(text: str) -> Any:
    """YAML as an editor reads it."""
    return yaml.load(text, CoreLoader)


def written(kind: type[Entry], files: Mapping[str, bytes]) -> Iterator[tuple[str, Any]]:
    """Every entry of a kind in the files of a strategy, as plain data."""
    if kind is Area:
        settings = read(files["strategy/strategy.yml"].decode())
        yield from ((area["id"], area) for area in settings["areas"])
    elif kind.register:
        yield from read(files[f"strategy/registers/{kind.register}.yml"].decode()).items()
    else:
        for path in sorted(path for path in files if path.startswith(f"{kind.folder}/")):
            text = files[path].decode()
            front = text.split("\n---", 1)[0].removeprefix("---") if text[:3] == "---" else text
            yield PurePath(path).stem, read(front)


def refused(kind: type[Entry], files: Mapping[str, bytes]) -> dict[str, list[str]]:
    """The entries of a strategy that the schema of their kind does not accept, and why."""
    settings = inspect_files(dict(files)).graph.corpus.settings
    validator = Draft202012Validator(schema(kind, speaking(NORWEGIAN, settings)))
    faults = {
        name: [error.message for error in validator.iter_errors(data)]
        for name, data in written(kind, files)
    }
    return {name: errors for name, errors in faults.items() if errors}


# Counting lines would double the time and add none.
@pytest.mark.no_cover
@every_schema
@pytest.mark.parametrize("code", LANGUAGES)
def test_schema_is_valid(make: Make, code: str) -> None:
    """Every schema follows the dialect it names."""
    made = make(Language.load(code))

    Draft202012Validator.check_schema(made)
    assert made["$schema"] == Draft202012Validator.META_SCHEMA["$id"]


@each_kind
def test_every_field_is_described(kind: type[Entry]) -> None:
    """Each field has a title and a description; no unknown field is let through."""
    for part in objects(schema(kind, NORWEGIAN)):
        missing = [
            name
            for name, field in part["properties"].items()
            if not field.get("title") or not field.get("description")
        ]

        assert missing == []
        assert part["additionalProperties"] is False


@every_schema
def test_nothing_of_pydantic_shows(make: Make) -> None:
    """No defaults, no empty values, no class docstrings, no `anyOf` but that of the way up."""
    document = make(NORWEGIAN)
    document.pop("anyOf", None)
    text = json.dumps(document)

    assert [word for word in ('"default"', '"null"', '"anyOf"') if word in text] == []


def _needs(name: str) -> dict[str, object]:
    return {"properties": {name: True}, "required": [name]}


def test_one_of_the_ways_up_is_required() -> None:
    """A measure says what goals or areas it serves, and a goal its area."""
    ways = {kind.kind: schema(kind, NORWEGIAN).get("anyOf") for kind in (Goal, Measure, Project)}

    assert ways == {
        "goal": None,
        "measure": [_needs("goals"), _needs("areas")],
        "project": [_needs("measures"), _needs("goals"), _needs("areas")],
    }


def test_settings_are_described() -> None:
    """Each setting has a description; no unknown one is let through."""
    for part in objects(settings_schema(NORWEGIAN)):
        assert [
            name for name, field in part["properties"].items() if not field["description"]
        ] == []
        assert part["additionalProperties"] is False


def test_settings_are_accepted() -> None:
    """The schema accepts what a strategy says, and refuses what the loader refuses."""
    data = read(LivingContent().texts()["strategy/strategy.yml"].decode())
    validator = Draft202012Validator(settings_schema(NORWEGIAN))

    assert [error.message for error in validator.iter_errors(data)] == []
    for change in (
        {"titel": "x"},
        {"language": "Norsk"},
        {"areas": {}},
        {"severity": {"orphan": 1}},
    ):
        assert not validator.is_valid(data | change), change


@each_kind
def test_examples_follow_the_schema(kind: type[Entry]) -> None:
    """What is given as an example would be accepted."""
    made = schema(kind, NORWEGIAN)
    for part in objects(made):
        for name, field in part["properties"].items():
            inner = Draft202012Validator({**field, "$defs": made.get("$defs", {})})
            for example in field.get("examples", []):
                assert list(inner.iter_errors(example)) == [], name


def test_id_is_required_only_where_nothing_else_is_the_id() -> None:
    """An area in strategy.yml has to say its id; the name of a file is one."""
    assert schema(Area, NORWEGIAN)["required"] == ["id", "title"]
    assert schema(Goal, NORWEGIAN)["required"] == ["title", "area", "standing"]


def test_choices_are_shown_in_words() -> None:
    """A fixed choice is the key to write with the word that readers see."""
    assert schema(Goal, NORWEGIAN)["$defs"]["Standing"] == {
        "type": "string",
        "enum": ["adopted", "proposed"],
        "enumDescriptions": ["Vedtatt", "Forslag fra nettstedet"],
    }


def test_examples_are_of_the_own_lists() -> None:
    """Where a strategy has a list of its own, the example is one of its values."""
    settings = Settings.model_validate(
        {
            "title": "A",
            "audiences": {"elever": "Elever", "county": "Fylket"},
            "phases": {"start": "I gang", "delivery": "Vi leverer"},
        }
    )
    own = speaking(NORWEGIAN, settings)

    assert schema(Measure, own)["properties"]["audience"]["examples"] == [["elever"]]
    assert schema(Project, own)["properties"]["phase"]["examples"] == ["delivery"]
    assert schema(Measure, NORWEGIAN)["properties"]["audience"]["examples"] == [
        ["municipality", "county"]
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"titel": "x"},
        {"phase": "start"},
        {"measures": []},
        {"as_of": "i fjor"},
        {"funding": [{"amount": -1}]},
        {"total_cost": "mye"},
        {"lead": "KS"},
    ],
)
def test_mistakes_are_refused(change: dict[str, Any]) -> None:
    """What the loader refuses, the schema refuses."""
    valid = {"title": "A", "measures": ["b"], "status": "ongoing", "as_of": 2024}
    validator = Draft202012Validator(schema(Project, NORWEGIAN))

    assert validator.is_valid(valid)
    assert not validator.is_valid(valid | change)


# Counting lines would double the time and add none.
@pytest.mark.no_cover
@each_kind
def test_entries_are_accepted(kind: type[Entry]) -> None:
    """The schema accepts every entry of a strategy that has something of everything."""
    files = LivingContent().texts()

    assert list(written(kind, files))
    assert refused(kind, files) == {}
