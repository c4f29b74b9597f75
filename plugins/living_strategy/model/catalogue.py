"""Catalogue: a strategy as one file that others build upon, with the hashes that show what differs.

The contract, as written by `exports/catalogue.py` and read by `catalogue_reading.py`:

- An entry stands under its kind with its fields as they were written, and facts about it beside
  them. The keys of `hashes` say which are fields.
- A hash is SHA-256, in hexadecimal, of a value as canonical JSON: keys in order, no spaces, UTF-8,
  as RFC 8785 has it but for numbers below 0.0001, which are written as Python does. That of an
  entry is of `{"decided": …, "fields": …, "kind": …}`. That of the catalogue is of its strategy, of the hashes of
  all entries and of what was removed: another address makes no other hash, and neither does what
  is decided here about the entries of other strategies (`adoptions`).
- `decided` is the hash of what a council decides on (`decided.py`): it stays while only figures,
  reports, sources and dates of review change. A judgement of the entry names this one.
- Ids are never used again. An entry that left the strategy is retired and stays; one whose file is
  gone stands among `removed`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any, TypeAlias

from living_strategy.model.published_adoptions import PublishedAdoptions

Json: TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json] | None"

FORMAT = "living-strategy catalogue"
FORMAT_VERSION = 2
"""Raised when a reader of the version before could misunderstand a file."""
NO_FIELD = "0" * 64
"""Stands for the hash of a field that is not there."""
_CANONICAL = json.JSONEncoder(
    sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
)


class EntryState(StrEnum):
    """Whether an entry is part of the strategy."""

    IN_FORCE = "in_force"
    RETIRED = "retired"
    REMOVED = "removed"


def canonical(value: Json) -> bytes:
    """Return a value as canonical JSON: one way to write it, whoever writes.

    Raises:
        ValueError: a number is infinite or none, or a text is no Unicode.
    """
    return _CANONICAL.encode(value).encode()


def digest(value: Json) -> str:
    """Return the hash of a value."""
    return _hashed(canonical(value))


def entry_digest(kind: str, fields: Mapping[str, Json], decided: str) -> str:
    """Return the hash of an entry with these fields, and this hash of what is decided of them."""
    return _entry_digest(kind, {name: canonical(value) for name, value in fields.items()}, decided)


def _entry_digest(kind: str, fields: Mapping[str, bytes], decided: str) -> str:
    """Return the same of fields that are canonical already, as each is hashed by itself, too."""
    members = b",".join(canonical(name) + b":" + fields[name] for name in sorted(fields))
    parts = (canonical(decided), members, canonical(kind))
    return _hashed(b'{"decided":%b,"fields":{%b},"kind":%b}' % parts)


def _hashed(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """An entry of a catalogue.

    `fields` are as written, without empty ones; `hashes` has the hash of each, `hash` that of
    all, and `decided` that of what is decided. `address` is the page below the root of its site. `replaced_by` and `replaces` are ids:
    several took over from an entry that was split, and one took over from several that were merged.
    `facts` are the links, the source file and the last change, which no hash covers. Of what was
    removed there are the id and the title alone.
    """

    kind: str
    fields: Mapping[str, Json]
    decided: str
    hash: str
    hashes: Mapping[str, str]
    state: EntryState = EntryState.IN_FORCE
    address: str = ""
    replaces: tuple[str, ...] = ()
    replaced_by: tuple[str, ...] = ()
    facts: Mapping[str, Json] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """Its permanent name."""
        return str(self.fields["id"])

    @property
    def title(self) -> str:
        """Its title."""
        return str(self.fields["title"])

    @property
    def aliases(self) -> tuple[str, ...]:
        """The ids that it had before."""
        aliases = self.fields.get("aliases", ())
        return tuple(str(alias) for alias in aliases) if isinstance(aliases, Sequence) else ()

    def base(self, name: str) -> str:
        """Return the hash of a field that a local text replaces."""
        return self.hashes.get(name, NO_FIELD)

    def wire(self) -> dict[str, Any]:
        """Return the entry as it stands in the file."""
        facts = {
            "address": self.address,
            **self.facts,
            "state": self.state.value,
            "replaces": list(self.replaces),
            "replaced_by": list(self.replaced_by),
        }
        return {
            **self.fields,
            **{key: value for key, value in facts.items() if value},
            "decided": self.decided,
            "hash": self.hash,
            "hashes": dict(self.hashes),
        }


def described(kind: str, fields: Mapping[str, Json], decided: str, **facts: Any) -> CatalogueEntry:
    """Return an entry with its hashes; `facts` are the other attributes of `CatalogueEntry`."""
    contents = {name: canonical(value) for name, value in fields.items()}
    hashes = {name: _hashed(content) for name, content in contents.items()}
    return CatalogueEntry(
        kind, fields, decided, _entry_digest(kind, contents, decided), hashes, **facts
    )


@dataclass(frozen=True, slots=True)
class Removed:
    """An entry whose file is gone: what is left is that it was there, so that its id leads on."""

    kind: str
    id: str
    title: str
    date: str = ""
    replaced_by: tuple[str, ...] = ()

    def wire(self) -> dict[str, Any]:
        """Return it as it stands in the file."""
        facts = {"date": self.date, "replaced_by": list(self.replaced_by)}
        return {
            "kind": self.kind,
            "id": self.id,
            "title": self.title,
            **{key: value for key, value in facts.items() if value},
        }

    @property
    def entry(self) -> CatalogueEntry:
        """Return it as an entry without hashes of its own."""
        fields = {"id": self.id, "title": self.title}
        return CatalogueEntry(
            self.kind, fields, "", "", {}, EntryState.REMOVED, replaced_by=self.replaced_by
        )


@dataclass(frozen=True, slots=True)
class EditionReference:
    """An edition that never changes: its name, its day, where it lies below the root of the site,
    and the SHA-256 of the file.
    """

    name: str
    date: str
    path: str
    sha256: str

    def wire(self) -> dict[str, Any]:
        """Return it as it stands in the file."""
        return {"name": self.name, "date": self.date, "path": self.path, "sha256": self.sha256}


@dataclass(frozen=True)
class Catalogue:
    """A strategy at one time, as `catalogue.json` says it.

    `name` is the edition, or the day of the last change for what is not released; empty without a
    history. `date` is the day it is of, `path` where the file lies below the root of the site, and
    `site` the address of that root if it is known. `hash` covers the contents, not the file.
    `editions` are all that are published, oldest first; an edition itself names none. `adoptions`
    are what is decided here about the entries of other strategies, one for each strategy.
    """

    name: str
    date: str
    path: str
    site: str
    strategy: Mapping[str, Json]
    licence: Mapping[str, Json]
    entries: tuple[CatalogueEntry, ...]
    removed: tuple[Removed, ...] = ()
    editions: tuple[EditionReference, ...] = ()
    hash: str = ""
    adoptions: tuple[PublishedAdoptions, ...] = ()

    @property
    def version(self) -> str:
        """What the catalogue is called: its edition, its day, or the beginning of its hash."""
        return self.name or self.date or self.hash[:12]

    @cached_property
    def by_id(self) -> Mapping[str, CatalogueEntry]:
        """Every entry by its id; what was removed has a place, too."""
        gone = {removed.id: removed.entry for removed in self.removed}
        return gone | {entry.id: entry for entry in self.entries}

    @cached_property
    def aliases(self) -> Mapping[str, str]:
        """The id in force by each earlier one."""
        return {
            alias: entry.id
            for entry in self.entries
            for alias in entry.aliases
            if alias not in self.by_id
        }

    def find(self, entry_id: str) -> CatalogueEntry | None:
        """Return the entry with this id, or with this earlier id."""
        return self.by_id.get(self.aliases.get(entry_id, entry_id))

    def of_kind(self, kind: str) -> tuple[CatalogueEntry, ...]:
        """Return the entries of a kind, by their ids; none that was removed."""
        return tuple(entry for entry in self.entries if entry.kind == kind)

    def successors(self, entry_id: str) -> tuple[CatalogueEntry, ...]:
        """Return what is in force today in place of an entry, however often it was replaced."""
        waiting, seen = [entry_id], set[str]()
        found: dict[str, CatalogueEntry] = {}
        while waiting:
            entry = self.find(waiting.pop(0))
            if entry is None or entry.id in seen:
                continue
            seen.add(entry.id)
            if entry.state is EntryState.IN_FORCE and entry.id != entry_id:
                found[entry.id] = entry
            else:
                waiting += entry.replaced_by
        return tuple(found.values())

    def page(self, entry: CatalogueEntry) -> str:
        """Return the full address of an entry's page, or an empty text when it is not known."""
        return f"{self.site}{entry.address}" if self.site and entry.address else ""


def catalogue_digest(
    strategy: Mapping[str, Json],
    hashes: Iterable[tuple[str, str, str]],
    removed: Iterable[Removed],
) -> str:
    """Return the hash of a catalogue; `hashes` are kind, id and hash of each entry."""
    entries: dict[str, dict[str, str]] = {}
    for kind, entry_id, hashed in hashes:
        entries.setdefault(kind, {})[entry_id] = hashed
    gone: dict[str, Json] = {tombstone.id: tombstone.wire() for tombstone in removed}
    return digest({"entries": entries, "removed": gone, "strategy": strategy})
