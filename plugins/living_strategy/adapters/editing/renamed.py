"""All files of a strategy in which an entry has another id."""

from __future__ import annotations

from dataclasses import dataclass

from living_strategy.content.corpus import Corpus
from living_strategy.content.graph import link
from living_strategy.content.loader import load
from living_strategy.content.overlaid import OverlaidSource
from living_strategy.content.reading import MAX_BYTES
from living_strategy.content.source import ContentSource
from living_strategy.editing.canonical import Left
from living_strategy.editing.renaming import renamed_entry, uses_of, with_new_id


@dataclass(frozen=True, slots=True)
class Renamed:
    """The files, None for one that is gone, and how many times each names the entry. `left` is the
    first file that cannot be written, and why.
    """

    files: dict[str, bytes | None]
    counts: dict[str, int]
    left: tuple[str, Left] | None = None


def renamed(source: ContentSource, corpus: Corpus, old: str, new: str) -> Renamed:
    """Return the files that change when an entry gets another id. The corpus is what was read from
    the source.
    """
    record = corpus.records[old]
    content = source.read(record.source.path, MAX_BYTES)
    if not isinstance(content, bytes):
        return Renamed({}, {}, (record.source.path, Left.UNREADABLE))
    path, outcome = renamed_entry(record, content, new)
    if outcome.left or outcome.faults:
        return Renamed({}, {}, (record.source.path, outcome.left or Left.NOT_THE_SAME))
    files: dict[str, bytes | None] = {path: outcome.content}
    if path != record.source.path:
        files = {record.source.path: None, **files}
    proposed = OverlaidSource(source, files)
    counts = {}
    for file, uses in uses_of(link(load(proposed).corpus), old).items():
        before = proposed.read(file, MAX_BYTES)
        if not isinstance(before, bytes):
            return Renamed({}, {}, (file, Left.UNREADABLE))
        after, left = with_new_id(file, before, uses, old, new)
        if left:
            return Renamed({}, {}, (file, left))
        files[file] = after
        counts[file] = len(uses.fields) + len(uses.texts) + len(uses.places)
    return Renamed(files, counts)
