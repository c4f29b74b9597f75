"""Reads goals/, measures/ and projects/: one item a file, `<id>.md` or `<id>.yml`."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

from living_strategy.diagnostics import Diagnostic, Location
from living_strategy.loading.intake import Intake
from living_strategy.loading.read_ahead import source_of
from living_strategy.loading.reading import read_text
from living_strategy.loading.registers import claim_name
from living_strategy.loading.source_file import SourceFile
from living_strategy.model import Entry


def read_folder(intake: Intake, kind: type[Entry]) -> None:
    """Take up every item of one folder; a folder that does not exist is empty."""
    folder = kind.folder or ""
    if not intake.folder_is_ours(folder):
        if os.path.lexists(f"{intake.root}/{folder}"):
            intake.unread.add(kind.kind)
        return
    for name in sorted(os.listdir(f"{intake.root}/{folder}")):
        stem, _, ending = name.rpartition(".")
        if name.startswith(".") or (stem or name).upper() == "README":
            continue
        if ending in ("md", "yml"):
            _read_item(intake, kind, f"{folder}/{name}", stem)
        else:
            _pass_over(intake, kind, f"{folder}/{name}", stem or name)


def _pass_over(intake: Intake, kind: type[Entry], path: str, stem: str) -> None:
    """A file of another type is not an item, but it may have been meant as one."""
    intake.report("unexpected-file", Location(path), {"endings": ".md, .yml"})
    text = read_text(intake.root, path)
    intake.lose_entry(kind, stem, text if isinstance(text, str) else "")


def _read_item(intake: Intake, kind: type[Entry], path: str, stem: str) -> None:
    if read := intake.ahead.get(path):
        source, tree = read
        intake.texts[path] = source.text
        text = ""
    else:
        found = intake.read(path)
        if found is None:
            intake.lose_entry(kind, stem, "")
            intake.unread.add(kind.kind)
            return
        text = found
        split = source_of(path, text)
        if isinstance(split, Diagnostic):
            intake.diagnostics.append(split)
            intake.lose_entry(kind, stem, text)
            return
        source, tree = split, intake.parse(split, stem)
    data = intake.mapping(source, tree, stem)
    if data is None:
        intake.lose_entry(kind, stem, text or source.yaml)
        return
    _add_body(intake, source, data, stem)
    named = claim_name(intake, data, stem, source, ())
    intake.entry(kind, stem, named, source, (), tree.plain)


def item_paths(root: str, kinds: Iterable[type[Entry]]) -> list[str]:
    """The files of all items, in the order they are read."""
    return [
        f"{kind.folder}/{name}"
        for kind in kinds
        if kind.folder and os.path.isdir(f"{root}/{kind.folder}")
        for name in sorted(os.listdir(f"{root}/{kind.folder}"))
        if name.endswith((".md", ".yml")) and not name.startswith(".")
    ]


def _add_body(intake: Intake, source: SourceFile, data: dict[str, Any], ref: str) -> None:
    """The text below the front matter is the description, as if it stood in the field."""
    if source.body:
        # What is empty is no second text, whoever left the line there.
        if not _is_blank(data.get("description")):
            place = source.locate(("description",), key=True)
            intake.report("text-twice", place, {}, ref)
        data["description"] = source.body
    elif isinstance(written := data.get("description"), str):
        data["description"] = written.strip("\n").rstrip()


def _is_blank(written: Any) -> bool:
    return written is None or (isinstance(written, str) and not written.strip())
