"""Valid things, with one thing changed a test."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from living_strategy.content.corpus import Corpus, Record, TextField
from living_strategy.content.graph import Graph, link
from living_strategy.content.markdown.prose import scan
from living_strategy.content.municipalities import load_municipalities
from living_strategy.content.source_file import SourceFile
from living_strategy.content.tree import MemorySource
from living_strategy.content.yaml.yaml_reader import KeyPath
from living_strategy.diagnostics import Diagnostic, Finding, Location, sort_diagnostics
from living_strategy.history.comparison import Comparison
from living_strategy.history.event import NO_HISTORY, History
from living_strategy.inspection import Inspection, inspect_source
from living_strategy.language import Language
from living_strategy.model import Area, Entry, Goal, Measure, Organisation, Project
from living_strategy.publication import Publication
from living_strategy.settings import Settings
from living_strategy.site.context import ViewContext

TODAY = date(2026, 11, 21)
VALID = Path(__file__).parent / "golden" / "valid"
Files = Mapping[str, str | bytes | None]
SOURCES = ({"title": "Strategien", "publisher": "KS"},)


def valid_files() -> dict[str, str | bytes | None]:
    """The small valid strategy that every golden case breaks in one place."""
    return dict(_valid_files())


@lru_cache(maxsize=1)
def _valid_files() -> Files:
    paths = (path for path in sorted(VALID.rglob("*")) if path.is_file())
    return {path.relative_to(VALID).as_posix(): path.read_text("utf-8") for path in paths}


def as_bytes(files: Files) -> dict[str, bytes]:
    """Files as they are kept (None: left out)."""
    return {
        path: text if isinstance(text, bytes) else text.encode()
        for path, text in files.items()
        if text is not None
    }


def write_files(root: Path, files: Files) -> None:
    """Write the valid strategy below `root`, with some files replaced (None: left out)."""
    for path, content in as_bytes(valid_files() | dict(files)).items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def a_source(files: Files, **others: Any) -> MemorySource:
    """The valid strategy with some files replaced (None: left out), written nowhere."""
    return MemorySource(as_bytes(valid_files() | dict(files)), **others)


class MemoryCache:
    """A cache that writes nothing, and counts what it gave."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self.given = 0

    def load(self, keys: Iterable[str]) -> Mapping[str, str]:
        """What is there."""
        values = {key: self.values[key] for key in keys if key in self.values}
        self.given += len(values)
        return values

    def store(self, values: Mapping[str, str]) -> None:
        """Keep these."""
        self.values |= values


def inspect_files(files: Files, **others: Any) -> Inspection:
    """Inspect the valid strategy with some files replaced."""
    return inspect_source(a_source(files, **others), TODAY)


def an_area(**changes: Any) -> Area:
    """A valid area called `omrade`."""
    fields = {"id": "omrade", "title": "Område", "as_of": "2024", "sources": SOURCES}
    return Area.model_validate(fields | changes)


def a_goal(**changes: Any) -> Goal:
    """A valid goal called `mal`, in the area `omrade`."""
    fields = {
        "id": "mal", "title": "Mål", "area": "omrade", "standing": "adopted", "as_of": "2024",
        "sources": SOURCES,
    }  # fmt: skip
    return Goal.model_validate(fields | changes)


def a_measure(**changes: Any) -> Measure:
    """A valid measure called `tiltak`, for the goal `mal` (`goals=None`: for none)."""
    fields = {
        "id": "tiltak", "title": "Tiltak", "goals": ["mal"], "status": "ongoing", "as_of": "2024",
        "sources": SOURCES,
    }  # fmt: skip
    return Measure.model_validate(_filled(fields | changes))


def a_project(**changes: Any) -> Project:
    """A valid project called `prosjekt`, for the measure `tiltak` (`measures=None`: for none)."""
    fields = {
        "id": "prosjekt", "title": "Prosjekt", "measures": ["tiltak"], "status": "ongoing",
        "as_of": "2024", "sources": SOURCES,
    }  # fmt: skip
    return Project.model_validate(_filled(fields | changes))


def _filled(fields: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}


def an_organisation(**changes: Any) -> Organisation:
    """A valid organisation called `ks`."""
    return Organisation.model_validate({"id": "ks", "title": "KS", "type": "association"} | changes)


def a_record(entry: Entry, **changes: Any) -> Record:
    """An entry as if it had been read from an empty file named after it."""
    texts: list[tuple[KeyPath, str]] = []
    if entry.description:
        texts.append((("description",), entry.description))
    texts += [
        (("updates", index, "text"), update.text)
        for index, update in enumerate(getattr(entry, "updates", ()))
    ]
    fields: dict[str, Any] = {
        "source": SourceFile(f"{entry.kind}/{entry.id}.md", ""),
        "texts": tuple(_text(path, text) for path, text in texts),
    }
    return Record(entry, **(fields | changes))


def _text(path: KeyPath, text: str) -> TextField:
    prose = scan(text)
    return TextField(path, text, prose.mentions, prose.links)


def a_corpus(*entries: Entry, **changes: Any) -> Corpus:
    """A corpus of these entries and nothing else."""
    fields: dict[str, Any] = {
        "settings": Settings(title="Prøvestrategien"),
        "settings_source": SourceFile("strategy/strategy.yml", ""),
        "records": {entry.id: a_record(entry) for entry in entries},
        "prose": (),
        "municipalities": load_municipalities(),
        "broken": {},
    }
    fields |= changes
    return Corpus(**({"language": Language.load(fields["settings"].language)} | fields))


def a_graph(*entries: Entry, **changes: Any) -> Graph:
    """The graph of these entries and nothing else."""
    return link(a_corpus(*entries, **changes))


def shown(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """Mistakes as lines that do not depend on a language, in report order.

    `path:line:column: severity[code] field (ref) | param=value … < related place …`
    """
    return [_shown(finding) for finding in sort_diagnostics(diagnostics)]


def _shown(finding: Diagnostic) -> str:
    severity = finding.severity.value if isinstance(finding, Finding) else ""
    head = f"{_place(finding.location)}: {severity}[{finding.code}]"
    field = f" {finding.location.field}" if finding.location.field else ""
    ref = f" ({finding.ref})" if finding.ref else ""
    params = "".join(
        f" {name}={str(value)!r}" for name, value in sorted(finding.params.items()) if str(value)
    )
    related = "".join(f" {_place(place)}" for place in finding.related)
    return (
        head + field + ref + (" |" + params if params else "") + (" <" + related if related else "")
    )


def _place(place: Location) -> str:
    return f"{place.file}:{place.line}:{place.column}"


def context_of(
    root: Path,
    graph: Graph,
    today: date = TODAY,
    history: History = NO_HISTORY,
    comparisons: tuple[Comparison, ...] = (),
) -> ViewContext:
    """What the pages of a graph without findings are made with."""
    publication = Publication(
        root, Inspection(graph, ()), today, history=history, comparisons=comparisons
    )
    return publication.context
