"""A kommune builds upon the catalogue of this strategy, as it stands today."""

from __future__ import annotations

from pathlib import Path

import pytest

from living_strategy.exports import catalogue
from living_strategy.inspection import inspect_source, inspect_strategy
from living_strategy.language import Language
from living_strategy.limits import MAX_CATALOGUE_BYTES
from living_strategy.model import Goal
from living_strategy.model.adoption import AdoptionState
from living_strategy.model.catalogue import Catalogue
from living_strategy.model.catalogue_reading import read_catalogue
from living_strategy.site.addresses import Addresses
from living_strategy.upstream.treatment import treatments
from tests.factories import TODAY, a_source, valid_files
from tests.national import pinned_files

REPOSITORY = Path(__file__).resolve().parents[2]
SETTINGS = "strategy/strategy.yml"
# Written and read once for all tests here; nothing new of the program runs.
pytestmark = pytest.mark.no_cover


def test_goals_of_the_strategy_are_adopted() -> None:
    """What this program writes of the whole strategy, it reads again, and another one builds on."""
    graph = inspect_strategy(REPOSITORY, TODAY).graph
    addresses = Addresses(Language.load(graph.corpus.settings.language.value))
    (file,) = catalogue.render(graph, addresses.entry)
    read = read_catalogue(file.content)
    assert isinstance(read, Catalogue)
    assert {entry.id for entry in read.entries} == set(graph.entries)
    assert len(file.content) < MAX_CATALOGUE_BYTES / 4

    goals = [goal for goal in read.of_kind("goal") if goal.state == "in_force"]
    record = f"state: adopted\nagainst: {{version: v1, hash: {goals[0].decided}}}\n"
    national = "upstream: [{name: ks, title: Den nasjonale strategien}]\n"
    files = pinned_files(file.content) | {
        SETTINGS: f"{valid_files()[SETTINGS]}{national}",
        f"adoption/ks/{goals[0].id}.yml": record,
    }
    inspection = inspect_source(a_source(files), TODAY)

    assert inspection.diagnostics == ()
    rows = treatments(inspection.graph.corpus, "ks")
    assert [row.entry.id for row in rows] == [goal.id for goal in goals]
    assert len(rows) == len(graph.active(Goal))
    assert [row.state for row in rows] == [AdoptionState.ADOPTED, *[None] * (len(goals) - 1)]
