"""Rules about references: to nothing, to the wrong kind, in circles, twice."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from living_strategy.content.selection import Selection
from living_strategy.diagnostics import Severity
from living_strategy.inspection import inspect_source
from living_strategy.language.particulars import Commands, Kind, Kinds
from living_strategy.model import Body, Component, Framework, Measure, Network, Project
from living_strategy.settings import Settings
from tests.factories import (
    TODAY,
    a_goal,
    a_measure,
    a_project,
    a_record,
    a_source,
    an_area,
    an_organisation,
    inspect_files,
    shown,
    valid_files,
)
from tests.unit.rules.found import CONTEXT, fields, found

GOAL = str(valid_files()["goals/mal.md"])
REGISTER = "strategy/registers/organisations.yml"
ORGANISATIONS = str(valid_files()[REGISTER])
RETIRED = {"date": "2024", "reason": "Ferdig."}


def _component(entry_id: str, **changes: Any) -> Component:
    return Component.model_validate({"id": entry_id, "title": entry_id} | changes)


def test_unknown_reference() -> None:
    """The nearest id of the right kind is proposed, never one of another kind."""
    near_kind, other_kind = an_area(id="omraade"), a_goal(id="omrade", area="omraade")
    [finding] = found("unknown-reference", near_kind, other_kind, a_goal(area="omraader"))

    assert finding.params == {
        "id": "omraader", "target_kinds": Kinds(("area",)), "near": "omraade",
        "commands": Commands(("list area",)), "new_commands": Commands(("new area omraader",)),
    }  # fmt: skip
    assert finding.ref == "mal"


def test_unknown_reference_says_where_to_look() -> None:
    """Each kind that may be meant has its list; of very many kinds there is one list."""
    retired = {**RETIRED, "replaced_by": "borte"}
    entries = (an_area(), a_goal(retired=retired), a_project(lead="borte"), a_measure())

    findings = found("unknown-reference", *entries)

    assert [
        (finding.params["commands"], finding.params["new_commands"]) for finding in findings
    ] == [
        (Commands(("list",)), Commands(("new",))),
        (
            Commands(("list organisation", "list network")),
            Commands(("new organisation borte", "new network borte")),
        ),
    ]


def test_stand_in_of_a_new_entry() -> None:
    """What `new` writes where an id must be chosen is not taken for a misspelt id."""
    findings = found("unknown-reference", a_goal(area="velg-en"), a_measure(goals=["vel-ein"]))

    assert [finding.params["case"] for finding in findings] == ["stand-in", "stand-in"]


def test_wrong_kind_is_not_unknown() -> None:
    """A reference to another kind is one finding, and an alias of another kind too."""
    entries = (a_goal(aliases=["gammelt"]), a_measure(goals=["tiltak"], uses=["gammelt"]))

    assert fields("unknown-reference", an_area(), *entries) == []
    assert [
        (finding.params["id"], finding.params["found_kind"], finding.params["near"])
        for finding in found("wrong-kind-of-reference", an_area(), *entries)
    ] == [("tiltak", Kind("measure"), ""), ("gammelt", Kind("goal"), "")]


def test_settings_references() -> None:
    """Owner and frameworks in strategy.yml must exist and be of the right kind."""
    settings = Settings(title="A", owner="mal", frameworks=("da", "borte"))
    entries = (an_area(), a_goal(), Framework(id="da", title="Digital agenda"))

    assert fields("unknown-reference", *entries, settings=settings) == ["frameworks[1]"]
    assert fields("wrong-kind-of-reference", *entries, settings=settings) == ["owner"]


def test_framework_goals() -> None:
    """The goal after the slash must be one that the framework lists; its title helps."""
    goals = [{"id": "mal-1", "title": "Brukeren i sentrum"}]
    framework = Framework.model_validate({"id": "da", "title": "Digital agenda", "goals": goals})
    area = an_area(frameworks=["da", "da/mal-1", "da/brukeren-i-sentrum"])
    [finding] = found("unknown-framework-goal", framework, area)

    assert finding.location.field == "frameworks[2]"
    assert finding.params == {
        "framework": "da", "goal": "brukeren-i-sentrum", "allowed": "mal-1", "near": "mal-1"
    }  # fmt: skip
    empty = Framework(id="da", title="Digital agenda")
    findings = found("unknown-framework-goal", empty, area)
    assert [finding.params["allowed"] for finding in findings] == ["–", "–"]


def test_framework_goals_that_could_not_be_read() -> None:
    """When the goals of a framework held a mistake, nothing is said about links to them."""
    framework = Framework(id="da", title="Digital agenda")
    records = {
        "da": a_record(framework, dropped=frozenset({"goals"})),
        "omrade": a_record(an_area(frameworks=["da/mal-1"])),
    }

    assert fields("unknown-framework-goal", records=records) == []


def test_unknown_mention() -> None:
    """Any kind of entry may be meant."""
    [finding] = found("unknown-mention", an_area(), a_goal(description="Se [[omraade]]"))

    assert finding.params == {"id": "omraade", "near": "omrade"}


@pytest.mark.parametrize(
    ("source", "expected"),
    [({}, ["uses[0]"]), ({"retired": RETIRED}, [])],
    ids=["in force", "retired"],
)
def test_retired_reference(source: dict[str, Any], expected: list[str]) -> None:
    """An entry in force does not build on a retired one; retired ones keep their links."""
    entries = (
        a_goal(),
        _component("gammel", retired=RETIRED),
        a_measure(uses=["gammel"], **source),
    )

    assert fields("retired-reference", *entries) == expected


def test_successor() -> None:
    """What took over is proposed, and may itself say what it replaced."""
    old = _component("gammel", retired=RETIRED | {"replaced_by": "ny"})
    entries = (old, _component("ny"), a_goal(), a_measure(uses=["gammel"]))

    assert [finding.params["near"] for finding in found("retired-reference", *entries)] == ["ny"]


def test_split() -> None:
    """All that took over is proposed; an unknown one, oneself and a circle are found."""
    halves = {"split_into": ["en", "to"]}
    old = _component("gammel", retired=RETIRED | halves)
    entries = (_component("en"), _component("to"), a_goal(), a_measure(uses=["gammel"]))
    [finding] = found("retired-reference", old, *entries)

    assert (finding.params["near"], finding.params["case"]) == ("en, to", "split")
    unknown = _component("gammel", retired=RETIRED | {"split_into": ["en", "borte"]})
    assert fields("unknown-reference", unknown, *entries[:2]) == ["retired.split_into[1]"]
    itself = _component("gammel", retired=RETIRED | {"split_into": ["en", "gammel"]})
    assert fields("cycle", itself, *entries) == ["retired.split_into[1]"]
    back = _component("en", retired=RETIRED | {"replaced_by": "gammel"})
    assert [finding.params["path"] for finding in found("cycle", old, back, _component("to"))] == [
        "en → gammel → en"
    ]


@pytest.mark.parametrize(
    ("successors", "expected"),
    [
        ({"split_into": ["en", "to"]}, []),
        ({"replaced_by": "en"}, []),
        ({"split_into": ["en"]}, ["one"]),
        ({"split_into": ["en", "to"], "replaced_by": "en"}, [None]),
    ],
)
def test_one_takes_over_or_several(
    successors: dict[str, object], expected: list[str | None]
) -> None:
    """One that took over stands in `replaced_by`, several in `split_into`, never both."""
    entries = (_component("g", retired=RETIRED | successors), _component("en"), _component("to"))

    assert [
        finding.params.get("case") for finding in found("unclear-successor", *entries)
    ] == expected


def test_alias_reference() -> None:
    """Links and mentions by an earlier id name the one in force."""
    entries = (an_area(), a_goal(aliases=["gammelt"]), a_measure(goals=["gammelt"]))
    mention = a_project(description="[[gammelt]]")

    assert [
        (finding.ref, finding.location.field, finding.params["near"])
        for finding in found("alias-reference", *entries, mention)
    ] == [("tiltak", "goals[0]", "mal"), ("prosjekt", "description", "mal")]


def test_duplicate_reference() -> None:
    """A list names an entry, a goal of a framework or a municipality once."""
    framework = Framework.model_validate(
        {"id": "da", "title": "DA", "goals": [{"id": "a", "title": "A"}]}
    )
    area = an_area(frameworks=["da", "da/a", "da/a"])
    goal = a_goal(aliases=["gammelt"])
    measure = a_measure(goals=["mal", "gammelt"])
    project = a_project(participants=["0301", "Oslo", "4601"])
    findings = found("duplicate-reference", framework, area, goal, measure, project)

    assert [(finding.location.field, finding.params["id"]) for finding in findings] == [
        ("frameworks[2]", "da/a"), ("goals[1]", "mal"), ("participants[1]", "0301")
    ]  # fmt: skip


def test_one_field_a_part_is_no_duplicate() -> None:
    """Two grants may come from the same scheme."""
    costs = [{"year": 2026, "scheme": "x"}, {"year": 2027, "scheme": "x"}]
    scheme = _component("x")

    assert fields("duplicate-reference", scheme, a_goal(), a_measure(costs=costs)) == []


def _projects(**needs: str) -> list[Project]:
    return [a_project(id=key, depends_on=value.split()) for key, value in needs.items()]


@pytest.mark.parametrize(
    ("needs", "circles"),
    [
        ({"a": "b", "b": "c", "c": ""}, []),
        ({"a": "a"}, ["a → a"]),
        ({"b": "c", "c": "a", "a": "b"}, ["a → b → c → a"]),
        ({"a": "b c", "b": "a", "c": "a"}, ["a → b → a"]),
        ({"d": "a", "a": "b", "b": "a"}, ["a → b → a"]),
        ({"a": "b c", "b": "d", "c": "d", "d": ""}, []),
        ({"a": "b", "b": "a", "c": "d", "d": "c"}, ["a → b → a", "c → d → c"]),
    ],
)
def test_cycle(needs: dict[str, str], circles: list[str]) -> None:
    """Each knot is found once, with the shortest circle through its first member."""
    findings = found("cycle", *_projects(**needs))

    assert [finding.params["path"] for finding in findings] == circles
    assert [finding.ref for finding in findings] == [circle[0] for circle in circles]
    assert all(finding.location.field.startswith("depends_on[") for finding in findings)


def test_long_way_round() -> None:
    """A circle of thousands is found without recursion."""
    needs = {f"p{number:05}": f"p{(number + 1) % 5000:05}" for number in range(5000)}
    [finding] = found("cycle", *_projects(**needs))

    assert finding.params["path"].startswith("p00000 → p00001 → ")
    assert finding.params["path"].endswith(" → p00019 → … → p00000")
    assert len(finding.related) == 19


def test_many_circles_through_one() -> None:
    """A chain whose links all lead back, too, is one knot: its shortest circle is shown."""
    chain = [
        _component(f"c{number:04}", builds_on=[f"c{number + 1:04}", "c0000"])
        for number in range(1, 3000)
    ]
    ends = (_component("c0000", builds_on=["c0001"]), _component("c3000"))
    [finding] = found("cycle", *chain, *ends)

    assert finding.params["path"] == "c0000 → c0001 → c0000"


def test_circles_by_relation() -> None:
    """Different relations make no circle together; each acyclic one is looked at."""
    bodies = [
        Body.model_validate({"id": a, "title": a, "level": "expert", "reports_to": b})
        for a, b in (("a", "b"), ("b", "a"))
    ]
    components = [
        _component("c", builds_on=["d"]),
        _component("d", retired=RETIRED | {"replaced_by": "c"}),
    ]

    assert fields("cycle", *bodies, *components) == ["reports_to"]


def test_orphan() -> None:
    """An area without goals and a goal without measures; a measure needs no project."""
    entries = (an_area(), an_area(id="tomt"), a_goal(), a_goal(id="enslig"), a_measure())
    retired = a_goal(id="ferdig", retired=RETIRED)

    assert [finding.ref for finding in found("orphan", *entries, retired)] == ["tomt", "enslig"]


def test_nothing_is_an_orphan_that_projects_work_for() -> None:
    """What is missing is named by the kinds that the strategy has, or else by the next level."""
    projects = (
        a_project(id="p1", measures=None, areas=["omrade"]),
        a_project(id="p2", measures=None, goals=["mal"]),
    )
    areas = (an_area(), an_area(id="tomt"), an_area(id="annet"))
    goals = (a_goal(area="annet"), a_goal(id="enslig", area="annet"))

    assert [
        (finding.ref, str(finding.params["source_kinds"]))
        for finding in found("orphan", *areas, *goals, *projects)
    ] == [("tomt", "goal,project"), ("enslig", "project")]
    assert [str(f.params["source_kinds"]) for f in found("orphan", an_area())] == ["goal"]


def test_orphan_by_a_mistake_in_any_kind_below() -> None:
    """A project that cannot be read may belong to the area."""
    assert found("orphan", an_area(), unread=frozenset({"project"})) == []


def test_serves_nothing() -> None:
    """At least one field leads upwards; what is proposed exists in the strategy."""
    nothing = (a_measure(id="t", goals=None), a_project(id="p", measures=None))
    fund = found("serves-nothing", an_area(id="helse"), *nothing[1:])
    full = found("serves-nothing", an_area(), a_goal(), *nothing)
    empty = found("serves-nothing", *nothing[:1])

    assert [(f.ref, f.params["fields"], f.params["example"]) for f in (*fund, *full, *empty)] == [
        ("p", "areas", "areas: [helse]"),
        ("t", "goals, areas", "goals: [mal]"),
        ("p", "measures, goals, areas", "measures: [t]"),
        ("t", "goals, areas", "goals: [kortere-ventetid]"),
    ]
    assert found(
        "serves-nothing", an_area(), a_goal(), a_measure(), a_measure(id="a", goals=None,
        areas=["omrade"]), a_project(measures=None, goals=["ukjent"]),
    ) == []  # fmt: skip


def test_implied_reference() -> None:
    """A nearer link says it already, unless it leads to what is retired."""
    entries = (
        an_area(), an_area(id="annet"), a_goal(), a_goal(id="utgatt", area="annet",
        retired=RETIRED), a_measure(goals=["mal", "utgatt"], areas=["omrade", "annet"]),
        a_project(id="p1", goals=["mal"], areas=["annet"]),
        a_project(id="p2", measures=None, goals=["mal"], areas=["annet"]),
    )  # fmt: skip

    assert [(f.ref, f.location.field, f.params) for f in found("implied-reference", *entries)] == [
        ("tiltak", "areas[0]", {"id": "omrade", "other": "mal"}),
        ("p1", "goals[0]", {"id": "mal", "other": "tiltak"}),
        ("p1", "areas[0]", {"id": "annet", "other": "tiltak"}),
    ]


@pytest.mark.parametrize(
    "corpus", [{"unread": frozenset({"measure"})}, {"broken_links": frozenset({"mal"})}]
)
def test_orphan_by_mistake(corpus: dict[str, Any]) -> None:
    """What a file with mistakes may point to is no orphan."""
    assert [finding.ref for finding in found("orphan", an_area(), a_goal(), **corpus)] == []


def test_orphan_by_misspelling() -> None:
    """The entry that a misspelt reference was meant for is no orphan."""
    entries: tuple[Measure, ...] = (a_measure(goals=["maal"]),)

    assert [finding.ref for finding in found("orphan", an_area(), a_goal(id="mal"), *entries)] == []


def test_unknown_municipality() -> None:
    """A name or a network is proposed, and for a county its number."""
    network = Network(
        id="digivestland", title="DigiVestland", counties=("99",), members=("Brgen", "Vestland")
    )
    project = a_project(participants=["Vestland", "digivesland", "9999", "Herøy", "Herøy kommune"])
    organisation = an_organisation(type="municipality", number="9998")
    entries = (network, organisation, project, a_measure())

    assert [
        (finding.location.field, finding.params.get("case", ""), finding.params.get("near", ""))
        for finding in found("unknown-municipality", *entries)
    ] == [
        ("members[0]", "municipality", "Bergen"), ("members[1]", "members", ""),
        ("counties[0]", "former", ""), ("number", "former", ""),
        ("participants[0]", "county", "Vestland"), ("participants[1]", "", "digivestland"),
        ("participants[2]", "former", ""), ("participants[4]", "", "Herøy"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("Bodø kommune", "1804"), ("bodo-kommune", "1804"), ("Bergn", "4601"),
        ("Oslo kommune", "0301"), ("Oslo fylkeskommune", "03"), ("Ulvik herad", "4620"),
        # Counties of before 2024 have no namesake today.
        ("Viken", ""), ("Hordaland", ""), ("Oppland", ""), ("Troms og Finnmark", ""),
    ],
)  # fmt: skip
def test_municipality_that_is_meant(written: str, number: str) -> None:
    """The word for the administration is no part of the name, and short names are not alike."""
    [finding] = found("unknown-municipality", a_project(participants=[written]))

    assert finding.params.get("number", "") == number


def test_organisation_as_participant() -> None:
    """A municipality that is an organisation, too, takes part by its own name or number."""
    entries = (
        an_organisation(id="bodo-kommune", title="Bodø", type="municipality", number="1804"),
        an_organisation(id="bergen-kommune", title="Bergen kommune", type="municipality"),
        an_organisation(id="styret", title="Styret", type="agency"),
        an_organisation(id="digiu", title="Digi Utvikling", type="company"),
        Network(id="digius", title="DigiUs"),
        a_goal(id="tall", number="46"),
    )
    participants = ["bodo-kommune", "bergen-kommune", "styret", "digiu", "tall"]
    project = a_project(participants=participants)

    assert [
        (finding.params.get("case"), finding.params["near"], finding.params.get("number"))
        for finding in found("wrong-kind-of-reference", an_area(), *entries, project)
        if finding.ref == "prosjekt" and finding.params["field"] == "participants"
    ] == [
        ("municipality", "Bodø", "1804"), ("municipality", "Bergen", "4601"),
        ("participant", "", None), (None, "digius", None), ("participant", "", None),
    ]  # fmt: skip


def test_ambiguous_municipality() -> None:
    """A shared name is shown with its numbers and counties."""
    [finding] = found("ambiguous-municipality", a_project(participants=["våler", "1515"]))

    assert finding.params == {
        "value": "våler", "choices": "3114 (Østfold), 3419 (Innlandet)"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("target", "params"),
    [
        ("borte.md", {}), ("mappe/", {}), ("borte", {}), ("../goals/finnes-ikke/", {}),
        ("bilde.png", {}), ("../../../hjelp.md#topp", {}), ("../goals/finnes-ikke/index.md", {}),
        ("Om oss.md", {}), ("../data/borte.csv", {}), ("../timeline/finnes-ikke/", {}),
        ("../strategy.yml", {"case": "settings"}), ("../registers/", {"case": "settings"}),
        ("../registers/organisations.yml", {"case": "settings"}),
        ("/finnes-ikke/", {"case": "root"}), ("/goals/page-x/", {"case": "root"}),
        ("/networks/", {"case": "root"}), ("/side/", {"case": "root"}),
        ("/C:/Users/Ola N/plan.pdf", {"case": "computer"}),
        ("/home/ola/plan.pdf", {"case": "computer"}),
        ("../../goals/mal.md", {"near": "mal"}), ("tiltak", {"near": "tiltak"}),
        ("/goals/tiltak/", {"near": "tiltak"}), ("/mal.html#a", {"near": "mal"}),
        ("www.ks.no/kommit", {"case": "web"}), ("lovdata.no", {"case": "web"}),
        ("post@ks.no", {"case": "mail"}), ("", {"case": "empty"}),
    ],
)  # fmt: skip
@pytest.mark.parametrize("road", ["page", "entry", "register", "update"])
def test_broken_link(target: str, params: dict[str, str], road: str) -> None:
    """A link that leads nowhere is said with its place and a way out, wherever it stands."""
    text = f"Se [x]({target})."
    update = f"updates:\n  - date: 2024\n    text: '{text}'\nas_of"
    files = {
        "page": {"strategy/om/side.md": f"# Om\n\n{text}\n"},
        "entry": {"goals/mal.md": GOAL.replace("---\n\n", f"---\n\n{text}\n\n")},
        "register": {REGISTER: f"{ORGANISATIONS}  description: |\n    {text}\n"},
        "update": {"goals/mal.md": GOAL.replace("as_of", update, 1)},
    }[road]
    [finding] = inspect_files(files).diagnostics

    assert finding.code == "broken-link"
    assert dict(finding.params) == {"target": target} | params
    lines = str(files[finding.location.file]).splitlines()
    assert lines[finding.location.line - 1][finding.location.column - 1 :].startswith(f"{target})")


def test_what_is_refused_is_not_missing_too() -> None:
    """A page or file with a mistake of its own is there all the same, and so is such an entry."""
    files = {
        "strategy/om.md": "[a](Stor.md) [b](uten.md) [c](uten/) [d](stor.exe) [e](/goals/ny/)\n",
        "strategy/Stor.md": "Stor\n",
        "strategy/uten.md": "---\ntitle: Uten\n",
        "strategy/stor.exe": "x",
        "goals/ny.md": "---\ntitle: [\n---\n",
    }
    codes = {finding.code for finding in inspect_files(files).diagnostics}

    assert not codes & {"broken-link", "missing-page"}
    assert codes >= {"bad-file-name", "unclosed-front-matter", "unsafe-file"}


def test_links_that_lead_somewhere() -> None:
    """Pages by file and by address, files, entries by both ids, lists, overviews and data files,
    from a page in a folder and from the root.
    """
    links = """
        index.md ../om/ . side side.md#b ./side/?a=b ../index.md ../goals/index.md / /om/side.md
        ../goals/mal/ /goals/gammelt/ /goals/page-2/ /timeline/omrade/page-3/ /timeline/-/
        /map/omrade/ /data/catalogue.json /data/links.csv /municipalities/places.json /robots.txt
        b%C3%A5t.csv#rad=1 /om/kart.png #top # ?a=b /organisations/ /organisations/ks/
    """
    text = "\n".join(f"[x]({link})" for link in links.split())
    files = {
        "strategy/om/index.md": f"# Om\n\n{text}\n\n![Kart](kart.png) [x](</om/kart.png>)\n",
        "strategy/om/side.md": "## B\n",
        "strategy/om/kart.png": b"",
        "strategy/om/b\u00e5t.csv": "a;b\n",
        "goals/mal.md": GOAL.replace("as_of", "aliases: [gammelt]\nas_of", 1),
    }

    assert shown(inspect_files(files).diagnostics) == []


def test_left_out() -> None:
    """What the site leaves out is neither read nor linked to."""
    files = {
        "strategy/om.md": "[a](utkast.md) [b](/notater/) [c](tall.csv) ![d](kart.png)\n",
        "strategy/utkast.md": "---\nfeil: ja\n---\n\n[x](borte.md) [[borte]]\n",
        "strategy/notater/index.md": "# Notater\n",
        "strategy/tall.csv": "a;b\n",
        "strategy/kart.png": b"",
    }
    selection = Selection(lambda path: path != "om.md")
    inspection = inspect_source(a_source(files), TODAY, selection=selection)

    assert [(finding.code, dict(finding.params)) for finding in inspection.diagnostics] == [
        ("broken-link", {"target": target, "case": "left-out"})
        for target in ("utkast.md", "/notater/", "tall.csv", "kart.png")
    ]
    assert [page.path for page in inspection.graph.corpus.prose] == ["om.md"]
    assert inspection.graph.corpus.attachments == ()


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Økonomi for Čáhcesuolu", "okonomi-for-cahcesuolu"), ("Ærlig *talt*", "aerlig-talt"),
        ("Om [[mal|Målet]]", "om-malet"), ("Metode {#slik}", "slik"), ("A & B `c`", "a-b-c"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("way", ["", "om.md", "/om/", "/om.md?a"])
def test_missing_heading(heading: str, name: str, way: str) -> None:
    """A heading is called what the site calls it; any other name is a finding with the near one."""
    text = f"# Om\n\n[x]({way}#{name}) [y]({way}#{name}x)\n\n## {heading}\n"
    [finding] = inspect_files({"strategy/om.md": text}).diagnostics

    assert (finding.code, finding.severity) == ("missing-heading", Severity.WARNING)
    assert finding.params == {
        "target": f"{way}#{name}x", "anchor": f"{name}x", "choices": f"#om, #{name}", "near": name
    }  # fmt: skip


@pytest.mark.parametrize(
    ("target", "names"),
    [
        ("/goals/#noe", []), ("/#noe", []), ("/timeline/#noe", []), ("/goals/mal/#noe", []),
        ("/goals/#ls-words", None), ("/goals/mal/#ls-sources", None), ("/om.csv#noe", None),
        ("/goals/page-2/#noe", None), ("/data/catalogue.json#noe", None),
    ],
)  # fmt: skip
@pytest.mark.parametrize("overridden", [False, True])
def test_pages_that_the_site_makes(target: str, names: list[str] | None, overridden: bool) -> None:
    """They have no headings that people wrote; what their own parts are called is not judged, nor
    what templates of the strategy's own may have.
    """
    files: dict[str, str | bytes | None] = {
        "strategy/om.md": f"[x]({target})\n", "strategy/om.csv": "a;b\n"
    }  # fmt: skip
    if overridden:
        files["overrides/views/index.html"] = ""
    findings = inspect_files(files).diagnostics
    expected = [] if names is None or overridden else [("missing-heading", "none")]

    assert [(finding.code, finding.params.get("case")) for finding in findings] == expected


def test_texts_without_a_link_into_them_are_not_rendered() -> None:
    """Only what a fragment leads to costs a rendering, and once at that."""
    rendered: list[str] = []

    def anchors(text: str) -> tuple[str, ...]:
        rendered.append(text)
        return ("a",)

    context = replace(CONTEXT, anchors=anchors, addresses={"goals/": "goal"})
    links = "[x](/goals/to/#a) [x](/goals/to/#a) [y](/goals/tre/)"
    to, tre = a_goal(id="to", description="To"), a_goal(id="tre", description="Tre")
    entries = (an_area(), a_goal(description=links), to, tre)

    assert found("missing-heading", *entries, context=context) == []
    assert rendered == ["To"]


def test_a_text_that_cannot_be_rendered_has_no_missing_headings() -> None:
    """Nothing is said about a text that nobody could look into."""
    context = replace(CONTEXT, anchors=lambda text: None)

    assert found("missing-heading", a_goal(description="[x](#a)"), context=context) == []
