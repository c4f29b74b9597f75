"""The configuration of the form follows the model, the content and the settings."""

from __future__ import annotations

from typing import Any

import pytest

from living_strategy.content.source_file import SourceFile
from living_strategy.forms.web.backend import backend, is_other_host
from living_strategy.forms.web.checks import checks, messages
from living_strategy.forms.web.decap import TEST, decap, locale
from living_strategy.forms.web.shown import LEFT_TO_TEXT
from living_strategy.forms.web.words import words
from living_strategy.language import Language
from living_strategy.model import Goal, Measure, Organisation, Term
from living_strategy.model.own_words import speaking
from living_strategy.settings import Settings
from living_strategy.settings.form import EditingForm
from tests.factories import (
    a_goal,
    a_graph,
    a_measure,
    a_project,
    a_record,
    an_area,
    an_organisation,
)

NB = Language.load("nb")
GITHUB = EditingForm.model_validate({"host": "github", "login": "https://login.example.org/auth"})
GITLAB = EditingForm.model_validate({"host": "gitlab", "login": "abc", "branch": "trunk"})


def collections(*entries: Any, language: Language = NB, **settings: Any) -> dict[str, Any]:
    """Return the collections of a strategy with these entries, by name."""
    read = Settings.model_validate({"title": "Strategi", **settings})
    config = decap(a_graph(*entries, settings=read), speaking(language, read), TEST, "")
    return {collection["name"]: collection for collection in config["collections"]}


