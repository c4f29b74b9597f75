"""The one form that content is written in: the same data give the same text, whoever writes it.

The rules, for a program in any language: fields in the order of their model, those it does not know
last (`style`); values bare, quoted, folded or as a block by what they hold and what their field is
(`quoting`, `style`); lists on one line where they fit (`layout`); comments and single blank lines
beside what they belong to (`comments`). The text below the front matter, the line ends and the byte
order mark are as before.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from living_strategy.content.reading import decode, split_front_matter
from living_strategy.content.records.adoption import FOLDER as ADOPTION
from living_strategy.content.records.registers import REGISTERS
from living_strategy.content.records.search_words import OWN as SEARCH_WORDS
from living_strategy.content.records.settings_file import SETTINGS
from living_strategy.content.source_file import SourceFile
from living_strategy.content.yaml.yaml_reader import read_yaml
from living_strategy.editing.comments import comments_in, give_comments
from living_strategy.editing.layout import lines_of
from living_strategy.editing.style import (
    FieldStyle,
    entry_style,
    model_style,
    register_style,
    settings_style,
)
from living_strategy.editing.written import AnchoredError, Collection, Written, written
from living_strategy.model import KINDS
from living_strategy.model.adoption import Adoption
from living_strategy.model.search_words import SearchWords

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_LINE_END = re.compile(r"\r\n|\r|\n")


class Left(Enum):
    """Why a file stays as it is. What an editor reads about it is for the adapters to say."""

    UNREADABLE = "unreadable"
    ANCHORED = "anchored"
    NOT_THE_SAME = "not-the-same"


@dataclass(frozen=True, slots=True)
class Canonical:
    """What a file should hold. If it stays as it is for another reason than that it is canonical,
    `left` says why.
    """

    content: bytes
    left: Left | None = None


# Changes the outermost mapping of a file before it is written.
Change = Callable[[Collection], None]


def style_of(path: str) -> FieldStyle | None:
    """Return how the file with this path below the root is written; None if it has no form."""
    folder, _, name = path.rpartition("/")
    if name.rpartition(".")[0].upper() == "README" or name.startswith("."):
        return None
    for kind in KINDS:
        if kind.folder and folder == kind.folder and name.endswith((".md", ".yml")):
            return entry_style(kind)
        if kind.register and path == f"{REGISTERS}/{kind.register}.yml":
            return register_style(kind)
    if path == SETTINGS:
        return settings_style()
    if path == SEARCH_WORDS:
        return model_style(SearchWords)
    is_record = path.startswith(f"{ADOPTION}/") and path.count("/") == 2
    return model_style(Adoption) if is_record and name.endswith(".yml") else None


def canonical(path: str, content: bytes) -> Canonical:
    """Return a file of content in its canonical form. Nothing is lost: what is written is read
    again, and the file stays as it is if it does not say the same.
    """
    style = style_of(path)
    source = _source(path, content)
    if style is None or source is None:
        return Canonical(content, Left.UNREADABLE)
    tree = read_yaml(source.yaml)
    if tree.problems or not isinstance(tree.data, (dict, type(None))):
        return Canonical(content, Left.UNREADABLE)
    try:
        text = written(source.yaml)
    except AnchoredError:
        return Canonical(content, Left.ANCHORED)
    if text is None:
        return Canonical(content)
    new = _text(text, style)
    if not _says_the_same(text, tree.data, new):
        return Canonical(content, Left.NOT_THE_SAME)
    return Canonical(_exchanged(content, source, new))


def _source(path: str, content: bytes) -> SourceFile | None:
    text = decode(path, content)
    if not isinstance(text, str):
        return None
    if not path.endswith(".md"):
        return SourceFile(path, text)
    source = split_front_matter(path, text, required=True)
    return source if isinstance(source, SourceFile) else None


def _text(text: Written, style: FieldStyle) -> str:
    head = give_comments(text)
    return "".join(f"{line}\n" for line in lines_of(text.root, style, head))


def _says_the_same(before: Written, data: Any, new: str) -> bool:
    tree, after = read_yaml(new), written(new)
    return (
        not tree.problems
        and comments_in(before) == (comments_in(after) if after else [])
        and _meaning(tree.data) == _meaning(data)
    )


def _meaning(data: Any) -> Any:
    """Return data without what content does not count: line breaks at the end, and empty parts."""
    if isinstance(data, dict):
        values = {key: _meaning(value) for key, value in data.items()}
        return {key: value for key, value in values.items() if value not in (None, {}, [])}
    if isinstance(data, list):
        return [_meaning(part) for part in data]
    return data.rstrip("\n") if isinstance(data, str) else data


def _exchanged(content: bytes, source: SourceFile, new: str) -> bytes:
    """Return the content with other YAML; whatever stands around it is the same in every byte."""
    mark = _BYTE_ORDER_MARK if content.startswith(_BYTE_ORDER_MARK) else b""
    lines = _LINE.findall(content.removeprefix(mark).decode("utf-8"))
    line_end = _LINE_END.search(lines[0]) if lines else None
    first = source.yaml_line - 1
    count = source.yaml.count("\n") + (not source.yaml.endswith("\n"))
    written_lines = new.replace("\n", line_end[0] if line_end else "\n")
    changed = [*lines[:first], written_lines, *lines[first + count :]]
    return mark + "".join(changed).encode("utf-8")
