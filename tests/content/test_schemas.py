"""What this repository publishes follows the JSON Schemas that editors check with."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path, PurePath
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from living_strategy.adapters.starting.editor_files import editor_files
from living_strategy.figures.presence import kinds_in_use
from living_strategy.forms.schema import settings_schema
from living_strategy.forms.schema_files import EDITOR_SETTINGS, SchemaFile, schema_files
from living_strategy.inspection import inspect_strategy
from living_strategy.language import Language
from living_strategy.model import KINDS, Entry
from living_strategy.model.own_words import language_of
from tests.browser.validators import schema_faults
from tests.factories import TODAY
from tests.integration.processes import PATIENCE
from tests.integration.site_support import REPOSITORY
from tests.unit.forms.test_schema import read, refused

FILES = {
    path.relative_to(REPOSITORY).as_posix(): path.read_bytes()
    for pattern in ("strategy/**/*.yml", *(f"{kind.folder}/*.*" for kind in KINDS if kind.folder))
    for path in REPOSITORY.glob(pattern)
}
SETTINGS = inspect_strategy(REPOSITORY, TODAY).graph.corpus.settings
LANGUAGE = language_of(SETTINGS)
SCHEMAS = {file.name: file for file in schema_files(kinds_in_use(SETTINGS))}


def yaml_of(file: SchemaFile) -> dict[str, str]:
    """The YAML that a schema is for, by path; of items that is their front matter, too."""
    pattern = PurePath(file.files)
    texts = {path: raw.decode() for path, raw in FILES.items() if PurePath(path).suffix != ".json"}
    found = {path: text for path, text in texts.items() if PurePath(path).match(str(pattern))}
    for path, text in texts.items():
        if path.endswith(".md") and PurePath(path).parent == pattern.parent and text[:4] == "---\n":
            found[path] = text.split("\n---\n", 1)[0].removeprefix("---\n") + "\n"
    return found


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_published_entries_are_accepted(kind: type[Entry]) -> None:
    """The schema accepts every entry of this repository."""
    assert refused(kind, FILES) == {}


def test_published_settings_are_accepted() -> None:
    """The schema accepts strategy.yml of this repository."""
    validator = Draft202012Validator(settings_schema(Language.load("nb")))
    data = read(FILES["strategy/strategy.yml"].decode())

    assert [error.message for error in validator.iter_errors(data)] == []


def test_what_is_written_is_accepted_by_ajv(tmp_path: Path) -> None:
    """All files in all schemas, which compile strictly there."""
    cases: dict[str, Any] = {
        name: {
            "schema": file.make(LANGUAGE),
            "accepted": [read(text) for text in yaml_of(file).values()],
            "refused": [],
        }
        for name, file in SCHEMAS.items()
    }

    assert sum(len(case["accepted"]) for case in cases.values()) > 100
    assert schema_faults(cases, tmp_path / "schemas.json") == {name: [] for name in cases}


def test_the_schemas_are_schemas_for_check_jsonschema() -> None:
    """The program that pipelines use reads patterns as ECMAScript does."""
    folder = REPOSITORY / ".vscode" / "schemas"

    assert check_jsonschema("--check-metaschema", *sorted(folder.iterdir())) == ""


# Each run takes a second or two: a sort of file each.
@pytest.mark.parametrize("name", ["measure", "organisations", "strategy"])
def test_what_is_written_is_accepted_by_check_jsonschema(name: str, tmp_path: Path) -> None:
    """The files of an item, a register and the settings."""
    schema = REPOSITORY / ".vscode" / "schemas" / SCHEMAS[name].file_name
    paths = []
    for path, text in yaml_of(SCHEMAS[name]).items():
        paths.append(tmp_path / f"{path.replace('/', '_').removesuffix('.md')}.yml")
        paths[-1].write_text(text, "utf-8")

    assert paths
    assert check_jsonschema("--schemafile", schema, *paths) == ""


def check_jsonschema(*arguments: str | Path) -> str:
    """What the program says if it refuses something."""
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    return done.stdout + done.stderr if done.returncode else ""


def test_the_editor_has_the_schemas_of_today() -> None:
    """If not: `living-strategy schema --editor`."""
    before = (REPOSITORY / EDITOR_SETTINGS).read_bytes()
    wanted = editor_files(LANGUAGE, kinds_in_use(SETTINGS), before=before)
    there = {
        path.relative_to(REPOSITORY).as_posix(): path.read_bytes()
        for path in (REPOSITORY / ".vscode").rglob("*")
        if path.is_file()
    }

    assert there == wanted
    for file in json.loads(before)["yaml.schemas"]:
        assert (REPOSITORY / file).is_file()
