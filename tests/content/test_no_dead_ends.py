"""The published strategy is complete, sourced and dated, and every page leads on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from living_strategy.content.graph import Graph
from living_strategy.content.markdown.prose import outward_links
from living_strategy.model import Area, Framework, Goal, Measure, Network, Organisation, Project
from living_strategy.model.goal import Standing

# The table of joint projects and shared services that the content was made from has 42 rows; each
# is a project, a component or both (docs/decisions/0014).
ROWS = {
    1: "digisos", 2: "fiks-digisos", 3: "digihelse", 4: "utvikling-digihelsestasjon",
    5: "digibarnevern", 6: "nasjonal-portal-for-bekymringsmelding",
    7: "barnevernsfaglig-kvalitetssystem", 8: "barnevernregisteret",
    9: "innbyggertjenester-barnevern", 10: "fiks-svarut", 11: "fiks-svarinn",
    12: "fiks-folkeregister", 13: "fiks-skatt-og-inntekt", 14: "fiks-io", 15: "fiks-protokoll",
    16: "fiks-arkiv", 17: "fiks-plan", 18: "fiks-matrikkelforing",
    19: "fiks-politisk-behandling", 20: "fiks-arkivlett-byggesak", 21: "min-kommune",
    22: "fiks-del-dokument", 23: "digiorden", 24: "smittesporing", 25: "fiks-provesvar",
    26: "felles-tjenesteplattform-fase-1", 27: "ks-laering", 28: "digihjelpen", 29: "digiung",
    30: "felles-kommunal-journal", 31: "ebyggesak", 32: "fellestjenester-bygg",
    33: "veikart-plan-bygg-geodata", 34: "digitale-hjelpemidler", 35: "oppgjor-etter-dodsfall",
    36: "digital-gravferdsmelding", 37: "digital-hjemmeoppfolging",
    38: "felles-loft-barn-og-unge", 39: "etablering-frid", 40: "prosjektveiviseren",
    41: "helseplattformen", 42: "feide",
}  # fmt: skip


def test_every_entry_is_sourced_and_dated(graph: Graph) -> None:
    """Registers, too, where the rule of `check` only asks items."""
    entries = graph.entries.values()

    assert [entry.id for entry in entries if not entry.sources] == []
    assert [entry.id for entry in entries if not entry.as_of] == []


def test_undated_sources_are_explained(graph: Graph) -> None:
    """An entry whose sources are all undated says how its date was chosen."""
    silent = [
        entry.id
        for kind in (Area, Goal, Measure, Project)
        for entry in graph.of_kind(kind)
        if not any(source.date for source in entry.sources) and not entry.note
    ]

    assert silent == []


def test_nothing_is_a_dead_end(graph: Graph) -> None:
    """Goals have measures, measures goals and somebody responsible, projects measures."""
    for goal in graph.of_kind(Goal):
        assert graph.sources(goal.id, "served_by"), goal.id
    for measure in graph.of_kind(Measure):
        assert 1 <= len(measure.goals) <= 3, measure.id
        assert measure.responsible, measure.id
        assert measure.audience, measure.id
    for project in graph.of_kind(Project):
        assert project.measures, project.id
    for area in graph.of_kind(Area):
        assert len(graph.sources(area.id, "goals")) >= 2, area.id


def test_all_is_there(graph: Graph) -> None:
    """What the strategy must hold at least."""
    goals = graph.of_kind(Goal)

    assert len(graph.of_kind(Area)) == 8
    assert sum(goal.standing is Standing.ADOPTED for goal in goals) == 8
    assert sum(len(goal.indicators) for goal in goals) >= 20
    assert len(graph.of_kind(Measure)) >= 40
    assert {row: id_ for row, id_ in ROWS.items() if not graph.find(id_)} == {}
    assert len(graph.of_kind(Network)) == 13
    assert len(graph.of_kind(Framework)) >= 3
    assert graph.of_kind(Organisation)


def test_statuses_have_a_date_or_are_proposals(graph: Graph) -> None:
    """A status that no source dates is not declared."""
    undated = [
        entry.id
        for entry in (*graph.of_kind(Measure), *graph.of_kind(Project))
        if entry.status != "proposed" and not entry.status_date
    ]

    assert undated == []


def test_proposed_goals_say_what_they_are(graph: Graph) -> None:
    """Own proposals are marked in the note, beside the standing that every page shows."""
    unmarked = [
        goal.id
        for goal in graph.of_kind(Goal)
        if goal.standing is Standing.PROPOSED and not re.search("(?i)forslag", goal.note or "")
    ]

    assert unmarked == []


def test_written_pages_name_their_sources(graph: Graph) -> None:
    """Pages about the strategy end with sources; guides to the site itself need none."""
    guides = {
        *("om-strategien.md", "slik-leser-du.md", "slik-bidrar-du.md"),
        *("endre-status.md", "legg-til-et-tiltak.md", "ga-gjennom-et-forslag.md"),
    }
    without = [
        page.path
        for page in graph.corpus.prose
        if page.path not in guides
        and (
            not re.search("(?m)^## (Kilder|Sources)$", page.text.text)
            or not list(outward_links(page.text.text))
        )
    ]

    assert without == []


@pytest.mark.parametrize("word", ["lorem", "TODO", "eksempel kommune", "xxx"])
def test_nothing_pretends(word: str, graph: Graph) -> None:
    """There is no filler."""
    files = {record.source.path for record in graph.corpus.records.values()}
    root = Path(__file__).parent.parent.parent

    assert [file for file in files if word in (root / file).read_text("utf-8")] == []
