"""Who leads and owns what, and how new the word about it is."""

from __future__ import annotations

from datetime import date

from living_strategy.figures.leads import Leads, who_leads
from living_strategy.model import Component
from tests.factories import a_goal, a_graph, a_measure, a_project, an_area, an_organisation

TODAY = date(2026, 11, 21)


def test_everybody_has_what_is_in_force_and_most_comes_first() -> None:
    """What two share counts for both; work without anybody comes last, and other things nowhere."""
    ks, dig = an_organisation(), an_organisation(id="dig", title="Digdir")
    shared = a_measure(responsible=["ks", "dig"], status_date="2025")
    old = a_measure(id="old", responsible=["ks"], status_date="2023")
    over = a_project(lead="ks", status="completed", status_date="2026")
    unled = a_measure(id="unled")
    owned = Component.model_validate({"id": "fiks", "title": "Fiks", "owner": "ks"})
    gone = {"retired": {"date": "2024", "reason": "Slutt."}}
    graph = a_graph(
        an_area(), a_goal(), ks, dig, shared, old, over, unled, owned,
        Component.model_validate({"id": "fri", "title": "Fri"}),
        a_measure(id="gone", responsible=["dig"], **gone),
    )  # fmt: skip

    leads = who_leads(graph, TODAY)

    assert leads == (
        Leads(ks, (shared, old, over, owned), 1, 1), Leads(dig, (shared,), 1, 0),
        Leads(None, (unled,), 0, 0),
    )  # fmt: skip
    assert leads[0].counts == {
        "measure": 2, "project": 1, "component": 1, "scheme": 0, "framework": 0,
    }  # fmt: skip
    assert [leads[0].work, leads[0].older, leads[0].owned] == [3, 1, 1]


def test_those_who_left_lead_nothing() -> None:
    """Then nobody does."""
    gone = an_organisation(retired={"date": "2024", "reason": "Slått sammen."})
    measure = a_measure(responsible=["ks"])

    assert who_leads(a_graph(an_area(), a_goal(), gone, measure), TODAY) == (
        Leads(None, (measure,), 0, 0),
    )
