"""Links and their inverses, mentions, earlier ids, municipalities, and what leads nowhere."""

from __future__ import annotations

import pytest

from living_strategy.content.corpus import ProsePage, TextField
from living_strategy.content.markdown.prose import scan
from living_strategy.content.source_file import SourceFile
from living_strategy.diagnostics import Location
from living_strategy.model import KINDS, Component, Framework, Goal, Measure, Network
from living_strategy.model.relations import relations_of
from living_strategy.settings import Settings
from tests.factories import (
    a_goal,
    a_graph,
    a_measure,
    a_project,
    a_record,
    an_area,
    an_organisation,
)


def _page(text: str) -> ProsePage:
    field = TextField(("description",), text, scan(text).mentions)
    return ProsePage("om.md", "Om", SourceFile("strategy/om.md", "", 1, text, 1), field)


def test_links_both_ways() -> None:
    """What an editor wrote in one direction is found from both ends."""
    graph = a_graph(an_area(), a_goal(), a_measure(), a_project())

    assert graph.target_ids("prosjekt", "implements") == ("tiltak",)
    assert [entry.id for entry in graph.targets("tiltak", "serves")] == ["mal"]
    assert graph.source_ids("mal", "served_by") == ("tiltak",)
    assert [entry.id for entry in graph.sources("omrade", "goals")] == ["mal"]
    assert [(link.source, link.target) for link in graph.links()] == [
        ("mal", "omrade"), ("tiltak", "mal"), ("prosjekt", "tiltak")
    ]  # fmt: skip
    assert graph.incoming["tiltak"] == graph.outgoing["prosjekt"]


def test_nothing_points_to_it() -> None:
    """Queries about entries without links are empty."""
    graph = a_graph(a_goal())

    assert graph.source_ids("mal", "served_by") == ()
    assert graph.target_ids("mal", "serves") == ()
    assert (graph.of_kind(Measure), [goal.id for goal in graph.of_kind(Goal)]) == ((), ["mal"])
    assert (graph.find("tiltak"), graph.record("mal").entry) == (None, a_goal())


RETIRED = {"date": "2024", "reason": "Slått sammen."}


def test_retired_entries_are_not_active() -> None:
    """What left the strategy is found by id and by its links, and is active no more."""
    graph = a_graph(
        an_area(),
        a_goal(id="nytt"),
        a_goal(id="gammelt", retired=RETIRED),
        a_measure(goals=["gammelt", "nytt"]),
        a_measure(id="avviklet", goals=["nytt"], retired=RETIRED),
    )

    assert [goal.id for goal in graph.of_kind(Goal)] == ["nytt", "gammelt"]
    assert [goal.id for goal in graph.active(Goal)] == ["nytt"]
    assert graph.active(Goal) is graph.active(Goal)
    assert graph.active(Component) == ()
    assert [entry.id for entry in graph.all_active] == ["omrade", "nytt", "tiltak"]
    assert [entry.id for entry in graph.active_targets("tiltak", "serves")] == ["nytt"]
    assert [entry.id for entry in graph.active_sources("nytt", "served_by")] == ["tiltak"]


def test_levels_above_and_below() -> None:
    """Up and down the strategy by whatever relation the kind has for it, past what is retired."""
    goal, measure, project = a_goal(), a_measure(goals=["gammelt", "mal"]), a_project()
    old = a_goal(id="gammelt", retired=RETIRED)
    organisation = an_organisation()
    graph = a_graph(an_area(), goal, old, measure, project, organisation)

    assert [graph.above(entry) for entry in (an_area(), goal, measure, project)] == [
        (), (an_area(),), (goal,), (measure,)
    ]  # fmt: skip
    assert [graph.below(entry) for entry in (an_area(), goal, measure, project)] == [
        (goal,), (measure,), (project,), ()
    ]  # fmt: skip
    assert (graph.above(organisation), graph.below(organisation)) == ((), ())


def test_links_inside_parts() -> None:
    """References inside parts of an entry are links with their whole path."""
    project = a_project(lead="ks", decisions=[{"date": "2024", "title": "Start", "body": "ks"}])
    graph = a_graph(an_organisation(), a_measure(), project)

    paths = {link.relation.name: link.path for link in graph.outgoing["prosjekt"]}
    assert paths == {
        "implements": ("measures", 0), "led_by": ("lead",), "decided_by": ("decisions", 0, "body")
    }  # fmt: skip
    assert graph.source_ids("ks", "leads") == ("prosjekt",)


