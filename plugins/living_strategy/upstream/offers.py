"""Which versions of a strategy above there are, and whether one is newer than the pinned one."""

from __future__ import annotations

from typing import NamedTuple

from living_strategy.model.catalogue import Catalogue, EditionReference, EntryState


class NoSuchVersion(Exception):  # noqa: N818 - named after what happened
    """The strategy above has no version of that name; `known` are those that it has."""

    def __init__(self, known: tuple[str, ...]) -> None:
        super().__init__(known)
        self.known = known


def offered(head: Catalogue, version: str = "") -> EditionReference | None:
    """Return the edition to take: the newest, or the one of this name. None means the catalogue
    itself, because there are no editions or because it is the version that was named.

    Raises:
        NoSuchVersion: there is none of this name.
    """
    if not version:
        return head.editions[-1] if head.editions else None
    for edition in head.editions:
        if edition.name == version:
            return edition
    if version == head.version:
        return None
    raise NoSuchVersion((*(edition.name for edition in head.editions), head.version))


def root_of(head: Catalogue, address: str) -> str:
    """Return the address of the site that a catalogue was fetched from, with a slash at the end;
    empty when it does not lie where it says.
    """
    if head.path and address.endswith(f"/{head.path}"):
        return address[: -len(head.path)]
    return head.site


def is_newer(head: Catalogue, pinned: Catalogue) -> bool:
    """Whether the strategy above has a version that is newer than the pinned one. As long as it
    publishes editions, what is not released does not count.
    """
    edition = offered(head)
    if edition:
        return edition.name != pinned.name and edition.date >= pinned.date
    return head.hash != pinned.hash and head.date >= pinned.date


def is_older(candidate: Catalogue, pinned: Catalogue) -> bool:
    """Whether taking a catalogue in place of the pinned one would be a step back."""
    return bool(candidate.date and pinned.date) and candidate.date < pinned.date


def is_other_edition(candidate: Catalogue, pinned: Catalogue) -> bool:
    """Whether two catalogues have the name of one edition and say different things: the strategy
    above has begun anew, or changed what it had released.
    """
    return candidate.name != "" and candidate.name == pinned.name and candidate.hash != pinned.hash


class Step(NamedTuple):
    """What differs in what is decided, from one version to another: the ids of entries that are
    new, that say something else, and that are in force no more.
    """

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]


def step(old: Catalogue, new: Catalogue, kind: str) -> Step:
    """Compare the entries of a kind in two versions, by their ids of today."""
    before = {entry.id: entry for entry in old.of_kind(kind) if entry.state is EntryState.IN_FORCE}
    after = {entry.id: entry for entry in new.of_kind(kind) if entry.state is EntryState.IN_FORCE}
    known = {entry.id if (entry := new.find(old_id)) else old_id: old_id for old_id in before}
    return Step(
        tuple(entry_id for entry_id in after if entry_id not in known),
        tuple(
            entry_id
            for entry_id, entry in after.items()
            if entry_id in known and before[known[entry_id]].decided != entry.decided
        ),
        tuple(entry_id for entry_id in known if entry_id not in after),
    )
