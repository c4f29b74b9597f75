"""A kommune builds upon the catalogue of this strategy, as it stands today."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from living_strategy.content.graph import Graph
from living_strategy.content.records.upstream import earlier_path
from living_strategy.exports import catalogue
from living_strategy.inspection import inspect_source, inspect_strategy
from living_strategy.language import Language
from living_strategy.limits import MAX_CATALOGUE_BYTES
from living_strategy.model import KINDS, Goal
from living_strategy.model.adoption import AdoptionState
from living_strategy.model.catalogue import Catalogue, CatalogueEntry, EntryState, described, digest
from living_strategy.model.catalogue_reading import read_catalogue
from living_strategy.model.decided import decided_part
from living_strategy.papers.forms import FORMS
from living_strategy.papers.impact.council_paper import council_paper
from living_strategy.papers.impact.data import as_csv, as_json
from living_strategy.papers.impact.report import impact_report
from living_strategy.site.addresses import Addresses
from living_strategy.upstream.cells import Need
from living_strategy.upstream.difference import ItemNature
from living_strategy.upstream.impact import impact
from living_strategy.upstream.impact_words import words_for
from living_strategy.upstream.treatment import treatments
from tests.factories import TODAY, a_source, valid_files
from tests.national import a_catalogue, pinned_files

REPOSITORY = Path(__file__).resolve().parents[2]
SETTINGS = "strategy/strategy.yml"
# Written and read once for all tests here; nothing new of the program runs.
pytestmark = pytest.mark.no_cover


@cache
def released() -> tuple[Graph, bytes, Catalogue]:
    """The strategy of today, and its catalogue as bytes and as read."""
    graph = inspect_strategy(REPOSITORY, TODAY).graph
    addresses = Addresses(graph.corpus.language)
    (file,) = catalogue.render(graph, addresses.entry)
    read = read_catalogue(file.content)
    assert isinstance(read, Catalogue)
    return graph, file.content, read


def test_goals_of_the_strategy_are_adopted() -> None:
    """What this program writes of the whole strategy, it reads again, and another one builds on."""
    graph, content, read = released()
    assert {entry.id for entry in read.entries} == set(graph.entries)
    assert len(content) < MAX_CATALOGUE_BYTES / 4

    goals = [goal for goal in read.of_kind("goal") if goal.state == "in_force"]
    record = f"state: adopted\nagainst: {{version: v1, hash: {goals[0].decided}}}\n"
    national = "upstream: [{name: ks, title: Den nasjonale strategien}]\n"
    files = pinned_files(content) | {
        SETTINGS: f"{valid_files()[SETTINGS]}{national}",
        f"adoption/ks/{goals[0].id}.yml": record,
    }
    inspection = inspect_source(a_source(files), TODAY)

    assert inspection.diagnostics == ()
    rows = treatments(inspection.graph.corpus, "ks")
    assert [row.entry.id for row in rows] == [goal.id for goal in goals]
    assert len(rows) == len(graph.active(Goal))
    assert [row.state for row in rows] == [AdoptionState.ADOPTED, *[None] * (len(goals) - 1)]


RECORD = "state: adopted\nagainst: {{version: strategy-2026.1, hash: {}}}\n"
MODELS = {kind.kind: kind for kind in KINDS}


def edited(entry: CatalogueEntry, **changes: Any) -> CatalogueEntry:
    """An entry with other fields, or another state, as its site would publish it."""
    facts = {key: changes.pop(key) for key in ("state", "replaced_by") if key in changes}
    fields = {**entry.fields, **changes}
    decided = digest(decided_part(MODELS[entry.kind], fields))
    return described(entry.kind, fields, decided, address=entry.address, **facts)


def test_a_later_release_is_told_to_a_kommune() -> None:
    """All outputs of the change from the strategy of today to an edited one, in its own words."""
    _, _, read = released()
    goals = [goal for goal in read.of_kind("goal") if goal.state == "in_force"]
    changed, gone, moved = (
        goals[0],
        goals[1],
        next(project for project in read.of_kind("project") if project.fields.get("milestones")),
    )
    first = {**moved.fields["milestones"][0], "date": "2031-05"}  # type: ignore[call-overload, index, dict-item]
    later = {
        changed.id: edited(
            changed, title="Et helt nytt navn på målet", area=goals[-1].fields["area"]
        ),
        gone.id: edited(gone, state=EntryState.RETIRED, replaced_by=(changed.id,)),
        moved.id: edited(moved, milestones=[first, *moved.fields["milestones"][1:]]),  # type: ignore[index]
    }
    entries = [later.get(entry.id, entry) for entry in read.entries]
    new = a_catalogue(*entries, name="strategy-2027.1", date="2027-01-15")
    old = a_catalogue(*read.entries, name="strategy-2026.1", date="2026-11-15")
    before = read_catalogue(old)
    assert isinstance(before, Catalogue)
    national = "upstream: [{name: ks, title: Den nasjonale strategien}]\n"
    files = pinned_files(new) | {
        earlier_path("ks", before.hash): old,
        SETTINGS: f"{valid_files()[SETTINGS]}{national}",
        **{f"adoption/ks/{goal.id}.yml": RECORD.format(goal.decided) for goal in goals},
    }
    graph = inspect_source(a_source(files), TODAY).graph
    pinned = graph.corpus.upstreams["ks"]
    assert pinned.catalogue
    found = impact(graph, pinned)

    assert [(row.entry.id, row.need, row.difference.nature) for row in found.rows] == [
        *sorted([
            (changed.id, Need.DECIDE, ItemNature.SUBSTANTIVE),
            (gone.id, Need.DECIDE, ItemNature.MERGED),
        ]),
        (moved.id, Need.NOTHING, found.rows[-1].difference.nature),
    ]  # fmt: skip
    assert [move.new for move in found.rows[-1].difference.moved] == ["2031-05"]
    words = words_for(graph, (before, pinned.catalogue), Language.load("nb"))
    report = impact_report(found, pinned.catalogue, words)
    paper = council_paper(found, pinned.catalogue, words, "1. februar 2027")
    for form in FORMS:
        assert "Et helt nytt navn på målet" in form.render(report)
        assert "Et helt nytt navn på målet" in form.render(paper)
    text = FORMS[1].render(paper)
    assert text.startswith("## Utkast: Endringer i «Den nasjonale strategien» siden sist behandlet")
    assert text.count("Forslag til vedtak") == 2
    assert as_csv(found, pinned.catalogue, words).count(b"\r\n") == 4
    data = json.loads(as_json(found, pinned.catalogue, words))
    assert [row["id"] for row in data["rows"]] == [row.entry.id for row in found.rows]