def fields(collection: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a collection of items, or of the entries of a register, by name."""
    (file,) = collection.get("files", (None,))
    shown = file["fields"][0]["fields"] if file else collection["fields"]
    return {field["name"]: field for field in shown}


def test_a_collection_for_each_kind_in_use() -> None:
    """Switched off is not offered; own words stand where readers meet them."""
    terms = {"kinds": {"measure": {"one": "grep", "many": "grep", "the_one": "grepet"}}}
    offered = collections(an_area(), use={"networks": "off"}, terms=terms)

    assert list(offered) == [
        *("areas", "goals", "measures", "projects", "organisations", "bodies", "components"),
        *("schemes", "frameworks", "terms", "settings"),
    ]
    assert offered["measures"]["label_singular"] == "grep"
    assert offered["measures"]["folder"] == "measures"
    assert offered["areas"]["files"][0]["file"] == "strategy/strategy.yml"
    assert offered["terms"]["files"][0]["file"] == "strategy/registers/terms.yml"


def test_every_field_is_there() -> None:
    """Of an item without its id, which is the name of the file; the text is a plain one."""
    offered = collections(an_area())
    measure, term = fields(offered["measures"]), fields(offered["terms"])

    assert {*measure} == {*Measure.model_fields, "body"} - {"id", "description"}
    assert {*term} == {*Term.model_fields}
    assert [*measure][:3] == ["title", "summary", "goals"]
    assert (measure["body"]["widget"], measure["body"]["required"]) == ("text", False)
    assert (term["id"]["required"], term["summary"]["required"]) == (True, True)


def test_settings() -> None:
    """All but those that are left to text, each with a reason; the areas have their own list."""
    settings = fields_of_settings(an_area())
    left = LEFT_TO_TEXT[Settings]

    assert {*settings} == {*Settings.model_fields} - left
    assert left <= {*Settings.model_fields}
    assert all(LEFT_TO_TEXT[model] <= {*model.model_fields} for model in LEFT_TO_TEXT)
    assert all(field["label"] for field in settings.values())
    assert [*inside(settings["design"])] == ["colour", "name"]
    assert [*inside(settings["terms"])] == ["sector", "kinds", "pages"]
    assert "address" not in inside(inside(inside(settings["terms"])["kinds"])["goal"])
    assert settings["contact"]["pattern"][1].startswith("En e-postadresse")


def test_choices_of_settings() -> None:
    """Entries and indicators by their titles; a closed choice has its help, in its own words."""
    indicators = [{"id": "andel", "title": "Andel", "unit": "percent", "direction": "up"}]
    goal = a_goal(id="g", title="Åpenhet", indicators=indicators)
    settings = fields_of_settings(
        an_area(), goal, an_organisation(id="ks", title="KS"), results=["g/andel", "g/borte"]
    )

    assert settings["owner"]["options"] == [{"label": "KS (organisasjon)", "value": "ks"}]
    assert settings["results"]["options"] == [
        {"label": "Åpenhet: Andel", "value": "g/andel"},
        {"label": "g/borte", "value": "g/borte"},
    ]
    assert (settings["results"]["max"], inside(settings["doors"])["ways"]["max"]) == (6, 3)
    assert inside(settings["use"])["timeline"]["hint"].startswith("Av: ")
    assert inside(settings["use"])["results"]["options"] == [
        {"label": "På", "value": "on"},
        {"label": "Av", "value": "off"},
    ]
    assert inside(settings["meetings"])["body"]["options"] == settings["owner"]["options"]
    assert "hint" not in settings["owner"]


def fields_of_settings(*entries: Any, **settings: Any) -> dict[str, Any]:
    """Return the fields of the settings, by name."""
    (file,) = collections(*entries, **settings)["settings"]["files"]
    assert file["file"] == "strategy/strategy.yml"
    return {field["name"]: field for field in file["fields"]}


def inside(part: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a part, by name."""
    return {field["name"]: field for field in part["fields"]}


def test_items_in_yml_files() -> None:
    """They have a list of their own, where there are any; the text is one of their fields."""
    goal = a_record(a_goal(id="g"), source=SourceFile("goals/g.yml", ""))
    others = {entry.id: a_record(entry) for entry in (an_area(), a_measure(goals=["g"]))}
    graph = a_graph(records={"g": goal, **others})
    offered = {c["name"]: c for c in decap(graph, NB, TEST, "")["collections"]}

    assert [name for name in offered if name.endswith("-yml")] == ["goals-yml"]
    bare_goals = offered["goals-yml"]
    assert (bare_goals["folder"], bare_goals["extension"]) == ("goals", "yml")
    assert (bare_goals["label"], bare_goals["create"]) == ("Mål (.yml)", False)
    assert {field["name"] for field in bare_goals["fields"]} == {*Goal.model_fields} - {"id"}


def test_what_is_written_in_a_part_stays_a_choice() -> None:
    """Also where nobody would choose it now."""
    project = a_project(funding=[{"scheme": "borte", "year": 2024, "amount": 1}])
    funding = inside(fields(collections(an_area(), project)["projects"])["funding"])

    assert funding["scheme"]["options"] == [{"label": "borte", "value": "borte"}]


def test_choices_are_words() -> None:
    """Titles in order, the kind behind the name where there are several, what is retired last, and
    what is written although nobody would choose it.
    """
    entries = (
        an_area(),
        a_goal(id="b", title="Åpenhet"),
        a_goal(id="a", title="Zoom", retired={"date": "2020", "reason": "Nådd."}),
        a_goal(id="c", title="Bredbånd"),
        a_measure(goals=["b", "ks:x"]),
        an_organisation(id="ks", title="KS"),
    )
    measure = fields(collections(*entries)["measures"])

    assert measure["goals"]["options"] == [
        {"label": "Bredbånd", "value": "c"},
        {"label": "Åpenhet", "value": "b"},
        {"label": "Zoom – utgått", "value": "a"},
        {"label": "ks:x", "value": "ks:x"},
    ]
    assert {"label": "KS (organisasjon)", "value": "ks"} in measure["responsible"]["options"]
    assert {"label": "Pågår", "value": "ongoing"} in measure["status"]["options"]
    assert measure["goals"]["multiple"] is True
    assert "hint" not in measure["goals"]


def test_parts_that_may_be_left_out() -> None:
    """Nothing in them is required by the form: it would not save an entry without them. In a list
    it is.
    """
    indicator = fields(collections(an_area())["goals"])["indicators"]
    inside = {field["name"]: field for field in indicator["fields"]}
    baseline = {field["name"]: field["required"] for field in inside["baseline"]["fields"]}

    assert indicator["label_singular"] == "indikator"
    assert inside["title"]["required"] is True
    assert baseline == {"date": False, "value": False, "source": False, "note": False}
    assert inside["values"]["fields"][0]["required"] is True


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("status_date", ["", "2018", "2018-03", "2018-03-01"], ["i fjor", "18", "2018-3"]),
        ("priority", ["", "1"], ["1.5", "en"]),
    ],
)
def test_patterns(name: str, right: list[str], wrong: list[str]) -> None:
    """What is no date or number is refused, with a sentence; what is empty is not."""
    import re

    pattern, message = fields(collections(an_area())["measures"])[name]["pattern"]

    assert [text for text in right if not re.search(pattern, text)] == []
    assert [text for text in wrong if re.search(pattern, text)] == []
    assert message


