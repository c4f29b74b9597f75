"""What a later version has deleted without a word is known here as long as somebody names it."""

from __future__ import annotations

from living_strategy.content.records.upstream import earlier_path, gone_entries
from living_strategy.diagnostics import Severity
from living_strategy.inspection import Inspection
from living_strategy.language import Language
from living_strategy.model.catalogue import EntryState
from living_strategy.papers.forms import FORMS
from living_strategy.papers.impact.council_paper import council_paper
from living_strategy.papers.impact.report import impact_report
from living_strategy.upstream.difference import ItemNature
from living_strategy.upstream.impact import impact
from living_strategy.upstream.impact_words import words_for
from living_strategy.upstream.kept import needed
from tests.factories import inspect_files, valid_files
from tests.national import a_catalogue, a_national_goal, pinned_files
from tests.unit.upstream.test_difference import read
from tests.unit.upstream.test_impact import NATIONAL, SETTINGS, read_hash, record

STAYS, GOES = a_national_goal(), a_national_goal("data", title="Deling av data")
V1 = a_catalogue(STAYS, GOES)
V2 = a_catalogue(STAYS, name="v2", date="2026-12-01")


def inspected(new: bytes, earlier: bytes | None = None, decided: str = "") -> Inspection:
    """The strategy that adopted and names both goals, with this version above it, and an
    earlier one.
    """
    measure = str(valid_files()["measures/tiltak.md"])
    kept = {earlier_path("ks", read_hash(earlier)): earlier} if earlier else {}
    files = pinned_files(new) | kept
    return inspect_files(
        files
        | {
            SETTINGS: f"{valid_files()[SETTINGS]}{NATIONAL}",
            "measures/tiltak.md": measure.replace("[mal]", "[mal, ks:data]")
            + "\nSe [[ks:data]].\n",
            "adoption/ks/data.yml": record(GOES, more=decided),
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


def test_a_council_reads_what_it_decides_about() -> None:
    """The last decision, why the goal left, what took over, and no id; the report has the ids."""
    retired = {"date": "2027-01-01", "reason": "Det er delt."}
    halves = [
        a_national_goal(name, title=name.capitalize(), summary=f"Om {name}.", replaces=("data",))
        for name in ("deling", "innsyn")
    ]
    gone = a_national_goal(
        "data",
        title="Deling av data",
        state=EntryState.RETIRED,
        replaced_by=("deling", "innsyn"),
        retired=retired,
    )
    new = a_catalogue(STAYS, gone, *halves, name="v2", date="2026-12-01")
    decided = "decision: {body: ks, date: 2026-06-18, case: PS 45/26}\n"
    graph = inspected(new, V1, decided).graph
    pinned = graph.corpus.upstreams["ks"]
    assert pinned.catalogue
    asked, words = impact(graph, pinned), words_for(graph, (pinned.catalogue,), Language.load("nb"))
    paper = FORMS[1].render(council_paper(asked, pinned.catalogue, words, "i dag"))
    report = FORMS[1].render(impact_report(asked, pinned.catalogue, words))

    for line in (
        "Sist vedtatt her: KS, 18. juni 2026, sak PS 45/26",
        "Begrunnelsen da: Vår grunn",
        "Utgått 1. januar 2027: Det er delt",
        "Har tatt over: Deling. Om deling",
        "«Tiltak» bygger på det her",
        "velg ett: «Deling» og «Innsyn» gjelder her i stedet / bare «Deling» gjelder her i ",
    ):
        assert line in paper.replace("\xa0", " "), line
    # What took over is decided on where the goal is, not once more as something new.
    assert "Nytt, og ikke behandlet" not in paper
    assert "ks:" not in paper
    assert "Har tatt over: Deling (deling), Innsyn (innsyn)" in report
    assert "Tiltak viser til ks:data; skriv ks:deling eller ks:innsyn i stedet" in report
    assert "Det sier: Om deling" in report
    assert "Det tar over for: Deling av data" in report
