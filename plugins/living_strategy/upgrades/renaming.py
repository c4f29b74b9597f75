"""A name in one YAML text exchanged for another; every other byte of the file stays as it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from living_strategy.content.reading import decode, split_front_matter
from living_strategy.content.source_file import SourceFile
from living_strategy.content.yaml.yaml_reader import KeyPath, Mark, Tree
from living_strategy.upgrades.upgrade import ANY, RenamedKey, RenamedValue

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


@dataclass(frozen=True, slots=True)
class Renaming:
    """What came of a step in one file. `lines` are those that were changed; `left` are those where
    the old name stands and cannot be exchanged safely, such as beside the new one.
    """

    content: bytes
    lines: tuple[int, ...] = ()
    left: tuple[int, ...] = ()


def rename(
    path: str, content: bytes, step: RenamedKey | RenamedValue, base: Sequence[str]
) -> Renaming:
    """Exchange a name in a file of content. `base` is the path, with `ANY`, that leads to the
    fields of an entry in it. A file that cannot be read stays as it is: the check says why.
    """
    source = _source(path, content)
    if source is None or source.positions.data is None:
        return Renaming(content)
    tree = source.positions
    pattern = (*base, *(step.old if isinstance(step, RenamedKey) else step.path))
    marks = _marks(tree, step, pattern)
    if not marks:
        return Renaming(content)
    old = step.old[-1] if isinstance(step, RenamedKey) else step.old
    lines = tuple(sorted(line for line, _ in marks))
    changed = _exchanged(content, marks, old, step.new)
    after = _source(path, changed) if changed else None
    # Read again: what quotes, anchors or a key that was there already do is seen in the values.
    if after is None or after.positions.problems != tree.problems:
        return Renaming(content, left=lines)
    if after.positions.data != _renamed(tree.data, step, pattern):
        return Renaming(content, left=lines)
    return Renaming(changed, lines)


def _source(path: str, content: bytes) -> SourceFile | None:
    text = decode(path, content)
    if not isinstance(text, str):
        return None
    if not path.endswith(".md"):
        return SourceFile(path, text)
    source = split_front_matter(path, text, required=False)
    return source if isinstance(source, SourceFile) else None


def _marks(tree: Tree, step: RenamedKey | RenamedValue, pattern: Sequence[str]) -> list[Mark]:
    if isinstance(step, RenamedKey):
        return [mark for path, mark in tree.keys.items() if _fits(path, pattern)]
    return [
        mark
        for path, mark in tree.values.items()
        if _fits(path, pattern) and _value(tree.data, path) == step.old
    ]


def _fits(path: KeyPath, pattern: Sequence[str]) -> bool:
    return len(path) == len(pattern) and all(
        wanted in (ANY, part) for part, wanted in zip(path, pattern, strict=True)
    )


def _value(data: Any, path: KeyPath) -> Any:
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _exchanged(content: bytes, marks: Sequence[Mark], old: str, new: str) -> bytes:
    """Return the content with the new name at each mark; empty where one of them is something else
    than the old name, in quotes or not.
    """
    start = _BYTE_ORDER_MARK if content.startswith(_BYTE_ORDER_MARK) else b""
    lines = _LINE.findall(content.removeprefix(start).decode("utf-8"))
    token = re.compile(rf"(?P<quote>[\"']?){re.escape(old)}(?P=quote)")
    for line, column in sorted(marks, reverse=True):
        text = lines[line - 1]
        match = token.match(text, column - 1)
        if not match:
            return b""
        quote = match["quote"]
        lines[line - 1] = f"{text[: match.start()]}{quote}{new}{quote}{text[match.end() :]}"
    return start + "".join(lines).encode("utf-8")


def _renamed(data: Any, step: RenamedKey | RenamedValue, pattern: Sequence[str]) -> Any:
    """Return the data as it should be afterwards."""
    if not pattern:
        is_value = isinstance(step, RenamedValue) and data == step.old
        return step.new if is_value else data
    wanted, rest = pattern[0], pattern[1:]
    if isinstance(data, dict):
        last = isinstance(step, RenamedKey) and not rest
        return {
            (step.new if last and wanted == key else key): (
                _renamed(value, step, rest) if wanted in (ANY, key) else value
            )
            for key, value in data.items()
            # A key that stands there already would be written over.
            if not (last and key == step.new and wanted in data)
        }
    if isinstance(data, list) and wanted == ANY:
        return [_renamed(value, step, rest) for value in data]
    return data
