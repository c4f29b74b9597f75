"""What search engines may read as data."""

from __future__ import annotations

import json
from typing import Any

import pytest

from living_strategy.language import Language
from living_strategy.model import Entry
from living_strategy.model.values import Status
from living_strategy.settings import Publication, Settings
from living_strategy.site.parts.linked_data import of_entry, of_open_data, of_strategy
from tests.factories import a_goal, a_graph, a_measure, a_project, an_area, an_organisation


def read(text: str) -> dict[str, Any]:
    """The data, which must be whole JSON."""
    data: dict[str, Any] = json.loads(text)
    assert data["@context"] == "https://schema.org"
    return data


def of(entry: Entry, *others: Entry) -> str:
    """The data of an entry in a strategy."""
    return of_entry(entry, a_graph(entry, *others))


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (Status.PLANNED, "https://schema.org/PotentialActionStatus"),
        (Status.ONGOING, "https://schema.org/ActiveActionStatus"),
        (Status.COMPLETED, "https://schema.org/CompletedActionStatus"),
        (Status.STOPPED, "https://schema.org/FailedActionStatus"),
        (Status.PAUSED, None),
    ],
)
def test_status_of_a_measure(status: Status, expected: str | None) -> None:
    """schema.org knows four states of an action, and none for one that is paused."""
    measure = a_measure(status=status.value, status_reason="Grunn.")

    assert read(of(measure, a_goal(), an_area())).get("actionStatus") == expected


def test_a_measure_names_who_and_when() -> None:
    """Those who carry it out, public bodies as such, and the period as far as it is known."""
    measure = a_measure(responsible=["ks", "etat"], period={"start": "2024-03"})
    agency = an_organisation(id="etat", title="Etaten", type="agency")
    data = read(of(measure, a_goal(), an_area(), an_organisation(), agency))

    assert data["agent"] == [
        {"@type": "Organization", "name": "KS"},
        {"@type": "GovernmentOrganization", "name": "Etaten"},
    ]
    assert (data["startTime"], data.get("endTime", "open")) == ("2024-03", "open")


def test_other_kinds() -> None:
    """A project is one; there is no word for a goal."""
    assert read(of(a_project(), a_measure(), a_goal(), an_area()))["@type"] == "Project"
    assert of(a_goal(), an_area()) == ""


def test_nothing_in_the_data_ends_the_element() -> None:
    """Titles are free text, and stand in a script element."""
    title = '</script><script>x()</script> & "y" <!--'
    text = of(a_measure(title=title), a_goal(), an_area())

    assert not {"<", ">", "&"} & set(text)
    assert read(text)["name"] == title


def test_the_strategy_and_its_data() -> None:
    """Owner, period and licences are those of the settings."""
    settings = Settings.model_validate(
        {"title": "Strategien", "owner": "ks", "period": {"start": "2017"}}
    )
    graph, language = a_graph(an_organisation(), settings=settings), Language.load("nb")
    work = read(of_strategy(graph, language))
    data = read(of_open_data(graph, language, {"../data/goals.csv": "Mål"}))

    assert (work["temporalCoverage"], work["inLanguage"]) == ("2017/..", "nb")
    assert work["publisher"] == data["creator"] == {"@type": "Organization", "name": "KS"}
    assert work["license"] == settings.text_licence.url
    assert data["license"] == settings.data_licence.url
    assert data["distribution"][0]["contentUrl"] == "../data/goals.csv"
    assert "publisher" not in read(of_strategy(a_graph(), language))


def test_nobody_publishes_a_demonstration() -> None:
    """Others show the strategy of an owner, who does not answer for their texts."""
    settings = Settings(title="Strategien", owner="ks", publication=Publication.DEMONSTRATION)
    graph, language = a_graph(an_organisation(), settings=settings), Language.load("nb")

    assert "publisher" not in read(of_strategy(graph, language))
    assert "creator" not in read(of_open_data(graph, language, {}))
