"""Reads goals/, measures/ and projects/: one item a file, `<id>.md` or `<id>.yml`."""

from __future__ import annotations

import os
from typing import Any

from living_strategy.diagnostics import Diagnostic, Location
from living_strategy.loading.intake import Intake
from living_strategy.loading.reading import read_text, split_front_matter
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
    text = intake.read(path)
    if text is None:
        intake.lose_entry(kind, stem, "")
        intake.unread.add(kind.kind)
        return
    data = None
    if source := _source(intake, path, text):
        tree = intake.parse(source, stem)
        data = intake.mapping(source, tree, stem)
    if source is None or data is None:
        intake.lose_entry(kind, stem, text)
        return
    _add_body(intake, source, data, stem)
    claim_name(intake, data, stem, source, ())
    intake.entry(kind, stem, data, source, (), tree.plain)


def _source(intake: Intake, path: str, text: str) -> SourceFile | None:
    if path.endswith(".yml"):
        return SourceFile(path, text)
    source = split_front_matter(path, text, required=True)
    if isinstance(source, Diagnostic):
        intake.diagnostics.append(source)
        return None
    return source


def _add_body(intake: Intake, source: SourceFile, data: dict[str, Any], ref: str) -> None:
    """The text below the front matter is the description, as if it stood in the field."""
    if source.body:
        if "description" in data:
            place = source.locate(("description",), key=True)
            intake.report("text-twice", place, {}, ref)
        data["description"] = source.body
    elif isinstance(written := data.get("description"), str):
        data["description"] = written.strip("\n").rstrip()
