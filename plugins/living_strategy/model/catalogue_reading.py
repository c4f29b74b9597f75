"""Reads a catalogue that somebody else wrote, and believes none of it: hashes are calculated again,
and what is no text, id or address where one should stand is refused.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from living_strategy.limits import MAX_CATALOGUE_BYTES, MAX_TITLE_LENGTH, is_web_address
from living_strategy.model.adoption import Adoption
from living_strategy.model.catalogue import (
    FORMAT,
    FORMAT_VERSION,
    Catalogue,
    CatalogueEntry,
    EditionReference,
    EntryState,
    Removed,
    catalogue_digest,
    described,
)
from living_strategy.model.hostile_json import RefusedJsonError, read_json
from living_strategy.model.published_adoptions import PublishedAdoptions
from living_strategy.model.values import HASH_PATTERN, ID_PATTERN

# Why a catalogue is refused: message ids of the translations.
CATALOGUE_PROBLEMS = (
    "it is no catalogue of a strategy",
    "it is of an older format, without hashes",
    "it is of a newer format than this version of the program knows",
    "its contents do not fit its hashes",
    "it holds an address that is none",
    "entries in it replace each other in a circle",
    "an id stands in it twice",
    "it is not the file that the lock names",
)
(
    NOT_A_CATALOGUE,
    OLDER_FORMAT,
    NEWER_FORMAT,
    WRONG_HASH,
    UNSAFE_ADDRESS,
    CIRCLE,
    TWICE,
    WRONG_SUM,
) = CATALOGUE_PROBLEMS

_ID = re.compile(ID_PATTERN.removesuffix("$") + r"\Z")
_KIND = re.compile(r"[a-z][a-z_]{0,39}\Z")
_HASH = re.compile(HASH_PATTERN.removesuffix("$") + r"\Z")
_PATH = re.compile(r"(?:(?!\.+/)[A-Za-z0-9._~-]+/)*(?:(?!\.+\Z)[A-Za-z0-9._~-]+)?\Z")
_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?\Z")
_SCHEME = re.compile(r"[\s\x00-\x20]*(?:javascript|vbscript|data|file|blob)\s*:", re.I)
_ADDRESS_KEYS = frozenset(("url", "website"))
_FACTS = ("source_file", "links", "linked_from", "last_change")
_MAX_ENTRIES = 100_000
_MAX_NAME_LENGTH = 120


@dataclass(frozen=True, slots=True)
class RefusedCatalogue:
    """A catalogue that is not used: the reason as a message id, and the entry, if it is one."""

    reason: str
    entry: str = ""


class _RefusedError(ValueError):
    def __init__(self, reason: str, entry: str = "") -> None:
        super().__init__(reason)
        self.refused = RefusedCatalogue(reason, entry)


def read_catalogue(raw: bytes) -> Catalogue | RefusedCatalogue:
    """Return the catalogue that the bytes of a file stand for."""
    try:
        return _catalogue(read_json(raw, MAX_CATALOGUE_BYTES))
    except RefusedJsonError as error:
        return RefusedCatalogue(error.reason)
    except _RefusedError as error:
        return error.refused


def _catalogue(data: Any) -> Catalogue:
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise _RefusedError(NOT_A_CATALOGUE)
    _check_version(data.get("version"))
    edition = _mapping(data.get("edition", {}))
    catalogue = Catalogue(
        name=_text(edition.get("name", ""), _MAX_NAME_LENGTH),
        date=_date(edition.get("date", "")),
        path=_path(data.get("path")),
        site=_site(data.get("site", "")),
        strategy=_strategy(data.get("strategy")),
        licence=_safe(_mapping(data.get("licence"))),
        entries=tuple(_entries(_mapping(data.get("kinds")))),
        removed=tuple(_removed(part) for part in _list(data.get("removed", []))),
        editions=tuple(_edition(part) for part in _list(data.get("editions", []))),
        hash=_hash(data.get("hash")),
        adoptions=tuple(_adoptions(part) for part in _list(data.get("adoptions", []))),
    )
    _check_whole(catalogue)
    return catalogue


def _check_version(version: Any) -> None:
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise _RefusedError(NOT_A_CATALOGUE)
    if version != FORMAT_VERSION:
        raise _RefusedError(NEWER_FORMAT if version > FORMAT_VERSION else OLDER_FORMAT)


def _check_whole(catalogue: Catalogue) -> None:
    """Refuse what only shows when all of it is known."""
    ids = [entry.id for entry in catalogue.entries]
    ids += [tombstone.id for tombstone in catalogue.removed]
    if len(set(ids)) != len(ids):
        raise _RefusedError(TWICE, Counter(ids).most_common(1)[0][0])
    hashes = ((entry.kind, entry.id, entry.hash) for entry in catalogue.entries)
    if catalogue_digest(catalogue.strategy, hashes, catalogue.removed) != catalogue.hash:
        raise _RefusedError(WRONG_HASH)
    if circular := _circular(catalogue):
        raise _RefusedError(CIRCLE, circular)


def _circular(catalogue: Catalogue) -> str:
    """Return an id that replaces itself in the end, or an empty text."""
    done: set[str] = set()
    for start in catalogue.by_id:
        # Ids that are left again stand on the way with an empty text before them.
        waiting, on_the_way = [(start, False)], set[str]()
        while waiting:
            entry_id, is_left = waiting.pop()
            if is_left:
                on_the_way.discard(entry_id)
                done.add(entry_id)
            elif entry_id in on_the_way:
                return entry_id
            elif entry_id not in done and (entry := catalogue.find(entry_id)):
                on_the_way.add(entry_id)
                waiting.append((entry_id, True))
                waiting += [(successor, False) for successor in entry.replaced_by]
    return ""


def _entries(kinds: Mapping[str, Any]) -> Iterator[CatalogueEntry]:
    count = 0
    for kind, entries in kinds.items():
        if not _KIND.match(kind):
            raise _RefusedError(NOT_A_CATALOGUE)
        for data in _list(entries):
            count += 1
            if count > _MAX_ENTRIES:
                raise _RefusedError(NOT_A_CATALOGUE)
            yield _entry(kind, _mapping(data))


def _entry(kind: str, data: Mapping[str, Any]) -> CatalogueEntry:
    entry_id = _id(data.get("id"))
    try:
        hashes = _mapping(data.get("hashes"))
        if not {"id", "title"} <= hashes.keys() <= data.keys():
            raise _RefusedError(WRONG_HASH)
        fields = _safe({name: data[name] for name in data if name in hashes})
        _title(fields["title"])
        for alias in _list(fields.get("aliases", [])):
            _id(alias)
        entry = described(
            kind,
            fields,
            _hash(data.get("decided")),
            state=_state(data.get("state")),
            address=_path(data.get("address", "")),
            replaces=_ids(data.get("replaces", [])),
            replaced_by=_ids(data.get("replaced_by", [])),
            facts={key: data[key] for key in _FACTS if key in data},
        )
        if entry.hash != data.get("hash") or entry.hashes != hashes:
            raise _RefusedError(WRONG_HASH)
    except _RefusedError as error:
        raise _RefusedError(error.refused.reason, entry_id) from None
    return entry


def _removed(data: Any) -> Removed:
    part = _mapping(data)
    kind = part.get("kind")
    if not isinstance(kind, str) or not _KIND.match(kind):
        raise _RefusedError(NOT_A_CATALOGUE)
    return Removed(
        kind,
        _id(part.get("id")),
        _title(part.get("title")),
        _date(part.get("date", "")),
        _ids(part.get("replaced_by", [])),
    )


def _edition(data: Any) -> EditionReference:
    part = _mapping(data)
    return EditionReference(
        _text(part.get("name"), _MAX_NAME_LENGTH),
        _date(part.get("date", "")),
        _path(part.get("path")),
        _hash(part.get("sha256")),
    )


def _adoptions(data: Any) -> PublishedAdoptions:
    part = _mapping(data)
    records = {_id(_mapping(record).get("id")): record for record in _list(part.get("records"))}
    if len(records) != len(part["records"]):
        raise _RefusedError(TWICE)
    return PublishedAdoptions(
        upstream=_id(part.get("upstream")),
        title=_title(part.get("title")),
        version=_text(part.get("version", ""), MAX_TITLE_LENGTH),
        sha256=_hash(part["sha256"]) if "sha256" in part else "",
        address=_address(part.get("address", "")),
        site=_site(part.get("site", "")),
        records={entry_id: _adoption(entry_id, record) for entry_id, record in records.items()},
    )


def _adoption(entry_id: str, data: Mapping[str, Any]) -> Adoption:
    """Return a record; what a later version of the program added to it is left out."""
    known = {name: data[name] for name in Adoption.model_fields if name in data}
    try:
        return Adoption.model_validate(_safe(known))
    except ValidationError:
        raise _RefusedError(NOT_A_CATALOGUE, entry_id) from None


def _strategy(data: Any) -> Mapping[str, Any]:
    strategy = _safe(_mapping(data))
    _title(strategy.get("title"))
    return strategy


def _safe(fields: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the fields, unless an address among them is one that no reader should follow."""
    waiting: list[tuple[str, Any]] = list(fields.items())
    while waiting:
        key, value = waiting.pop()
        if isinstance(value, dict):
            waiting += value.items()
        elif isinstance(value, list):
            waiting += [(key, part) for part in value]
        elif (key in _ADDRESS_KEYS and not (isinstance(value, str) and is_web_address(value))) or (
            isinstance(value, str) and _SCHEME.match(value)
        ):
            raise _RefusedError(UNSAFE_ADDRESS)
    return fields


