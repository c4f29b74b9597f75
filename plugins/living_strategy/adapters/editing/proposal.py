"""Files of a strategy as somebody wants them: what readers would be told, and what the check would
say, before anything is written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from living_strategy.adapters.upgrading.exchange import exchange
from living_strategy.content.overlaid import OverlaidSource
from living_strategy.content.reading import MAX_BYTES
from living_strategy.content.source import ContentSource, DiskSource
from living_strategy.content.versions import VersionReader
from living_strategy.diagnostics import Finding, Severity
from living_strategy.editing.renaming import mentioning
from living_strategy.history.delta import Delta, EntryKey, Fields, between
from living_strategy.history.event import NO_HISTORY, Event, Nature
from living_strategy.history.event_words import titles_of
from living_strategy.inspection import Inspection, inspect_source

Files = Mapping[str, bytes | None]
_Key = tuple[str, str, str, str]


@dataclass(frozen=True)
class Proposal:
    """Files to write below the root, None for one to take away; `renamed` leads from earlier ids
    to those of today.
    """

    root: Path
    today: date
    files: Files
    renamed: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def before(self) -> Inspection:
        """The strategy as it is."""
        return inspect_source(self._source, self.today)

    @cached_property
    def after(self) -> Inspection:
        """The strategy as it would be."""
        return inspect_source(OverlaidSource(self._source, self.files), self.today)

    @property
    def _source(self) -> ContentSource:
        return DiskSource(self.root)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What the check would find that it does not find now."""
        known = Counter(self._key(finding) for finding in self.before.diagnostics)
        new = []
        for finding in self.after.diagnostics:
            key = self._key(finding)
            if known[key]:
                known[key] -= 1
            else:
                new.append(finding)
        return tuple(new)

    @property
    def is_harmful(self) -> bool:
        """Whether the site could not be published because of it."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    def events(self) -> tuple[Event, ...]:
        """Return what would happen to entries."""
        old = {self._now(key): self._renamed(fields) for key, fields in self._fields(self._source)}
        new = dict(self._fields(OverlaidSource(self._source, self.files)))
        deltas = (between(key, old.get(key), new.get(key)) for key in sorted({*old, *new}))
        return tuple(_event(delta, self.today) for delta in deltas if delta)

    def titles(self) -> Mapping[str, str]:
        """Return what readers call the entries that the words of events name."""
        before, after = (titles_of(each.graph, NO_HISTORY) for each in (self.before, self.after))
        return {**before, **after}

    def write(self) -> None:
        """Write all files, or none.

        Raises:
            OSError: the system refuses; everything is as it was.
        """
        exchange(self.root, self.files)

    def _fields(self, source: ContentSource) -> Iterator[tuple[EntryKey, Fields]]:
        """Yield the entries of the files as they are in a source. Those that cannot be read are
        for the check to tell of.
        """
        reader = VersionReader()
        for path in self.files:
            content = source.read(path, MAX_BYTES)
            read = reader.read(path, content) if isinstance(content, bytes) else ""
            for key, fields in read.items() if not isinstance(read, str) else ():
                if not isinstance(fields, str):
                    yield key, fields

    def _renamed(self, value: Any) -> Any:
        """Return data with the ids of today: another id is no news to readers."""
        if not self.renamed:
            return value
        if isinstance(value, dict):
            return {key: self._renamed(part) for key, part in value.items()}
        if isinstance(value, list):
            return [self._renamed(part) for part in value]
        if not isinstance(value, str):
            return value
        name, slash, part = value.partition("/")
        value = f"{self.renamed.get(name, name)}{slash}{part}"
        for old, new in self.renamed.items():
            value = mentioning(value, old, new)
        return value

    def _now(self, key: EntryKey) -> EntryKey:
        return key[0], self.renamed.get(key[1], key[1])

    def _key(self, finding: Finding) -> _Key:
        """Return by what a finding is the same one, on whichever line it stands."""
        location, ref = finding.location, self.renamed.get(finding.ref, finding.ref)
        file = self._moved.get(location.file, location.file)
        return finding.code, file, location.field, ref

    @cached_property
    def _moved(self) -> Mapping[str, str]:
        return dict(self._moved_files())

    def _moved_files(self) -> Iterator[tuple[str, str]]:
        for path, content in self.files.items():
            folder, _, name = path.rpartition("/")
            stem, dot, ending = name.rpartition(".")
            if content is None and stem in self.renamed:
                yield path, f"{folder}/{self.renamed[stem]}{dot}{ending}"


def _event(delta: Delta, today: date) -> Event:
    nature = Nature.RETIRED if delta.retires else Nature.CHANGED
    if not delta.has_old or not delta.has_new:
        nature = Nature.NEW if delta.has_new else Nature.REMOVED
    kind, entry = delta.key
    return Event(delta.digest, kind, entry, delta.title, nature, today, "", "", delta.changes)