def test_an_entry_is_listed_once() -> None:
    """However often an entry is linked by a relation, it is listed once."""
    graph = a_graph(a_goal(), a_measure(goals=["mal", "mal"]))

    assert (graph.target_ids("tiltak", "serves"), len(graph.outgoing["tiltak"])) == (("mal",), 2)


def test_framework_goals() -> None:
    """The part after the slash names a goal of the framework."""
    framework = Framework(id="da", title="Digital agenda")
    graph = a_graph(framework, an_area(frameworks=["da", "da/mal-1"]))

    assert [(link.target, link.part) for link in graph.outgoing["omrade"]] == [
        ("da", ""), ("da", "mal-1")
    ]  # fmt: skip


def test_earlier_ids() -> None:
    """An alias leads to its entry, unless an entry has it as its id."""
    goal = a_goal(aliases=["gammelt", "tiltak"])
    graph = a_graph(goal, a_measure(goals=["gammelt"], description="[[gammelt]] og [[mal]]"))

    assert (graph.find("gammelt"), graph.find("tiltak")) == (goal, graph.entries["tiltak"])
    assert graph.target_ids("tiltak", "serves") == ("mal",)
    assert [loose.written for loose in graph.used_aliases] == ["gammelt"]
    assert [loose.mention.id for loose in graph.mentioned_aliases] == ["gammelt"]
    assert graph.mentioned_in == {"mal": (graph.entries["tiltak"],)}


def test_mentions() -> None:
    """Mentions in bodies, updates and pages are back-links, each once; none to itself."""
    update = {"date": "2024", "text": "Se [[mal]]."}
    measure = a_measure(description="[[mal]] og [[tiltak]] og [[mal]]", updates=[update])
    page = _page("Om [[mal]] og [[ukjent]].")
    graph = a_graph(a_goal(), measure, prose=(page,))

    assert graph.mentioned_in == {"mal": (measure, page)}
    [loose] = graph.loose_mentions
    assert (loose.source, graph.locate_mention(loose)) == (
        "", Location("strategy/om.md", 1, 15, "description")
    )  # fmt: skip


def test_loose_ends() -> None:
    """References to nothing and to the wrong kind are kept apart from links."""
    graph = a_graph(a_goal(area="borte"), a_measure(goals=["tiltak"], description="[[borte]]"))

    assert [(loose.source, loose.written) for loose in graph.unresolved] == [
        ("mal", "borte"), ("tiltak", "tiltak")
    ]  # fmt: skip
    assert [loose.source for loose in graph.loose_mentions] == ["tiltak"]
    assert graph.outgoing == {}
    assert graph.locate_mention(graph.loose_mentions[0]).file == "measure/tiltak.md"


def test_broken_ids_are_no_loose_ends() -> None:
    """What points to entries that could not be read is no mistake of its own."""
    broken = {"broken": {"borte": "area"}, "possible_ids": frozenset({"kanskje"})}
    entries = (a_goal(area="borte"), a_measure(goals=["kanskje"], description="[[borte]]"))
    graph = a_graph(*entries, **broken)

    assert (graph.unresolved, graph.loose_mentions) == ((), ())
    assert a_graph(a_goal(), unread=frozenset({"area"})).unresolved == ()
    assert len(a_graph(a_goal(), unread=frozenset({"goal"})).unresolved) == 1


def test_dropped_fields_have_no_links() -> None:
    """A field that was wrong is stood in for; what stands in is no link."""
    record = a_record(a_goal(area="x"), dropped=frozenset({"area"}))
    graph = a_graph(records={"mal": record})

    assert (graph.unresolved, graph.outgoing) == ((), {})


