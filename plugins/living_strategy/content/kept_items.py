"""What items said when they were last read, kept between runs by the hash of their bytes.

Reading YAML and looking through texts takes half of a check. Both depend on the bytes of one file
alone, and on the program: what is kept under a hash of the two cannot be out of date. Fields are
validated anew each time, and texts with a mistake are looked through again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from living_strategy.content.markdown.prose import Mention, Prose
from living_strategy.content.read_ahead import (
    PARALLEL_THRESHOLD,
    Ahead,
    Prefetcher,
    Read,
    Share,
    parse_valid,
    source_of,
    texts_of,
)
from living_strategy.content.reading import MAX_BYTES, decode, read_before
from living_strategy.content.source import ContentSource
from living_strategy.content.yaml.yaml_reader import Problem, Tree
from living_strategy.diagnostics import Diagnostic

Rows = dict[str, str]
# So many items are read in one task.
_ITEMS_IN_A_TASK = 100
_MAX_TASKS = 200


class ItemCache(Protocol):
    """Keeps what items said between runs."""

    def load(self, keys: Iterable[str]) -> Mapping[str, str]:
        """Return the items that are there."""

    def store(self, values: Mapping[str, str]) -> None:
        """Keep these items."""


def prefetch_kept(cache: ItemCache, program: str, share: Share) -> Prefetcher:
    """Items come from the cache. Those that are not there are read, many of them on all processors,
    and kept. `program` stands for everything but the bytes that what is kept depends on.
    """

    def prefetch(source: ContentSource, paths: Sequence[str]) -> Ahead:
        contents = {path: source.read(path, MAX_BYTES) for path in paths}
        files = {path: raw for path, raw in contents.items() if isinstance(raw, bytes)}
        keys = {path: _key(program, path, raw) for path, raw in files.items()}
        rows = dict(cache.load(keys.values()))
        unknown = {key: path for path, key in keys.items() if key not in rows}
        if unknown:
            fresh = _rows_of_all(files, unknown, share)
            cache.store(fresh)
            rows |= fresh
        return KeptItems(files, keys, rows)

    return prefetch


@dataclass
class KeptItems:
    """Files that were read, and what is known of what they say."""

    files: dict[str, bytes]
    keys: Mapping[str, str]
    rows: Rows

    def get(self, path: str) -> Read | None:
        """Return the file with this path, once, unless it is to be read as usual."""
        raw = self.files.pop(path, None)
        row = self.rows.pop(self.keys[path], None) if raw is not None else None
        try:
            return _unpacked(path, raw, row) if raw is not None and row is not None else None
        except (AttributeError, LookupError, TypeError, ValueError):
            # Whatever another program made of the cache: it is then no cache.
            return None


def _key(program: str, path: str, raw: bytes) -> str:
    """Say by the ending of a name how the file is read."""
    digest = hashlib.blake2b(raw, digest_size=16, person=b"item")
    digest.update(f"{program} {path.rpartition('.')[2]}".encode())
    return digest.hexdigest()


def _rows_of_all(files: Mapping[str, bytes], unknown: Mapping[str, str], share: Share) -> Rows:
    wanted = list(unknown.items())
    if len(wanted) < PARALLEL_THRESHOLD:
        return _rows(files, wanted)
    tasks = min(_MAX_TASKS, len(wanted) // _ITEMS_IN_A_TASK)

    def read(numbers: Iterator[int]) -> Rows:
        rows: Rows = {}
        for number in numbers:
            rows |= _rows(files, wanted[number::tasks])
        return rows

    rows: Rows = {}
    for part in share(read, tasks):
        rows |= part
    return rows


def _rows(files: Mapping[str, bytes], wanted: Iterable[tuple[str, str]]) -> Rows:
    rows = {}
    for key, path in wanted:
        text = decode(path, files[path])
        if not isinstance(text, Diagnostic) and (read := parse_valid(path, text)):
            rows[key] = _packed(read)
    return rows


def _packed(read: Read) -> str:
    tree = read.tree
    plain = [
        (problem.code, problem.line, problem.column, problem.params, problem.path)
        for problem in tree.plain
    ]
    mentions = [
        [(mention.id, mention.written, mention.offset) for mention in read.scans[text].mentions]
        if text in read.scans
        else None
        for text in texts_of(read.file, tree)
    ]
    content = (tree.data, plain, tree.empty, mentions)
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _unpacked(path: str, raw: bytes, row: str) -> Read | None:
    file = source_of(path, read_before(raw))
    if isinstance(file, Diagnostic):
        return None
    data, plain, empty, mentions = json.loads(row)
    problems = [
        Problem(code, line, column, params, tuple(where))
        for code, line, column, params, where in plain
    ]
    tree = Tree(data, plain=problems, empty=[tuple(where) for where in empty])
    scans = {
        text: Prose(tuple(map(Mention._make, rows)))
        for text, rows in zip(texts_of(file, tree), mentions, strict=True)
        if rows is not None
    }
    return Read(file, tree, scans)
