"""Contents of earlier times as plain data: whatever they say is kept, and nothing is refused.

What a field held is compared as it was written, so an old version need not fit today's models.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias

from living_strategy.content.intake import STRATEGY
from living_strategy.content.read_ahead import source_of
from living_strategy.content.reading import MAX_BYTES, decode, plain_parts
from living_strategy.content.yaml.yaml_reader import read_yaml
from living_strategy.diagnostics import Diagnostic
from living_strategy.model import KINDS, Area

Fields: TypeAlias = dict[str, Any]
# The fields of entries by kind and id, or the code of the finding that says why not. `SETTINGS`
# with an empty id are those of the strategy itself.
Version: TypeAlias = Mapping[tuple[str, str], Fields | str]

SETTINGS = "strategy"
ADOPTION = "adoption"
"""The kind and the folder of records about entries of a strategy above. The id of one is that of
the entry, with the short name of its strategy before it: `ks:deling-av-data`.
"""
_NOT_A_MAPPING = "not-a-mapping"


class Holding(NamedTuple):
    """What a content file holds: one entry, or all of a kind; `entry` is then empty."""

    kind: str
    entry: str = ""


_SETTINGS_PATH = f"{STRATEGY}/{SETTINGS}.yml"
_KINDS = {kind.folder: kind.kind for kind in KINDS if kind.folder}
_REGISTERS = {
    f"{STRATEGY}/registers/{kind.register}.yml": kind.kind for kind in KINDS if kind.register
}


@lru_cache(maxsize=4096)
def holding(path: str) -> Holding | None:
    """Return what a file of this name holds; None for pages and for whatever else is no entry."""
    if path == _SETTINGS_PATH:
        return Holding(SETTINGS)
    if kind := _REGISTERS.get(path):
        return Holding(kind)
    folder, _, name = path.partition("/")
    if folder == ADOPTION:
        return _record(name)
    stem, _, ending = name.rpartition(".")
    is_item = folder in _KINDS and ending in ("md", "yml") and "/" not in name
    if not is_item or stem.startswith(".") or not stem or stem.upper() == "README":
        return None
    return Holding(_KINDS[folder], stem)


def _record(name: str) -> Holding | None:
    """Return what a file of this name below adoption/ holds."""
    upstream, _, file = name.partition("/")
    stem, _, ending = file.rpartition(".")
    is_record = ending == "yml" and stem and "/" not in file and not stem.startswith(".")
    if not is_record or stem.upper() == "README":
        return None
    return Holding(ADOPTION, f"{upstream}:{stem}")


def single_entry(path: str) -> tuple[str, str] | None:
    """Return kind and id of the entry of a file that holds one; None for other files."""
    held = holding(path)
    return (held.kind, held.entry) if held and held.entry else None


class VersionReader:
    """Reads versions of files, most of which are like the one before: what stands below a key is
    read once, and what is equal in two versions is the same object.
    """

    def __init__(self) -> None:
        self._blocks = Blocks()

    def forget(self) -> None:
        """Forget what was read: the next versions are read as if they were the first ones."""
        self._blocks = Blocks()

    def read(self, path: str, raw: bytes) -> Version | str:
        """Return the entries of a file, or the code of the finding that says why there are none.

        The id of an entry is no field of it, and the text below the front matter is the field
        `description`. Keys without a value are left out.
        """
        kind, entry = holding(path) or Holding("")
        if not kind:
            return {}
        if len(raw) > MAX_BYTES:
            return "file-too-large"
        text = decode(path, raw)
        parts = text if isinstance(text, Diagnostic) else _parts(path, text)
        if isinstance(parts, Diagnostic):
            return parts.code
        front, body = parts
        data = self._blocks.read(front, path)
        if isinstance(data, str):
            return data
        if entry:
            return {(kind, entry): _item(data, body)}
        if kind != SETTINGS:
            return {(kind, key): _fields(value) for key, value in data.items()}
        areas = _areas(data.pop("areas", None))
        return {(SETTINGS, ""): _without_empty(data)} | areas


def _parts(path: str, text: str) -> tuple[str, str] | Diagnostic:
    """Return the YAML of a file and the text below it. Where a body stands is of no interest."""
    if path.endswith(".md") and (parts := plain_parts(text)):
        return parts[:2]
    source = source_of(path, text)
    return source if isinstance(source, Diagnostic) else (source.yaml, source.body)


def _item(data: Fields, body: str) -> Fields:
    """Return the fields of an entry, out of a mapping that nobody else holds."""
    fields = _without_empty(data)
    fields.pop("id", None)
    if body:
        fields["description"] = body
    elif isinstance(description := fields.get("description"), str):
        fields["description"] = description.strip("\n").rstrip()
    return fields


def _fields(value: object) -> Fields | str:
    """Return the fields of an entry among others. The object may be shared with other versions."""
    if not isinstance(value, dict):
        return _NOT_A_MAPPING
    return _item(dict(value), "") if "id" in value or "description" in value else value


def _areas(areas: object) -> dict[tuple[str, str], Fields | str]:
    """Areas by their id. Those without one cannot be told from each other, and are left out."""
    if not isinstance(areas, list):
        return {}
    return {
        (Area.kind, area["id"]): _item(dict(area), "")
        for area in areas
        if isinstance(area, dict) and isinstance(area.get("id"), str)
    }


def _without_empty(data: Fields) -> Fields:
    if None not in data.values():
        return data
    return {key: value for key, value in data.items() if value is not None}


# A line at which a key of the outermost mapping may begin, and what such a key begins with.
_BEGINNING = re.compile(r"\n(?=[^\s#\-])")
_KEY = re.compile(r"[\w'\"]")
_COMMENTS = re.compile(r"(?:[ ]*(?:#[^\n]*)?\n)*[ ]*(?:#[^\n]*)?\Z")
# Longer texts may hold more values than a file may have in all.
_MAX_LENGTH = 100_000
# Of so many characters at least the last are remembered for all files, and of no more than twice as
# many.
_MAX_REMEMBERED = 200_000
_Pair: TypeAlias = tuple[str, Any]


class _Read(NamedTuple):
    """The blocks of a text, each with the line break behind it, and what they hold."""

    blocks: Sequence[str] = ()
    pairs: Sequence[_Pair] = ()


_NOTHING = _Read()


class Blocks:
    """Reads mappings a block at a time: a key that begins a line, and what stands below it.

    A text is read as a whole if a block cannot be read for itself, or if what it means may depend
    on others: the result is always the one of `read_yaml`. What stood in the last version of a
    file is remembered, and what stood in any file of late.
    """

    def __init__(self) -> None:
        self._last: dict[str, _Read] = {}
        self._known: dict[str, _Pair] = {}
        self._earlier: dict[str, _Pair] = {}
        self._length = 0

    def read(self, text: str, path: str = "") -> Fields | str:
        """Return the data of a mapping, or the code of what is wrong with it. The values must not
        be changed; a key without a value has None. `path` is the file that it stands in.
        """
        data = self._by_blocks(text, path)
        return _whole(text) if data is None else data

    def _by_blocks(self, text: str, path: str) -> Fields | None:
        # Tabs and anchors mean something across blocks.
        if len(text) > _MAX_LENGTH or "\t" in text or ("&" in text and "*" in text):
            return None
        if not text.endswith("\n"):
            return None
        start = 0
        if not _KEY.match(text):
            start = _begin(text)
            if start < 0:
                return None
        last = self._last.get(path, _NOTHING)
        before, behind, middle = _in_common(text, start, last.blocks)
        new = [f"{block}\n" for block in _BEGINNING.split(middle[:-1])] if middle else ()
        pairs = list(last.pairs[:before])
        for block in new:
            if (pair := self._pair(block)) is None:
                return None
            pairs.append(pair)
        pairs += last.pairs[behind:]
        if new or len(pairs) != len(last.pairs):
            blocks = (*last.blocks[:before], *new, *last.blocks[behind:])
            self._last[path] = _Read(blocks, pairs)
        data: Fields = dict(pairs)
        return data if len(data) == len(pairs) else None

    def _pair(self, block: str) -> _Pair | None:
        """Read a block, or remember it for longer. What is not asked for again is forgotten."""
        if block in self._known:
            return self._known[block]
        if self._length > _MAX_REMEMBERED:
            self._earlier, self._known, self._length = self._known, {}, 0
        pair = self._earlier.get(block) or _pair(block)
        if pair:
            self._known[block] = pair
            self._length += len(block)
        return pair


def _begin(text: str) -> int:
    """Return where the first block begins, below comments; -1 if something else stands there."""
    comments, *rest = _BEGINNING.split(text[:-1], 1)
    return len(comments) + 1 if rest and _COMMENTS.match(comments) else -1


def _in_common(text: str, start: int, blocks: Sequence[str]) -> tuple[int, int, str]:
    """Compare a text from `start` on with the blocks of the one before it. Return how many it
    begins with, from which on it ends with them, and what stands between.
    """
    before = 0
    for block in blocks:
        if not text.startswith(block, start):
            break
        start += len(block)
        before += 1
    # A block that goes on is another one.
    if before and start < len(text) and not _begins(text[start]):
        before -= 1
        start -= len(blocks[before])
    end, behind = len(text), len(blocks)
    while behind > before and text.endswith(blocks[behind - 1], start, end):
        behind -= 1
        end -= len(blocks[behind])
    if end > start and text[end - 1] != "\n":
        end += len(blocks[behind])
        behind += 1
    return before, behind, text[start:end]


def _begins(character: str) -> bool:
    return not (character in "#-" or character.isspace())


def _pair(block: str) -> _Pair | None:
    """Return the only key of a block and its value; None for a text that is no such block."""
    if not _KEY.match(block):
        return None
    data = _whole(block)
    if not isinstance(data, dict) or len(data) != 1:
        return None
    return next(iter(data.items()))


def _whole(text: str) -> Fields | str:
    """Return the data of a mapping, with keys that have no value, or the code of what is wrong."""
    tree = read_yaml(text)
    if tree.problems:
        return tree.problems[0].code
    if not isinstance(tree.data, dict):
        return _NOT_A_MAPPING
    empty = {str(path[0]): None for path in tree.empty if len(path) == 1}
    return empty | tree.data if empty else tree.data
