"""The sentence for every change that can happen to a field, in three languages.

`sentences/versions.yml` says what stood in each field, version after version; what readers are told
is in a file for each language. After a change that is meant, `--update-golden` rewrites them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from living_strategy.history.change import FieldChange, Operation
from living_strategy.history.compare import compare
from living_strategy.history.fields import FieldPlan, Sort, field_plans
from living_strategy.history.sentences import sentence, sentences
from living_strategy.history.sentences.telling import Telling
from living_strategy.history.sentences.vocabulary import declared_phrases
from living_strategy.history.sentences.words import Words
from living_strategy.history.slips import settle
from living_strategy.language import LANGUAGES, Language
from living_strategy.model import KINDS, Entry
from living_strategy.model.adoption import Adoption
from living_strategy.model.values import Value
from living_strategy.settings import Settings

FOLDER = Path(__file__).parent / "sentences"
MODELS: dict[str, type[BaseModel]] = {kind.kind: kind for kind in KINDS} | {
    "settings": Settings,
    "treated": Adoption,
}
NOTHING = "(nothing)"
TITLES = {
    "0301": "Oslo",
    "0302": "Bergen",
    "11": "Rogaland",
    "46": "Vestland",
    "agenda": "Digital agenda",
    "brukeren-i-sentrum": "Brukeren i sentrum",
    "deling": "Deling av data",
    "deling-av-data": "Deling av data",
    "digdir": "Digitaliseringsdirektoratet",
    "digifin": "DigiFin",
    "digihelse": "Digihelse",
    "digisos": "Digisos",
    "digivestland": "DigiVestland",
    "felles-arkivplan": "Felles arkivplan",
    "felles-plattform": "Felles plattform",
    "fiks": "Fiks-plattformen",
    "innebygd-personvern": "Innebygd personvern",
    "ks": "KS",
    "ks-hovedstyret": "KS’ hovedstyre",
    "medfinansiering": "Medfinansieringsordningen",
}


def _changes() -> Iterator[tuple[str, str, tuple[FieldChange, ...]]]:
    """Every step of every field: kind, field, and what changed."""
    text = (FOLDER / "versions.yml").read_text("utf-8")
    kinds: dict[str, dict[str, list[Any]]] = yaml.load(text, yaml.BaseLoader)
    for kind, fields in kinds.items():
        for name, values in fields.items():
            versions = [{} if value == NOTHING else {name: value} for value in values]
            for old, new in pairwise(versions):
                settled = tuple(
                    settle(change, frozenset()) for change in compare(MODELS[kind], old, new)
                )
                assert settled, (kind, name, old, new)
                yield kind, name, settled


def _told(code: str) -> str:
    language, lines, last = Language.load(code), [], ""
    for kind, name, changes in _changes():
        if last != (last := f"{kind}.{name}"):
            lines.append(f"\n{last}")
        lines += [
            f"  {told.text}  [{told.change}, {told.origin}]"
            for told in sentences(changes, MODELS[kind], TITLES, language)
        ]
    return "\n".join(lines).lstrip() + "\n"


@pytest.mark.parametrize("code", LANGUAGES)
def test_sentences(code: str, pytestconfig: pytest.Config) -> None:
    """Readers are told in plain words what happened."""
    expected = FOLDER / f"{code}.txt"
    if pytestconfig.getoption("--update-golden"):
        expected.write_text(_told(code), "utf-8", newline="\n")

    assert _told(code) == expected.read_text("utf-8")


def _parts(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The model and those of the parts in which something can change: a part of a list that
    nothing tells from the others comes and goes as a whole.
    """
    yield model
    for plan in field_plans(model).values():
        if plan.part and (not plan.is_list or issubclass(plan.part, Value)):
            yield from _parts(plan.part)


def _told_as(model: type[BaseModel], plan: FieldPlan) -> tuple[str, ...]:
    """What makes the sentences of a field: kinds share those of an entry, and of each other."""
    if not issubclass(model, Entry):
        return model.__name__, plan.name
    phrases, relation = declared_phrases(model, plan.name), plan.trait.relation
    return "Entry", plan.name, str(id(phrases)), relation.name if relation else ""


def _possible(model: type[BaseModel], plan: FieldPlan) -> set[str]:
    """What can happen to a field: some do not come and go without their whole."""
    if plan.is_list:
        link = plan.trait.relation is not None
        return {"linked", "unlinked", "reordered"} if link else {"added", "removed", "reordered"}
    if plan.trait.relation:
        return {"linked", "unlinked"}
    groups = model.SAME_BY if issubclass(model, Value) else ()
    is_name = bool(groups) and all(plan.name in group for group in groups)
    is_whole = plan.part is not None or is_name
    changed = set() if is_whole else {"worded" if plan.sort is Sort.PROSE else "changed"}
    stays = plan.default or model.model_fields[plan.name].is_required()
    return changed if stays else changed | {"came", "went"}


def _happened(change: FieldChange) -> str:
    if change.operation is not Operation.SET:
        return change.operation.value
    return "came" if change.old is None else "went" if change.new is None else "changed"


def test_everything_that_can_happen_has_a_sentence() -> None:
    """A new field must be told of, in every way in which it can change."""
    language = Language.load("en")
    happened = set()
    for kind, _, changes in _changes():
        telling = Telling(MODELS[kind], Words(TITLES, language))
        for change in changes:
            if trail := telling.trail(change):
                happened.add((*_told_as(trail.model, trail.plan), _happened(change)))
    possible = {
        (*_told_as(part, plan), operation)
        for model in MODELS.values()
        for part in _parts(model)
        for plan in field_plans(part).values()
        for operation in _possible(part, plan)
    }

    assert sorted(possible - happened) == []


# Counting lines would double the time and add none.
@pytest.mark.no_cover
@pytest.mark.parametrize("code", LANGUAGES)
def test_no_sentence_has_a_gap(code: str) -> None:
    """Every sentence is whole: without a placeholder, a full stop, or a small letter first."""
    language = Language.load(code)
    unknown = language.text("unknown")
    for kind, _, changes in _changes():
        for change in changes:
            told = sentence(change, MODELS[kind], TITLES, language)
            assert told
            assert not set("{}") & set(told), told
            assert not told.endswith("."), told
            assert told[0] == told[0].upper(), told
            assert f"“{unknown}”" not in told, told
            assert f"«{unknown}»" not in told, told
