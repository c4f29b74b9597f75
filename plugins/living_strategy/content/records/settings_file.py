"""Reads strategy/strategy.yml: the settings, and the priority areas that stand in it."""

from __future__ import annotations

from typing import Any

from living_strategy.content.intake import STRATEGY, Collector
from living_strategy.content.plain_texts import plain_mentions
from living_strategy.content.source_file import SourceFile
from living_strategy.content.validate import named, salvage, type_name, validate
from living_strategy.content.yaml.yaml_reader import Problem
from living_strategy.language.particulars import Particular, Terms, TypeName
from living_strategy.model import Area
from living_strategy.model.own_lists import REPLACING, VOCABULARIES, lists_of
from living_strategy.settings import Choice, Publication, Settings

SETTINGS = f"{STRATEGY}/strategy.yml"


def read_settings(intake: Collector) -> tuple[Settings, SourceFile]:
    """Return the settings, as far as they can be read; the areas are taken up."""
    stand_in = Settings(title=STRATEGY, publication=Publication.DEMONSTRATION)
    text = intake.read(SETTINGS)
    source = SourceFile(SETTINGS, text or "")
    # Until they are read, whatever entries choose may be right.
    intake.lists = lists_of(stand_in, unread=VOCABULARIES)
    if text is None:
        intake.unread.add(Area.kind)
        return stand_in, source
    tree = intake.parse(source)
    data = intake.mapping(source, tree)
    if data is None:
        intake.mark_unreadable(text)
        return stand_in, source
    areas = data.pop("areas", [])
    of_areas = [problem for problem in tree.plain if problem.path[0] == "areas"]
    of_settings = [problem for problem in tree.plain if problem.path[0] != "areas"]
    settings, faults = validate(Settings, data, source, (), "")
    intake.diagnostics.extend(faults)
    intake.diagnostics.extend(plain_mentions(Settings, data, source, (), faults, ""))
    intake.ambiguous(Settings, source, (), of_settings, faults, "")
    wrong: frozenset[str] = frozenset()
    if settings is None:
        settings, wrong = salvage(Settings, data, faults)
        if settings and wrong & {"accessibility_statement", "contact", "publication"}:
            # The mistake is reported; what cannot be read is not missing.
            settings = settings.model_copy(update={"publication": Publication.DEMONSTRATION})
    if settings:
        intake.lists = lists_of(settings, unread=wrong)
        _check_lists(intake, settings, source)
    _read_areas(intake, source, areas, of_areas)
    return settings or stand_in, source


def _check_lists(intake: Collector, settings: Settings, source: SourceFile) -> None:
    """Report values that should count as something that is not built in."""
    for name in REPLACING:
        (vocabulary,) = VOCABULARIES[name]
        built_in = {value.value: value.value for value in vocabulary}
        for key, choice in getattr(settings, name).items():
            written = choice.counts_as if isinstance(choice, Choice) else None
            if written is None or written in built_in:
                continue
            params: dict[str, Particular] = {
                "field": "counts_as",
                "value": written,
                "choice_terms": Terms(tuple(vocabulary)),
                "near": named(written, built_in),
            }
            intake.report("unknown-choice", source.locate((name, key, "counts_as")), params)


def _read_areas(intake: Collector, source: SourceFile, areas: Any, plain: list[Problem]) -> None:
    if not isinstance(areas, list):
        found_type, example = type_name(areas), "areas: [{id: …, title: …}]"
        params: dict[str, Particular] = {
            "field": "areas",
            "expected_type": TypeName("list"),
            "found_type": TypeName(found_type),
            "example": example,
        }
        intake.report("wrong-type", source.locate(("areas",)), params)
        intake.mark_unreadable(source.yaml)
        return
    for index, data in enumerate(areas):
        base = ("areas", index)
        if not isinstance(data, dict):
            intake.not_a_mapping(source, base, data)
            intake.mark_unreadable(str(data))
            continue
        given_id = data.get("id")
        entry_id = given_id if isinstance(given_id, str) else ""
        area_problems = [problem for problem in plain if problem.path[:2] == base]
        intake.entry(Area, entry_id, data, source, base, area_problems)
