"""Reads strategy/registers/: one YAML file a kind, its entries keyed by id."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from living_strategy.content.folders import listing
from living_strategy.content.intake import STRATEGY, Collector
from living_strategy.content.source import Sort
from living_strategy.content.source_file import SourceFile
from living_strategy.content.validate import id_from
from living_strategy.content.yaml.yaml_reader import KeyPath, Problem
from living_strategy.diagnostics import Location, misspelt
from living_strategy.language import LANGUAGES, Language
from living_strategy.model import KINDS, Entry

REGISTERS = f"{STRATEGY}/registers"


def other_names(kind: type[Entry]) -> Iterator[str]:
    """Names by which people know a kind, in the form of ids: of its folder, register or entries."""
    yield kind.kind
    address_word = kind.address_word()
    yield address_word
    for code in LANGUAGES:
        language = Language.load(code)
        for word in (
            language.address(address_word),
            language.text(kind.label),
            language.text(kind.labels),
        ):
            yield id_from(word)


def check_registers(intake: Collector, tables: Collection[str] = ()) -> None:
    """Report what lies in the folder of registers and is none; its kind cannot be known then.
    `tables` are the paths below `strategy/` of other files that are read.
    """
    by_file = {f"{kind.register}.yml": kind for kind in KINDS if kind.register}
    for name, sort in listing(intake, REGISTERS, (".yml", ".yaml")) or ():
        is_table = f"{REGISTERS}/{name}".removeprefix(f"{STRATEGY}/") in tables
        if name in by_file or is_table or (name.upper().startswith("README") and sort is Sort.FILE):
            continue
        register = near_register(name)
        params = {"endings": ", ".join(sorted(by_file))} | ({"near": register} if register else {})
        intake.report("unexpected-file", Location(f"{REGISTERS}/{name}"), params)
        if register and intake.source.sort(f"{REGISTERS}/{register}") is None:
            intake.unread.add(by_file[register].kind)


def near_register(name: str) -> str:
    """Return the register that a file was probably meant to be, or an empty text."""
    stem = id_from(name.partition(".")[0])
    by_name = {
        name: f"{kind.register}.yml"
        for kind in KINDS
        if kind.register
        for name in other_names(kind)
    }
    return by_name.get(stem) or by_name.get(misspelt(stem, by_name)) or ""


def read_register(intake: Collector, kind: type[Entry]) -> None:
    """Take up every entry of one register; a register that does not exist is empty."""
    path = f"{REGISTERS}/{kind.register}.yml"
    if intake.source.sort(path) is None:
        return
    text = intake.read(path)
    if text is None:
        intake.unread.add(kind.kind)
        return
    source = SourceFile(path, text)
    tree = intake.parse(source)
    if tree.data is None and not tree.problems:
        return
    data = intake.mapping(source, tree)
    if data is None:
        intake.mark_unreadable(text)
        return
    data |= {str(path[0]): None for path in tree.empty if len(path) == 1}
    plain: dict[str | int, list[Problem]] = {}
    for problem in tree.plain:
        plain.setdefault(problem.path[0], []).append(problem)
    for key, fields in data.items():
        _read_entry(intake, kind, key, fields, source, plain.get(key, []))


def _read_entry(
    intake: Collector,
    kind: type[Entry],
    key: str,
    fields: Any,
    source: SourceFile,
    plain: list[Problem],
) -> None:
    base: KeyPath = (key,)
    if not isinstance(fields, dict):
        intake.not_a_mapping(source, base, fields, key)
        intake.mark_broken(kind, key, str(fields))
        return
    # An anchor makes two entries share their fields; the id is only one's own.
    named_fields = claim_name(intake, fields, key, source, base)
    intake.entry(kind, key, named_fields, source, base, plain)


def claim_name(
    intake: Collector, data: dict[str, Any], name: str, source: SourceFile, base: KeyPath
) -> dict[str, Any]:
    """Return the data with its id: the file name or register key, which a line `id:` may only
    repeat.
    """
    given_id = data.get("id", name)
    if given_id != name:
        params = {"id": str(given_id), "stem": name}
        intake.report("id-not-file-name", source.locate(("id",), base=base), params, name)
    return data | {"id": name}
