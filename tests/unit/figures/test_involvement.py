"""Which projects the state leads, and where involvement is documented."""

from __future__ import annotations

from living_strategy.figures.involvement import documented_steps, is_state_led, state_projects
from living_strategy.model.project import Step
from tests.factories import a_graph, a_project, an_organisation

PILOT = {"step": "pilot", "date": "2020"}


def test_ministries_and_agencies_are_the_state() -> None:
    """Other organisations, networks and unknown leads are not."""
    graph = a_graph(
        an_organisation(id="dep", type="ministry"), an_organisation(id="dir", type="agency"),
        an_organisation(id="ks"), *(
            projects := [a_project(id=f"p{n}", lead=lead)
                         for n, lead in enumerate(["dep", "dir", "ks", "ukjent", None])]
        ),
    )  # fmt: skip

    assert [is_state_led(graph, project) for project in projects] == [
        True, True, False, False, False,
    ]  # fmt: skip


def test_projects_of_others_are_listed_when_involvement_is_documented() -> None:
    """They are marked as not led by the state."""
    graph = a_graph(
        an_organisation(id="dir", type="agency"), an_organisation(),
        a_project(id="stat", lead="dir"), a_project(id="egen", lead="ks"),
        a_project(id="felles", lead="ks", involvement=[PILOT, {"step": "pilot"}]),
    )  # fmt: skip

    projects = state_projects(graph)

    assert [(involved.project.id, involved.state_led) for involved in projects] == [
        ("stat", True),
        ("felles", False),
    ]
    assert len(projects[1].steps[Step.PILOT]) == 2
    assert projects[1].steps[Step.CONCEPT] == ()


def test_a_step_is_counted_once_a_project() -> None:
    """Two documented pilots in one project are one project with a pilot."""
    graph = a_graph(a_project(id="a", involvement=[PILOT, PILOT]), a_project(id="b", lead=None))

    counts = documented_steps(state_projects(graph))

    assert counts[Step.PILOT] == 1
    assert counts[Step.ROLLOUT] == 0
