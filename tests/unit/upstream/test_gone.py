"""What a later version has deleted without a word is known here as long as somebody names it."""

from __future__ import annotations

from living_strategy.content.records.upstream import earlier_path, gone_entries
from living_strategy.diagnostics import Severity
from living_strategy.inspection import Inspection
from living_strategy.model.catalogue import EntryState
from living_strategy.upstream.difference import ItemNature
from living_strategy.upstream.impact import impact
from living_strategy.upstream.kept import needed
from tests.factories import inspect_files, valid_files
from tests.national import a_catalogue, a_national_goal, pinned_files
from tests.unit.upstream.test_difference import read
from tests.unit.upstream.test_impact import NATIONAL, SETTINGS, read_hash, record

STAYS, GOES = a_national_goal(), a_national_goal("data", title="Deling av data")
V1 = a_catalogue(STAYS, GOES)
V2 = a_catalogue(STAYS, name="v2", date="2026-12-01")


def inspected(new: bytes, *earlier: bytes) -> Inspection:
    """The strategy that adopted and names both goals, with these versions above it."""
    measure = str(valid_files()["measures/tiltak.md"])
    files = pinned_files(new) | {earlier_path("ks", read_hash(raw)): raw for raw in earlier}
    return inspect_files(
        files
        | {
            SETTINGS: f"{valid_files()[SETTINGS]}{NATIONAL}",
            "measures/tiltak.md": measure.replace("[mal]", "[mal, ks:data]")
            + "\nSe [[ks:data]].\n",
            "adoption/ks/data.yml": record(GOES),
        }
    )


def test_it_is_retired_rather_than_unknown() -> None:
    """No error stops the site, and what was decided is not to be deleted."""
    inspection = inspected(V2, V1)
    graph = inspection.graph

    assert [(finding.code, finding.severity) for finding in inspection.diagnostics] == [
        ("outdated-judgement", Severity.INFO),
        ("retired-upstream-reference", Severity.WARNING),
        ("retired-upstream-reference", Severity.WARNING),
    ]
    assert inspection.diagnostics[0].params["case"] == "gone"
    (entry,) = graph.upstream_entries("tiltak")
    assert (entry.title, entry.state) == ("Deling av data", EntryState.REMOVED)
    (row,) = impact(graph, graph.corpus.upstreams["ks"]).rows
    assert (row.difference.nature, row.state) == (ItemNature.RETIRED, "adopted")


def test_without_an_earlier_version_it_is_unknown() -> None:
    """Then it may as well be a slip of the pen."""
    assert {finding.code for finding in inspected(V2).diagnostics} == {
        "unknown-adoption",
        "unknown-upstream-reference",
    }


def test_the_version_that_has_it_is_kept() -> None:
    """Over as many updates as it takes; a link is enough."""
    old, middle = read(STAYS, GOES), read(STAYS, name="v2", date="2026-12-01")
    new = read(STAYS, a_national_goal("mer"), name="v3", date="2027-12-01")

    assert [kept.name for kept in needed((), middle, (old,), new, ["data"])] == ["v2", "v1"]
    assert [kept.name for kept in needed((), middle, (old,), new, ["personvern"])] == ["v2"]


def test_what_has_another_id_by_now_is_found() -> None:
    """Also when the version that knew both ids is not the pinned one any more."""
    renamed = read(a_national_goal("nytt", aliases=["data"]), name="v2")
    now = read(a_national_goal("nytt"), name="v3")
    nothing = read(STAYS, name="v4")

    assert gone_entries(now, (renamed,))["data"] is now.by_id["nytt"]
    gone = gone_entries(nothing, (renamed,))
    assert (gone["data"], gone["data"].id) == (gone["nytt"], "nytt")
