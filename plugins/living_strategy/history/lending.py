"""Which files of a history can be read beside the others: those whose entries have a plain course.

Anything may be lent: the result is the same. What came under another name, went, or was given a
class by an editor is only read twice if it is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from fractions import Fraction

from living_strategy.content.versions import single_entry
from living_strategy.history.delta import EntryKey
from living_strategy.history.log import Revision

# Whoever reads the rest also follows all entries, puts events together and keeps them.
_MOST = Fraction(9, 20)
# Below this number of changed files, a copy of the process costs as much as it saves.
MIN_SHARED_CHANGES = 1_000


def lendable(revisions: Sequence[Revision]) -> tuple[str, ...]:
    """Return the paths of files to be read by somebody else: each with one entry that stays where
    it is. None where there is too little to read.
    """
    counts = Counter(change.path for revision in revisions for change in revision.files)
    if counts.total() < MIN_SHARED_CHANGES:
        return ()
    paths = defaultdict[EntryKey, list[str]](list)
    for path in sorted(counts.keys() - _troubled(revisions)):
        if key := single_entry(path):
            paths[key].append(path)
    alone = [path for path, *others in paths.values() if not others]
    return tuple(_part(alone, counts))


def _troubled(revisions: Sequence[Revision]) -> set[str]:
    """Return the paths that something went from or came to, or that an editor gave a class."""
    troubled = set[str]()
    for revision in revisions:
        troubled.update(path for path, _ in revision.trailers)
        left = [file for file in revision.files if not file.new or file.path != file.old_path]
        if left:
            troubled.update(path for file in left for path in (file.path, file.old_path))
            troubled.update(file.path for file in revision.files if not file.old)
    return troubled


def _part(paths: Sequence[str], counts: Counter[str]) -> list[str]:
    """Choose so many that they have their part of all changes, spread evenly."""
    among = sum(counts[path] for path in paths)
    most = min(int(counts.total() * _MOST), among)
    part, seen, taken = list[str](), 0, 0
    for path in paths:
        seen += counts[path]
        if (taken + counts[path]) * among <= most * seen:
            part.append(path)
            taken += counts[path]
    return part
