"""Reads goals/, measures/ and projects/: one item a file, `<id>.md` or `<id>.yml`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from living_strategy.content.folders import listing
from living_strategy.content.intake import STRATEGY, Collector
from living_strategy.content.read_ahead import source_of
from living_strategy.content.reading import read_text
from living_strategy.content.records.registers import claim_name, other_names
from living_strategy.content.source import ContentSource, Linked, Sort, Unreadable
from living_strategy.content.source_file import SourceFile
from living_strategy.content.validate import id_from
from living_strategy.diagnostics import Diagnostic, Location
from living_strategy.model import ITEM_FOLDERS, KINDS, Entry

ENDINGS = (".md", ".yml")


def read_folder(intake: Collector, kind: type[Entry]) -> None:
    """Take up every item of one folder; a folder that does not exist is empty."""
    folder = kind.folder or ""
    names = listing(intake, folder, ENDINGS)
    if names is None:
        intake.unread.add(kind.kind)
        return
    for name, sort in names:
        stem, _, ending = name.rpartition(".")
        if (stem or name).upper() == "README" and sort is Sort.FILE:
            continue
        if ending in ("md", "yml"):
            _read_item(intake, kind, f"{folder}/{name}", stem)
        else:
            _pass_over(intake, kind, f"{folder}/{name}", stem or name)


def _pass_over(intake: Collector, kind: type[Entry], path: str, stem: str) -> None:
    """Report a file of another type: it is no item, but may have been meant as one."""
    intake.report("unexpected-file", Location(path), {"endings": ", ".join(ENDINGS)})
    text = read_text(intake.source, path)
    intake.mark_broken(kind, stem, text if isinstance(text, str) else "")


def _read_item(intake: Collector, kind: type[Entry], path: str, stem: str) -> None:
    if read := intake.ahead.get(path):
        source, tree = read.file, read.tree
        intake.texts[path] = source.text
        intake.scans |= read.scans
        text = ""
    else:
        content = intake.read(path)
        if content is None:
            intake.mark_broken(kind, stem, "")
            intake.unread.add(kind.kind)
            return
        text = content
        split = source_of(path, text)
        if isinstance(split, Diagnostic):
            intake.diagnostics.append(split)
            intake.mark_broken(kind, stem, text)
            return
        source, tree = split, intake.parse(split, stem)
    data = intake.mapping(source, tree, stem)
    if data is None:
        intake.mark_broken(kind, stem, text or source.yaml)
        return
    _add_body(intake, source, data, stem)
    fields = claim_name(intake, data, stem, source, ())
    intake.entry(kind, stem, fields, source, (), tree.plain)


def item_paths(source: ContentSource, kinds: Iterable[type[Entry]]) -> list[str]:
    """Return the files of all items, in the order they are read."""
    return [
        f"{kind.folder}/{name}"
        for kind in kinds
        if kind.folder
        for name in _names(source, kind.folder)
        if name.endswith(ENDINGS) and not name.startswith(".")
    ]


def _names(source: ContentSource, folder: str) -> list[str]:
    names = source.listing(folder)
    # The finding comes when the folder is read.
    return [] if isinstance(names, (Linked, Unreadable)) else [name for name, _ in names]


def check_folders(intake: Collector) -> None:
    """Report folders beside `strategy/` that hold texts and have nearly the name of one of ours."""
    own_folders = {STRATEGY, *ITEM_FOLDERS}
    for name in _names(intake.source, ""):
        if name in own_folders or not _has_texts(intake.source, name):
            continue
        folder = _folders_by_name().get(id_from(name))
        if not folder:
            continue
        params = {
            "endings": ", ".join(f"{name}/" for name in sorted(own_folders)),
            "near": f"{folder}/",
        }
        intake.report("unexpected-file", Location(name), params)


@cache
def _folders_by_name() -> dict[str, str]:
    """Our folders by the names that people give them in any language."""
    by_name = {"registers": "strategy/registers", "register": "strategy/registers"}
    for kind in KINDS:
        if kind.folder:
            by_name |= dict.fromkeys(other_names(kind), kind.folder)
    return by_name


def _has_texts(source: ContentSource, folder: str) -> bool:
    return any(name.endswith((*ENDINGS, ".yaml")) for name in _names(source, folder))


def _add_body(intake: Collector, source: SourceFile, data: dict[str, Any], ref: str) -> None:
    """Take the text below the front matter as the description, as if it stood in the field."""
    if source.body:
        # What is empty is no second text, whoever left the line there.
        if not _is_blank(data.get("description")):
            location = source.locate(("description",), key=True)
            intake.report("text-twice", location, {}, ref)
        data["description"] = source.body
    elif isinstance(description := data.get("description"), str):
        data["description"] = description.strip("\n").rstrip()


def _is_blank(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())
