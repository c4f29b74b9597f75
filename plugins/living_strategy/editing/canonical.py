"""The one form that content is written in: the same data give the same text, whoever writes it.

The rules, for a program in any language: fields in the order of their model, those it does not know
last (`style`); values bare, quoted, folded or as a block by what they hold and what their field is
(`quoting`, `style`); lists on one line where they fit (`layout`); comments and single blank lines
beside what they belong to (`comments`). The text below the front matter, the line ends and the byte
order mark are as before.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from living_strategy.content.records.adoption import FOLDER as ADOPTION
from living_strategy.content.records.registers import REGISTERS
from living_strategy.content.records.search_words import OWN as SEARCH_WORDS
from living_strategy.content.records.settings_file import SETTINGS
from living_strategy.content.yaml.yaml_reader import read_yaml
from living_strategy.editing.comments import comments_in, give_comments
from living_strategy.editing.file_parts import exchanged, source_of
from living_strategy.editing.fitting import fit
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


# Gives the data that a file should hold in place of those it holds.
Change = Callable[[dict[str, Any]], dict[str, Any]]


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


def canonical(path: str, content: bytes, change: Change | None = None) -> Canonical:
    """Return a file of content in its canonical form, after a change of its data if there is one;
    data that have gone leave their comments. Nothing else is lost: what is written is read again,
    and the file stays as it is if it does not say the same.
    """
    style = style_of(path)
    source = source_of(path, content)
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
        if change is None:
            return Canonical(content)
        text = Written(Collection(is_mapping=True), source.yaml.split("\n"), [], [])
    data = change(tree.data or {}) if change else tree.data
    new = _text(text, style, data if change else None)
    if not _says_the_same(text, data, new):
        return Canonical(content, Left.NOT_THE_SAME)
    return Canonical(exchanged(content, source, new))


def _text(text: Written, style: FieldStyle, data: dict[str, Any] | None) -> str:
    head = give_comments(text)
    if data is not None:
        fit(text.root, data)
    return "".join(f"{line}\n" for line in lines_of(text.root, style, head))


def _says_the_same(before: Written, data: Any, new: str) -> bool:
    tree = read_yaml(new)
    if tree.problems or _meaning(tree.data) != _meaning(data):
        return False
    after = written(new)
    return comments_in(before) == (comments_in(after) if after else [])


def _meaning(data: Any) -> Any:
    """Return data without what content does not count: line breaks at the end, and empty parts."""
    if isinstance(data, dict):
        values = {key: _meaning(value) for key, value in data.items()}
        return {key: value for key, value in values.items() if value not in (None, {}, [])}
    if isinstance(data, list):
        return [_meaning(part) for part in data]
    return data.rstrip("\n") if isinstance(data, str) else data
