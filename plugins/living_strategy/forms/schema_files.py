"""The schemas of all files of content, each with the files it is for; and how an editor is told.

Only files that are YAML from end to end: editors read the text below a front matter as YAML, too.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from living_strategy.content.records.adoption import FOLDER as ADOPTION
from living_strategy.content.records.registers import REGISTERS
from living_strategy.content.records.search_words import OWN as SEARCH_WORDS
from living_strategy.content.records.settings_file import SETTINGS
from living_strategy.forms.schema import (
    adoption_schema,
    register_schema,
    schema,
    search_words_schema,
    settings_schema,
)
from living_strategy.language import Language
from living_strategy.model import KINDS, Entry

# Where the schemas lie on a published site, and where for an editor without one.
PUBLISHED = "data/schemas"
EDITOR = ".vscode"
EDITOR_SETTINGS = f"{EDITOR}/settings.json"
_ENDING = ".schema.json"


@dataclass(frozen=True, slots=True)
class SchemaFile:
    """A schema, with its name and the files that it is for."""

    name: str
    files: str
    make: Callable[[Language], dict[str, Any]]

    @property
    def file_name(self) -> str:
        """What the file with the schema is called, wherever it lies."""
        return f"{self.name}{_ENDING}"

    def text(self, language: Language) -> str:
        """Return the content of that file."""
        return f"{json.dumps(self.make(language), ensure_ascii=False, indent=1)}\n"


def schema_files(kinds: Iterable[type[Entry]] = KINDS) -> Iterator[SchemaFile]:
    """Yield the schemas of a strategy that makes use of these kinds."""
    registers = []
    for kind in kinds:
        if kind.folder:
            yield SchemaFile(kind.kind, f"{kind.folder}/*.yml", _of(schema, kind))
        elif kind.register:
            path = f"{REGISTERS}/{kind.register}.yml"
            registers.append(SchemaFile(kind.register, path, _of(register_schema, kind)))
    yield SchemaFile("strategy", SETTINGS, settings_schema)
    yield SchemaFile("search-words", SEARCH_WORDS, search_words_schema)
    yield SchemaFile("adoption", f"{ADOPTION}/*/*.yml", adoption_schema)
    yield from registers


def _of(
    make: Callable[[type[Entry], Language], dict[str, Any]], kind: type[Entry]
) -> Callable[[Language], dict[str, Any]]:
    return lambda language: make(kind, language)


def editor_settings(files: Iterable[SchemaFile], folder: str, before: Mapping[str, Any]) -> str:
    """Return settings for an editor that name the schemas in a folder, or below an address, and
    keep whatever else the settings say.
    """
    schemas = {f"{folder}/{file.file_name}": file.files for file in files}
    own = {
        name: pattern
        for name, pattern in before.get("yaml.schemas", {}).items()
        if not name.endswith(_ENDING)
    }
    settings = {**before, "yaml.schemas": {**own, **schemas}}
    return f"{json.dumps(settings, ensure_ascii=False, indent=2)}\n"
