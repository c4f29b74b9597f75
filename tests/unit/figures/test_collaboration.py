"""Who takes part in the work of one municipality or county."""

from __future__ import annotations

from typing import Any

from living_strategy.figures.collaboration import Collaboration, Companion, collaboration
from living_strategy.language import Language
from living_strategy.model import Network
from living_strategy.settings import Settings
from tests.factories import a_goal, a_graph, a_measure, a_project, an_area, an_organisation

SORT_KEY = Language.load("nb").sort_key
OWN = an_organisation(id="stavanger", title="Stavanger kommune", type="municipality", number="1103")
NOBODY = Collaboration((), (), ())


def _of(*entries: Any, owner: str | None = "stavanger") -> Collaboration:
    settings = Settings(title="Prøve", owner=owner)
    return collaboration(a_graph(an_area(), a_goal(), OWN, *entries, settings=settings), SORT_KEY)


def test_units_places_and_others() -> None:
    """Those in most come first, then by name; a municipality with an entry of its own is shown by
    that, once, however it is named; the owner itself is nobody's companion.
    """
    sandnes = an_organisation(id="sandnes", title="Sandnes", type="municipality", number="1108")
    smart = an_organisation(id="smart", title="Smartby", type="group", part_of="stavanger")
    network = Network.model_validate({"id": "nett", "title": "DigiNett"})
    measure = a_measure(responsible=["stavanger"], responsible_unit="Digitalisering")
    project = a_project(
        lead="stavanger",
        partners=["sandnes", "smart"],
        participants=["1108", "1103", "3201", "nett"],
    )
    second = a_project(id="andre", lead="sandnes", responsible_unit="IT i Sandnes")

    assert _of(sandnes, smart, network, measure, project, second) == Collaboration(
        (Companion("Digitalisering", None, (measure,)), Companion("Smartby", smart, (project,))),
        (Companion("Sandnes", sandnes, (project, second)), Companion("Bærum", None, (project,))),
        (Companion("DigiNett", network, (project,)),),
    )


def test_a_unit_counts_where_nobody_else_is_responsible() -> None:
    """Who writes the unit and not the owner means a unit of the owner."""
    measure = a_measure(responsible_unit="Skole")

    assert _of(measure).units == (Companion("Skole", None, (measure,)),)


def test_what_is_not_in_force_does_not_count() -> None:
    """Neither work that is retired, nor those who are gone."""
    retired = {"retired": {"date": "2024", "reason": "Slutt."}}
    gone = an_organisation(id="borte", title="Borte", **retired)

    assert _of(gone, a_measure(responsible_unit="Skole", **retired)) == NOBODY
    assert _of(gone, a_measure(responsible=["borte"])) == NOBODY


def test_only_a_municipality_or_county_has_companions() -> None:
    """A strategy of others is not about us; nor is one whose owner is not told."""
    measure = a_measure(responsible=["stavanger"])

    assert _of(an_organisation(), measure, owner="ks") == NOBODY
    assert _of(measure, owner=None) == NOBODY
    assert not NOBODY.is_known