@pytest.mark.parametrize(
    ("written", "numbers", "links", "loose", "places"),
    [
        ("0301", ["0301"], 0, 0, 1), ("Oslo", ["0301"], 0, 0, 1), ("oslo", ["0301"], 0, 0, 1),
        ("digi", [], 1, 0, 0), ("gamle-digi", [], 1, 0, 0), ("ks", [], 0, 1, 0),
        ("bodo", [], 1, 0, 0), ("Bodø", ["1804"], 0, 0, 1), ("asker", [], 1, 0, 0),
        ("Herøy", [], 0, 0, 1), ("Atlantis", [], 0, 0, 1), ("borte", [], 0, 0, 0),
    ],
)  # fmt: skip
def test_participants(
    written: str, numbers: list[str], links: int, loose: int, places: int
) -> None:
    """A participant is a municipality, a county or a network, whatever else has the id."""
    network = Network(id="digi", title="Digi", aliases=("gamle-digi", "bodo", "asker"))
    organisations = (an_organisation(), an_organisation(id="oslo"))
    project = a_project(participants=[written])
    graph = a_graph(
        network, *organisations, a_measure(goals=["x"]), project, broken={"borte": "network"}
    )

    assert [
        municipality.number for municipality in graph.municipalities_of.get("prosjekt", ())
    ] == numbers
    assert len(graph.target_ids("prosjekt", "participants")) == links
    assert len([end for end in graph.unresolved if end.source == "prosjekt"]) == loose
    assert len(graph.places) == places


def test_place_that_may_be_a_broken_id() -> None:
    """A member whose words held a mistake is not also unknown."""
    network = Network(id="digi", title="Digi", members=("1.10", "4601"))
    graph = a_graph(network, possible_ids=frozenset({"1.10"}))

    assert [place.written for place in graph.places] == ["4601"]


def test_places_in_registers() -> None:
    """Members and counties of networks and numbers of organisations name places too."""
    network = Network(id="digi", title="Digi", members=("4601", "Bømlo"), counties=("46",))
    municipality = an_organisation(id="bergen", type="municipality", number="4601")
    company = an_organisation(id="as", type="company", number="123456789")
    graph = a_graph(network, municipality, company, an_organisation())

    assert [(place.source, place.path, len(place.candidates)) for place in graph.places] == [
        ("digi", ("members", 0), 1), ("digi", ("members", 1), 1), ("digi", ("counties", 0), 1),
        ("bergen", ("number",), 1),
    ]  # fmt: skip
    assert graph.municipalities_of == {}


def test_settings() -> None:
    """The owner and the frameworks in force are references too."""
    settings = Settings(title="A", owner="ks", frameworks=("da", "mal"))
    source = SourceFile("strategy/strategy.yml", "title: A\nframeworks: [da, mal]\n")
    graph = a_graph(an_organisation(), a_goal(), settings=settings, settings_source=source)

    ends = [loose for loose in graph.unresolved if not loose.source]
    assert [(loose.path, loose.written) for loose in ends] == [
        (("frameworks", 0), "da"), (("frameworks", 1), "mal")
    ]  # fmt: skip
    assert graph.locate("", ends[1].path) == Location(source.path, 2, 18, "frameworks[1]")


@pytest.mark.parametrize(
    ("written", "kinds", "near"),
    [
        ("innebygd-personvrn", ("goal",), "personvern"), ("personvren", ("goal",), "personvern"),
        ("personvern", ("component",), ""), ("digisoss", ("component", "goal"), "digisos"),
        ("Innebygd personvern", ("goal",), "personvern"), ("helt-annet", ("goal",), ""),
        ("datavrn", ("goal",), "personvern"), ("datavrn", ("component",), ""),
    ],
)  # fmt: skip
def test_nearest(written: str, kinds: tuple[str, ...], near: str) -> None:
    """The nearest id of the right kinds is found by id, by an earlier one, or by the words of the
    title.
    """
    goal = a_goal(id="personvern", title="Innebygd personvern", aliases=("datavern",))
    graph = a_graph(goal, Component(id="digisos", title="DigiSos"))

    assert graph.nearest(written, kinds) == near
    assert graph.nearest(written, kinds) == near


def test_relations_are_well_formed() -> None:
    """Every relation has a pair of names, labels for both directions, and kinds that exist."""
    kinds = {kind.kind for kind in KINDS}
    for kind in KINDS:
        for field in relations_of(kind):
            relation = field.relation
            assert relation.name != relation.inverse
            assert set(relation.targets) <= kinds
            for labels in (relation.labels, relation.inverse_labels):
                assert all((labels.one, labels.many))
            assert not relation.acyclic or kind.kind in relation.targets
