"""The files of content as they are with the edits of a workbook, in their canonical form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from living_strategy.content.records.registers import REGISTERS
from living_strategy.content.records.settings_file import SETTINGS
from living_strategy.editing.canonical import Left, canonical
from living_strategy.editing.data import placed
from living_strategy.editing.file_parts import source_of, with_body
from living_strategy.model import KINDS, Area
from living_strategy.workbooks.content import Key
from living_strategy.workbooks.edits import Edit

_KINDS = {kind.kind: kind for kind in KINDS}
_EMPTY_ITEM = b"---\n---\n"
_BODY = "description"


def file_of_new(key: Key) -> str:
    """Return the file that a new entry goes into."""
    kind, entry = _KINDS[key[0]], key[1]
    if kind.folder:
        return f"{kind.folder}/{entry}.md"
    return f"{REGISTERS}/{kind.register}.yml" if kind.register else SETTINGS


def edited_files(
    edits: Iterable[Edit], files: Mapping[Key, str], read: Callable[[str], bytes | None]
) -> tuple[dict[str, bytes], dict[str, Left]]:
    """Return the new content of all files that change, and why others cannot be written. `files`
    are those of the entries that are there; `read` gives the content of one, None where there is
    none.
    """
    new: dict[str, bytes] = {}
    left: dict[str, Left] = {}
    for edit in edits:
        path = files.get(edit.key) or file_of_new(edit.key)
        content = new[path] if path in new else read(path)
        result = _edited(path, content, edit)
        if isinstance(result, Left):
            left[path] = result
        else:
            new[path] = result
    return new, left


def _edited(path: str, content: bytes | None, edit: Edit) -> bytes | Left:
    has_body = path.endswith(".md")
    if content is None:
        content = _EMPTY_ITEM if has_body else b""
    names = [name for name in edit.fields if not (has_body and name == _BODY)]

    def change(data: dict[str, Any]) -> dict[str, Any]:
        base, data = _base(data, edit)
        for name in names:
            data = placed(data, (*base, name), edit.new.get(name))
        return data

    result = canonical(path, content, change)
    if result.left:
        return result.left
    if has_body and _BODY in edit.fields:
        source = source_of(path, result.content)
        if source is None:
            return Left.UNREADABLE
        return with_body(result.content, source, str(edit.new.get(_BODY) or ""))
    return result.content


def _base(data: dict[str, Any], edit: Edit) -> tuple[tuple[str | int, ...], dict[str, Any]]:
    """Return the keys that lead to the entry in its file, and the data with a place for it."""
    kind, entry = edit.key
    if _KINDS[kind].folder:
        return (), data
    if _KINDS[kind] is not Area:
        return (entry,), data
    areas = data.get("areas")
    areas = list(areas) if isinstance(areas, list) else []
    for place, area in enumerate(areas):
        if isinstance(area, dict) and area.get("id") == entry:
            return ("areas", place), data
    return ("areas", len(areas)), {**data, "areas": [*areas, {"id": entry}]}
