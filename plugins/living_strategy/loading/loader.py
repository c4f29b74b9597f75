"""Reads a content root: settings, registers, items and prose pages, with all findings."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from living_strategy.diagnostics import Diagnostic, Location
from living_strategy.loading import prose
from living_strategy.loading.corpus import Corpus, ProsePage, Record, TextField
from living_strategy.loading.municipalities import load_municipalities
from living_strategy.loading.reading import read_text, split_front_matter
from living_strategy.loading.source_file import SourceFile
from living_strategy.loading.validate import (
    id_from, is_choice, is_number, salvage, type_name, validate,
)
from living_strategy.loading.yaml_reader import KeyPath, read_yaml
from living_strategy.model import KINDS, Area, Entry
from living_strategy.model.values import ID_PATTERN
from living_strategy.settings import Settings

STRATEGY = "strategy"
SETTINGS = f"{STRATEGY}/strategy.yml"
REGISTERS = f"{STRATEGY}/registers"
_ID = re.compile(ID_PATTERN)
_REFERENCE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class ContentRootNotFound(Exception):
    """There is no `strategy/strategy.yml` in the folder: nothing can be read."""

    def __init__(self, root: Path) -> None:
        super().__init__(str(root))
        self.root = root


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read, and every finding about the files themselves."""

    corpus: Corpus
    diagnostics: tuple[Diagnostic, ...]


