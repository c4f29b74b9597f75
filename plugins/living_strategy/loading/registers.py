"""Reads strategy/registers/: one YAML file a kind, its entries keyed by id."""

from __future__ import annotations

import os
from typing import Any

from living_strategy.loading.intake import STRATEGY, Intake
from living_strategy.loading.source_file import SourceFile
from living_strategy.loading.yaml_reader import KeyPath, Problem
from living_strategy.model import Entry

REGISTERS = f"{STRATEGY}/registers"


def read_register(intake: Intake, kind: type[Entry]) -> None:
    """Take up every entry of one register; a register that does not exist is empty."""
    path = f"{REGISTERS}/{kind.register}.yml"
    if not os.path.lexists(f"{intake.root}/{path}"):
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
        intake.lose_text(text)
        return
    data |= {str(path[0]): None for path in tree.empty if len(path) == 1}
    plain: dict[str | int, list[Problem]] = {}
    for problem in tree.plain:
        plain.setdefault(problem.path[0], []).append(problem)
    for key, fields in data.items():
        _read_entry(intake, kind, key, fields, source, plain.get(key, []))


def _read_entry(
    intake: Intake,
    kind: type[Entry],
    key: str,
    fields: Any,
    source: SourceFile,
    plain: list[Problem],
) -> None:
    base: KeyPath = (key,)
    if not isinstance(fields, dict):
        intake.not_a_mapping(source, base, fields, key)
        intake.lose_entry(kind, key, str(fields))
        return
    # An anchor makes two entries share their fields; the id is only one's own.
    own = claim_name(intake, fields, key, source, base)
    intake.entry(kind, key, own, source, base, plain)


def claim_name(
    intake: Intake, data: dict[str, Any], name: str, source: SourceFile, base: KeyPath
) -> dict[str, Any]:
    """The data with its id: the file name or register key, which a line `id:` may only repeat."""
    written = data.get("id", name)
    if written != name:
        params = {"id": str(written), "stem": name}
        intake.report("id-not-file-name", source.locate(("id",), base=base), params, name)
    return data | {"id": name}
