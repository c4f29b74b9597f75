"""Intake: takes up entry after entry, notes every finding, and remembers what could not be read."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from living_strategy.content.corpus import Record, TextField
from living_strategy.content.field_types import is_choice, is_number
from living_strategy.content.markdown import prose
from living_strategy.content.plain_texts import plain_mentions
from living_strategy.content.read_ahead import Ahead, ReadAhead
from living_strategy.content.reading import MAX_BYTES, read_text
from living_strategy.content.source import ContentSource
from living_strategy.content.source_file import SourceFile, field_name
from living_strategy.content.validate import id_from, salvage, type_name, validate
from living_strategy.content.yaml.yaml_reader import KeyPath, Problem, Tree, read_yaml
from living_strategy.diagnostics import Diagnostic, Location
from living_strategy.language.particulars import Particulars, TypeName
from living_strategy.model import Area, Entry
from living_strategy.model.own_value import NO_LISTS, OwnLists
from living_strategy.model.values import ID_PATTERN

STRATEGY = "strategy"
_ID = re.compile(ID_PATTERN.removesuffix("$") + r"\Z")
_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# Where endings are hidden, `x.md` is easily saved as `x.md.md`.
_ENDINGS = re.compile(r"(?:\.(?:md|yml|yaml|txt))+\Z", re.I)
_FRACTION = re.compile(r"[-+]?[0-9]+\.[0-9]+\Z")


@dataclass
class Collector:
    """Everything read so far from `source`. `scans` has what was found in texts ahead of time;
    `lists` are those of the strategy's own, once its settings are read.
    """

    source: ContentSource
    ahead: Ahead = field(default_factory=ReadAhead)
    lists: OwnLists = NO_LISTS
    records: dict[str, Record] = field(default_factory=dict)
    broken: dict[str, str] = field(default_factory=dict)
    possible_ids: set[str] = field(default_factory=set)
    broken_links: set[str] = field(default_factory=set)
    unread: set[str] = field(default_factory=set)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    scans: dict[str, prose.Prose] = field(default_factory=dict)
    _places: dict[str, tuple[SourceFile, KeyPath]] = field(default_factory=dict)

    def report(
        self,
        code: str,
        location: Location,
        params: Particulars | None = None,
        ref: str = "",
        *related: Location,
    ) -> None:
        """Note a finding."""
        self.diagnostics.append(Diagnostic(code, location, params or {}, ref, related))

    # Files

    def read(self, path: str, limit: int = MAX_BYTES) -> str | None:
        """Return the text of a file, or None once the finding has been noted."""
        text = read_text(self.source, path, limit)
        if isinstance(text, Diagnostic):
            self.diagnostics.append(text)
            return None
        self.texts[path] = text
        return text

    def parse(self, source: SourceFile, ref: str = "") -> Tree:
        """Return the YAML part of a file."""
        tree = read_yaml(source.yaml, source.yaml_line)
        for problem in tree.problems:
            location = Location(source.path, problem.line, problem.column)
            self.report(problem.code, location, problem.params, ref)
        return tree

    def mapping(self, source: SourceFile, tree: Tree, ref: str = "") -> dict[str, Any] | None:
        """Return the data of a file that must hold keys with values."""
        if isinstance(tree.data, dict):
            return tree.data
        if not tree.problems:
            self.not_a_mapping(source, (), tree.data, ref)
        return None

    def not_a_mapping(self, source: SourceFile, base: KeyPath, data: Any, ref: str = "") -> None:
        """Note that something else stands where keys with values should."""
        location = source.locate(base)
        self.report("not-a-mapping", location, {"found_type": TypeName(type_name(data))}, ref)

    def mark_unreadable(self, text: str) -> None:
        """Note that any word of a text may be the id of an entry, or a link that one has."""
        words = _WORD.findall(text.lower())
        self.possible_ids.update(words)
        self.broken_links.update(words)

    def mark_broken(self, kind: type[Entry], entry_id: str, links: str) -> None:
        """Note that an entry could not be read; every word of `links` may be one of its links."""
        self.broken_links.update(_WORD.findall(links.lower()))
        if entry_id not in self.records:
            self._break(kind, entry_id)

    # Entries

    def entry(
        self,
        kind: type[Entry],
        entry_id: str,
        data: dict[str, Any],
        source: SourceFile,
        base: KeyPath,
        plain: list[Problem],
    ) -> None:
        """Validate one entry and take it up, or note it as broken."""
        if not self._claim(kind, entry_id, source, base):
            self.broken_links.update(_words(data))
            return
        entry, faults = validate(kind, data, source, base, entry_id, self.lists)
        self.diagnostics.extend(faults)
        self.diagnostics.extend(plain_mentions(kind, data, source, base, faults, entry_id))
        ambiguous = self.ambiguous(kind, source, base, plain, faults, entry_id) if plain else []
        dropped: frozenset[str] = frozenset()
        if entry is None:
            entry, dropped = salvage(kind, data, faults, self.lists)
        if faults or ambiguous:
            self.broken_links.update(_words(data))
            self.possible_ids.update(ambiguous)
        if entry is None:
            self._break(kind, entry_id)
            return
        self.broken.pop(entry_id, None)
        texts = tuple(self._texts(entry, source, base))
        self.records[entry_id] = Record(entry, source, base, texts, dropped)

    def _claim(self, kind: type[Entry], entry_id: str, source: SourceFile, base: KeyPath) -> bool:
        """Whether the id is well formed and free; it belongs to the first place that has it."""
        place = (source, base)
        if kind is not Area and not _ID.match(entry_id):
            params = {"value": entry_id, "near": id_from(entry_id)}
            if not base:
                params |= self._better_name(source.path)
            self.report("bad-id", _location(*place), params, entry_id)
            self._break(kind, entry_id)
            return False
        first = self._places.setdefault(entry_id, place) if entry_id else place
        if first is not place:
            params = {"id": entry_id, "other_file": first[0].path}
            self.report("duplicate-id", _location(*place), params, entry_id, _location(*first))
        return first is place

    def _better_name(self, path: str) -> dict[str, str]:
        """Return the name that a file should have for its id to be one, and whether it is free."""
        stem, ending = posixpath.splitext(posixpath.basename(path))
        stem_id = id_from(_ENDINGS.sub("", stem))
        if not stem_id:
            return {}
        name = stem_id + ending
        existing = self.source.sort(f"{posixpath.dirname(path)}/{name}")
        return {"case": "taken" if existing else "file", "file_name": name, "near": stem_id}

    def _break(self, kind: type[Entry], entry_id: str) -> None:
        """Remember an id that leads nowhere, in the form in which links may name it."""
        if entry_id:
            self.broken[entry_id] = kind.kind
            self.possible_ids.add(id_from(entry_id))
        else:
            self.unread.add(kind.kind)

    def ambiguous(
        self,
        model: type[BaseModel],
        source: SourceFile,
        base: KeyPath,
        plain: Iterable[Problem],
        faults: Iterable[Diagnostic],
        ref: str,
    ) -> list[str]:
        """Report plain values that other programs would read as something else than text."""
        reported = {fault.location.field for fault in faults}
        values = []
        for problem in plain:
            path = problem.path[len(base) :]
            value = str(problem.params["value"])
            fields = {field_name(path[:length]) for length in range(len(path) + 1)}
            if fields & reported or is_choice(model, path):
                continue
            if is_number(model, path) and _FRACTION.match(value):
                continue
            location = Location(source.path, problem.line, problem.column, field_name(path))
            self.report(problem.code, location, problem.params, ref)
            values.append(value)
        return values

    # Texts

    def _texts(self, entry: Entry, source: SourceFile, base: KeyPath) -> Iterator[TextField]:
        if entry.description:
            yield self._text(("description",), entry.description, source, base, entry.id)
        for index, update in enumerate(getattr(entry, "updates", ())):
            yield self._text(("updates", index, "text"), update.text, source, base, entry.id)

    def _text(
        self, path: KeyPath, text: str, source: SourceFile, base: KeyPath, ref: str
    ) -> TextField:
        """Read what a Markdown text says, and note mistakes in it. Where its links lead is asked
        when everything on the site is known.
        """
        scan = self.scans.get(text) or prose.scan(text)
        for fault in scan.faults:
            place = source.locate_in_text(path, text, fault.offset, fault.snippet, base=base)
            self.report(fault.code, place, fault.params, ref)
        return TextField(path, text, scan.mentions, scan.links)


def _location(source: SourceFile, base: KeyPath) -> Location:
    """Return the place of an entry: its key in a register, or its file."""
    return source.locate((), base=base, key=True) if base else Location(source.path)


def _words(data: Any) -> Iterator[str]:
    """Every word in the data that has the form of an id."""
    if isinstance(data, dict):
        data = list(data.values())
    if isinstance(data, list):
        for value in data:
            yield from _words(value)
    elif isinstance(data, str):
        yield from _WORD.findall(data.lower())
