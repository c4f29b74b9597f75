"""Which of the entries that came and went in one revision are the same entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from living_strategy.content.versions import ADOPTION
from living_strategy.history.delta import Delta, EntryKey
from living_strategy.history.log import FileChange

# Below this, git's guess that a file was renamed is not believed.
MIN_SIMILARITY = 90


@dataclass(frozen=True, slots=True)
class Succession:
    """An entry that went on under another id, or as another kind."""

    old: EntryKey
    new: EntryKey


def successions(
    went: Mapping[EntryKey, Delta],
    came: Mapping[EntryKey, Delta],
    today: Mapping[EntryKey, EntryKey],
    renamed: Mapping[EntryKey, EntryKey],
) -> Iterator[Succession]:
    """Yield who is whose successor among the entries that went and came in one revision.

    What editors wrote decides before what git guesses: today's aliases (`today`: from an earlier
    id to the present one), then the aliases in the new version, then a file that git calls renamed
    within its folder (`renamed`), then the same id in another kind.
    """
    taken: set[EntryKey] = set()
    for old in went:
        for new in _candidates(old, came, today, renamed):
            if new in came and new not in taken:
                taken.add(new)
                yield Succession(old, new)
                break


def _candidates(
    old: EntryKey,
    came: Mapping[EntryKey, Delta],
    today: Mapping[EntryKey, EntryKey],
    renamed: Mapping[EntryKey, EntryKey],
) -> Iterator[EntryKey]:
    if old in today:
        yield today[old]
    kind, entry_id = old
    for new, delta in came.items():
        if new[0] == kind and entry_id in delta.aliases:
            yield new
    if old in renamed:
        yield renamed[old]
    for new in came:
        if new[1] == entry_id and new[0] != kind:
            yield new


def renamed_keys(
    files: Sequence[FileChange], single: Callable[[str], EntryKey | None]
) -> Mapping[EntryKey, EntryKey]:
    """Return the entries whose file was renamed within its folder, by git's measure. `single` gives
    the entry of a file that holds one.
    """
    return {
        old: new
        for change in files
        if change.old_path != change.path and change.similarity >= MIN_SIMILARITY
        if (old := single(change.old_path)) and (new := single(change.path)) and old[0] == new[0]
        # Records look alike, and each is about the entry that it is named after.
        if old[0] != ADOPTION
    }