def test_where_proposals_go() -> None:
    """By the address of the repository: GitHub itself, one of an organisation's own, GitLab."""
    github = backend("https://github.com/ks/strategi.git", GITHUB, NB)
    own = backend("https://git.example.org/ks/strategi/", GITHUB, NB)
    gitlab = backend("https://gitlab.com/ks/a/strategi", GITLAB, NB)

    assert github
    assert github.origins == ("https://api.github.com",)
    assert github.settings == {
        "name": "github",
        "repo": "ks/strategi",
        "branch": "main",
        "commit_messages": {
            "create": "Nytt: {{slug}}",
            "update": "Endret: {{slug}}",
            "delete": "Fjernet: {{slug}}",
        },
        "api_root": "https://api.github.com",
        "base_url": "https://login.example.org",
        "auth_endpoint": "auth",
    }
    assert own
    assert own.settings["api_root"] == "https://git.example.org/api/v3"
    assert gitlab
    assert gitlab.origins == ("https://gitlab.com",)
    assert {key: gitlab.settings[key] for key in ("repo", "branch", "auth_type", "app_id")} == {
        "repo": "ks/a/strategi",
        "branch": "trunk",
        "auth_type": "pkce",
        "app_id": "abc",
    }
    for address in ("", "git@github.com:ks/strategi", "https://github.com/", "https:///a/b"):
        assert backend(address, GITHUB, NB) is None


@pytest.mark.parametrize(
    "address",
    [
        "http://[x/a/b",
        "https://user:secret@git.example.org/ks/strategi",
        "https://git.example.org;script-src */ks/strategi",
        "https://git.example.org evil.example/ks/strategi",
        "https://github.com/../strategi",
        "https://github.com/ks/..",
        'https://github.com/ks/a b"c',
    ],
)
def test_addresses_that_say_more_than_a_repository(address: str) -> None:
    """The policy of the page and the settings are public: no secret gets there."""
    assert backend(address, GITHUB, NB) is None


def test_hosts_in_any_letters() -> None:
    """Capital letters make no other host, and a name may begin with a dot."""
    target = backend("https://GitHub.com/ks/.github", GITHUB, NB)

    assert target
    assert target.origins == ("https://api.github.com",)
    assert target.settings["repo"] == "ks/.github"


@pytest.mark.parametrize(
    ("address", "form", "expected"),
    [
        ("https://github.com/ks/strategi", GITLAB, True),
        ("https://GitLab.com/ks/strategi", GITHUB, True),
        ("https://gitlab.com/ks/strategi", GITLAB, False),
        ("https://git.example.org/ks/strategi", GITHUB, False),
        ("https://git.example.org/ks/strategi", GITLAB, False),
        ("https://[github.com/ks/strategi", GITLAB, False),
    ],
)
def test_a_host_of_another_sort(address: str, form: EditingForm, expected: bool) -> None:
    """The two that everybody knows are no host of the other sort; others may be either."""
    assert is_other_host(address, form) is expected
    if expected:
        assert backend(address, form, NB) is None


def test_settings_are_looked_at_before_saving() -> None:
    """Parts with what they need."""
    looked = checks(Settings, a_graph(an_area()), NB)
    (vision,) = [part for part in looked["parts"] if part["name"] == "vision"]

    assert (looked["ways"], looked["ids"]) == ([], [])
    assert vision["needed"] == [{"name": "text", "label": "Visjon"}]


def test_login_without_a_path_has_no_endpoint() -> None:
    """The program then asks where it always does."""
    form = EditingForm.model_validate({"host": "github", "login": "https://login.example.org"})
    target = backend("https://github.com/ks/strategi", form, NB)

    assert target
    assert "auth_endpoint" not in target.settings


def test_what_is_looked_at_before_saving() -> None:
    """Ways up, parts with what they need, and the ids of a register."""
    graph = a_graph(an_area(), an_organisation(id="ks"))
    measure, goal = checks(Measure, graph, NB), checks(Goal, graph, NB)
    indicators = next(part for part in goal["parts"] if part["name"] == "indicators")

    assert [way["label"] for way in measure["ways"]] == ["Mål", "Satsingsområder"]
    assert measure["ids"] == []
    assert checks(Organisation, graph, NB)["ids"] == ["ks"]
    assert checks(Organisation, graph, NB)["ways"] == []
    assert [part["name"] for part in indicators["parts"]] == [
        "baseline",
        "target",
        "path",
        "values",
    ]
    assert [field["name"] for field in indicators["parts"][0]["needed"]] == ["date", "value"]
    assert set(messages(NB)) == {
        *(
            "lost",
            "unreadable",
            "unknown",
            "changed",
            "half",
            "half_itself",
            "way",
            "gone",
            "twice",
        ),
        "unnamed",
    }


@pytest.mark.parametrize(("code", "name"), [("nb", "nb_no"), ("nn", "nn_no"), ("sv-FI", "sv")])
def test_words_of_the_program(code: str, name: str) -> None:
    """The program has other names for languages, and places of its own for what it fills in."""
    language = Language.bare(code)

    assert locale(language) == name
    assert words(language)["editor"]["editorWidgets"]["list"]["add"] == "Add %{item}"