@dataclass
class _Loader:
    root: str
    records: dict[str, Record] = field(default_factory=dict)
    broken: dict[str, str] = field(default_factory=dict)
    broken_links: set[str] = field(default_factory=set)
    places: dict[str, Location] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    # Files

    def read(self, path: str) -> str | None:
        text = read_text(self.root, path)
        if isinstance(text, Diagnostic):
            self.diagnostics.append(text)
            return None
        return text

    def parse(self, source: SourceFile, ref: str = "") -> tuple[Any, list[Any], bool]:
        """The data of the YAML part, its plain values, and whether it can be trusted."""
        tree = read_yaml(source.yaml, source.yaml_line)
        for problem in tree.problems:
            place = Location(source.path, problem.line, problem.column)
            self.diagnostics.append(Diagnostic(problem.code, place, problem.params, ref))
        return tree.data, tree.plain, not tree.problems

    def settings(self) -> tuple[Settings, SourceFile]:
        text = self.read(SETTINGS)
        source = SourceFile(SETTINGS, text or "")
        fallback = Settings(title="?")
        if text is None:
            return fallback, source
        data, plain, sound = self.parse(source)
        if not isinstance(data, dict):
            if sound:
                self.not_a_mapping(source, (), data)
            return fallback, source
        areas = data.pop("areas", [])
        found, faults = validate(Settings, data, source, (), "")
        self.diagnostics.extend(faults)
        self.ambiguous(Settings, source, (), plain, "")
        self.areas(source, areas, plain)
        return found or salvage(Settings, data, faults) or fallback, source

    def areas(self, source: SourceFile, areas: Any, plain: list[Any]) -> None:
        if not isinstance(areas, list):
            place = source.locate(("areas",))
            params = {"field": "areas", "expected_type": "list", "found_type": type_name(areas),
                      "example": "areas: …"}
            self.diagnostics.append(Diagnostic("wrong-type", place, params))
            return
        for index, data in enumerate(areas):
            base: KeyPath = ("areas", index)
            if not isinstance(data, dict):
                self.not_a_mapping(source, base, data)
                continue
            entry_id = data.get("id")
            own = [problem for problem in plain if problem.path[:2] == base]
            self.entry(Area, str(entry_id) if entry_id else "", data, source, base, own)

    def register(self, kind: type[Entry]) -> None:
        path = f"{REGISTERS}/{kind.register}.yml"
        if not os.path.lexists(f"{self.root}/{path}") or (text := self.read(path)) is None:
            return
        source = SourceFile(path, text)
        data, plain, sound = self.parse(source)
        if data is None:
            return
        if not isinstance(data, dict):
            self.not_a_mapping(source, (), data)
            return
        plain_of: dict[str | int, list[Any]] = {}
        for problem in plain:
            plain_of.setdefault(problem.path[0], []).append(problem)
        for key, fields in data.items():
            if not isinstance(fields, dict):
                self.not_a_mapping(source, (key,), fields)
                self.broken[key] = kind.kind
                continue
            self.claim_name(fields, key, source, (key,))
            self.entry(kind, key, fields, source, (key,), plain_of.get(key, []))

    def folder(self, kind: type[Entry]) -> None:
        try:
            names = sorted(os.listdir(f"{self.root}/{kind.folder}"))
        except FileNotFoundError:
            return
        except OSError as error:
            reason = error.strerror or type(error).__name__
            self.diagnostics.append(
                Diagnostic("file-unreadable", Location(f"{kind.folder}"), {"reason": reason})
            )
            return
        for name in names:
            if not name.startswith("."):
                self.item(kind, f"{kind.folder}/{name}", name)

    def item(self, kind: type[Entry], path: str, name: str) -> None:
        stem, _, ending = name.rpartition(".")
        if ending not in ("md", "yml") or not stem:
            if stem.upper() != "README":
                self.diagnostics.append(
                    Diagnostic("unexpected-file", Location(path), {"endings": ".md, .yml"})
                )
            return
        if stem.upper() == "README":
            return
        self.broken.setdefault(stem, kind.kind) if stem not in self.records else None
        text = self.read(path)
        if text is None:
            return
        if ending == "yml":
            source = SourceFile(path, text)
        else:
            split = split_front_matter(path, text, required=True)
            if isinstance(split, Diagnostic):
                self.diagnostics.append(split)
                return
            source = split
        data, plain, sound = self.parse(source, stem)
        if not isinstance(data, dict):
            if sound:
                self.not_a_mapping(source, (), data)
            return
        self.body(source, data, stem)
        self.claim_name(data, stem, source, ())
        self.entry(kind, stem, data, source, (), plain)

    def claim_name(
        self, data: dict[str, Any], name: str, source: SourceFile, base: KeyPath
    ) -> None:
        """The file name or register key is the id; a line `id:` may only repeat it."""
        written = data.setdefault("id", name)
        if written != name:
            params = {"id": str(written), "stem": name}
            place = source.locate(("id",), base=base)
            self.diagnostics.append(Diagnostic("id-not-file-name", place, params, name))
            data["id"] = name

    def body(self, source: SourceFile, data: dict[str, Any], ref: str) -> None:
        if not source.body:
            return
        if "description" in data:
            place = source.locate_in_text((), "description", 0)
            self.diagnostics.append(Diagnostic("text-twice", place, {}, ref))
        data["description"] = source.body

    # Entries

    def entry(
        self, kind: type[Entry], entry_id: str, data: dict[str, Any], source: SourceFile,
        base: KeyPath, plain: list[Any],
    ) -> None:
        """Validate one entry and take it up, or note it as broken."""
        if not self.claim(entry_id, source, base, kind):
            return
        if entry_id and not _ID.match(entry_id) and base[:1] != ("areas",):
            near = id_from(entry_id)
            place = source.locate((), base=base, key=True) if base else Location(source.path)
            params = {"value": entry_id, "near": near if near != entry_id else ""}
            self.diagnostics.append(Diagnostic("bad-id", place, params, entry_id))
            self.broken[entry_id] = kind.kind
            return
        found, faults = validate(kind, data, source, base, entry_id)
        self.diagnostics.extend(faults)
        ambiguous = self.ambiguous(kind, source, base, plain, entry_id) if plain else False
        entry = found if found is not None else salvage(kind, data, faults)
        if entry is None:
            self.broken[entry_id] = kind.kind
            self.broken_links.update(_references(data))
            return
        if faults or ambiguous:
            self.broken_links.update(_references(data))
        self.broken.pop(entry_id, None)
        texts = tuple(self.texts(entry, source, base))
        self.records[entry_id] = Record(entry, source, base, texts)

    def claim(self, entry_id: str, source: SourceFile, base: KeyPath, kind: type[Entry]) -> bool:
        """Whether the id is still free; an id belongs to the first file that has it."""
        if not entry_id:
            return True
        first = self.places.get(entry_id)
        place = source.locate((), base=base, key=True) if base else Location(source.path)
        if first is None:
            self.places[entry_id] = place
            return True
        params = {"id": entry_id, "other_file": first.file}
        self.diagnostics.append(
            Diagnostic("duplicate-id", place, params, entry_id, related=(first,))
        )
        return False

    def texts(self, entry: Entry, source: SourceFile, base: KeyPath) -> Iterator[TextField]:
        """What the Markdown texts of an entry say; mistakes in them are noted on the way."""
        if entry.description:
            yield self.text(("description",), entry.description, source, base, entry.id)
        for index, update in enumerate(getattr(entry, "updates", ())):
            yield self.text(("updates", index, "text"), update.text, source, base, entry.id)

    def text(
        self, path: KeyPath, text: str, source: SourceFile, base: KeyPath, ref: str
    ) -> TextField:
        found = prose.scan(text)
        missing = [fault for fault in found.files if not self.exists(fault.params["target"])]
        for fault in (*found.faults, *missing):
            place = source.locate_in_text(path, fault.snippet, fault.occurrence, base=base)
            self.diagnostics.append(Diagnostic(fault.code, place, fault.params, ref))
        return TextField(path, found.mentions)

    def exists(self, target: str, folder: str = "") -> bool:
        """Whether a link leads to a file below `strategy/`."""
        name = re.split(r"[?#]", target, maxsplit=1)[0]
        path = os.path.normpath(os.path.join(STRATEGY, folder, name))
        return path.startswith(f"{STRATEGY}{os.sep}") and os.path.exists(
            os.path.join(self.root, path)
        )

    # Prose pages

    def prose_pages(self) -> Iterator[ProsePage]:
        start = Path(self.root, STRATEGY)
        for full in sorted(start.rglob("*.md")):
            path = full.relative_to(start).as_posix()
            if path.startswith("registers/") or any(
                part.startswith(".") for part in path.split("/")
            ):
                continue
            if page := self.prose_page(path):
                yield page

    def prose_page(self, path: str) -> ProsePage | None:
        text = self.read(f"{STRATEGY}/{path}")
        if text is None:
            return None
        source = split_front_matter(f"{STRATEGY}/{path}", text, required=False)
        if isinstance(source, Diagnostic):
            self.diagnostics.append(source)
            return None
        data, _, _ = self.parse(source)
        title = data.get("title") if isinstance(data, dict) else None
        if not isinstance(title, str):
            heading = re.search(r"^# +(.+?)#*\s*$", source.body, re.M)
            title = heading[1].strip() if heading else path.rsplit("/", 1)[-1].removesuffix(".md")
        found = prose.scan(source.body)
        for fault in found.faults:
            # A written page may carry its own title, and its images live beside it.
            if fault.code == "heading-level" and fault.params["level"] == "1":
                continue
            place = source.locate_in_text(("description",), fault.snippet, fault.occurrence)
            self.diagnostics.append(Diagnostic(fault.code, place, fault.params))
        return ProsePage(path, title, source, TextField(("description",), found.mentions))

    # Findings that several steps share

    def not_a_mapping(self, source: SourceFile, base: KeyPath, data: Any) -> None:
        place = source.locate((), base=base)
        params = {"found_type": type_name(data)}
        self.diagnostics.append(Diagnostic("not-a-mapping", place, params))

    def ambiguous(
        self, model: Any, source: SourceFile, base: KeyPath, plain: list[Any], ref: str
    ) -> bool:
        """Report plain values that other programs would read as something else than text."""
        found = False
        for problem in plain:
            path = problem.path[len(base):]
            if is_choice(model, path) or not path or (path[0] == "areas" and not base):
                continue
            value = problem.params["value"]
            if is_number(model, path) and re.fullmatch(r"[-+]?[1-9]?[0-9]*\.[0-9]+", value):
                continue
            place = source.locate(path, base=base)
            self.diagnostics.append(Diagnostic(problem.code, place, problem.params, ref))
            found = True
        return found


def _references(data: Any) -> Iterator[str]:
    """Every text in the data that has the form of an id or mentions one."""
    if isinstance(data, dict):
        for value in data.values():
            yield from _references(value)
    elif isinstance(data, list):
        for value in data:
            yield from _references(value)
    elif isinstance(data, str):
        yield from _REFERENCE.findall(data) if len(data) > 90 else (data, data.partition("/")[0])


def load(root: Path) -> Loaded:
    """Read everything below `root`.

    Raises:
        ContentRootNotFound: there is no `strategy/strategy.yml`.
    """
    if not os.path.lexists(root / SETTINGS):
        raise ContentRootNotFound(root)
    loader = _Loader(str(root))
    settings, source = loader.settings()
    for kind in KINDS:
        if kind.register:
            loader.register(kind)
        elif kind.folder:
            loader.folder(kind)
    pages = tuple(loader.prose_pages())
    corpus = Corpus(
        settings, source, loader.records, pages, load_municipalities(), loader.broken,
        frozenset(loader.broken_links),
    )
    return Loaded(corpus, tuple(loader.diagnostics))