def _state(value: Any) -> EntryState:
    if value not in (EntryState.IN_FORCE.value, EntryState.RETIRED.value):
        raise _RefusedError(NOT_A_CATALOGUE)
    return EntryState(value)


def _site(value: Any) -> str:
    address = _address(value)
    if address and not address.endswith("/"):
        raise _RefusedError(UNSAFE_ADDRESS)
    return address


def _address(value: Any) -> str:
    if value == "":
        return ""
    if not isinstance(value, str) or not is_web_address(value):
        raise _RefusedError(UNSAFE_ADDRESS)
    return value


def _path(value: Any) -> str:
    if not isinstance(value, str) or not _PATH.match(value):
        raise _RefusedError(UNSAFE_ADDRESS)
    return value


def _mapping(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise _RefusedError(NOT_A_CATALOGUE)
    return value


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise _RefusedError(NOT_A_CATALOGUE)
    return value


def _text(value: Any, length: int) -> str:
    if not isinstance(value, str) or len(value) > length or not value.isprintable():
        raise _RefusedError(NOT_A_CATALOGUE)
    return value


def _title(value: Any) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > MAX_TITLE_LENGTH:
        raise _RefusedError(NOT_A_CATALOGUE)
    return value


def _date(value: Any) -> str:
    if not isinstance(value, str) or (value and not _DATE.match(value)):
        raise _RefusedError(NOT_A_CATALOGUE)
    return value


def _hash(value: Any) -> str:
    if not isinstance(value, str) or not _HASH.match(value):
        raise _RefusedError(WRONG_HASH)
    return value


def _id(value: Any) -> str:
    if not isinstance(value, str) or len(value) > 80 or not _ID.match(value):
        raise _RefusedError(NOT_A_CATALOGUE)
    return value


def _ids(value: Any) -> tuple[str, ...]:
    return tuple(_id(part) for part in _list(value))
