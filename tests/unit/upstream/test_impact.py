"""What a new version of a strategy above asks of a council, crossed with what is decided here."""

from __future__ import annotations

import json
from typing import Any

import pytest

from living_strategy.content.graph import Graph
from living_strategy.content.records.upstream import earlier_path
from living_strategy.language import Language
from living_strategy.model.adoption import AdoptionState
from living_strategy.model.catalogue import CatalogueEntry, EntryState
from living_strategy.upstream.cells import CELLS, Need, cell
from living_strategy.upstream.difference import ItemNature
from living_strategy.upstream.impact import impact
from living_strategy.upstream.impact_rows import Impact
from living_strategy.upstream.impact_words import words_for
from living_strategy.upstream.kept import needed
from tests.factories import inspect_files, valid_files
from tests.national import a_catalogue, pinned_files
from tests.unit.upstream.test_difference import SUMMARY, entry, read

SETTINGS = "strategy/strategy.yml"
NATIONAL = "upstream: [{name: ks, title: Den nasjonale strategien}]\n"
RETIRED = EntryState.RETIRED
STATES = (*AdoptionState, None)
# The table of the design: what is asked for, by nature, for each state in the order of STATES
# (adopted, adapted, planned, under consideration, declined, not relevant, not treated).
D, A, R, K, N = Need
TABLE = {
    ItemNature.EDITORIAL: (K, K, N, N, N, N, N),
    ItemNature.REPORTED: (N, N, N, N, N, N, N),
    ItemNature.CLARIFICATION: (R, R, K, K, N, N, K),
    ItemNature.SUBSTANTIVE: (D, D, A, A, R, R, K),
    ItemNature.UNSEEN: (D, D, A, A, R, R, K),
    ItemNature.MOVED: (A, A, A, K, N, N, K),
    ItemNature.NEW: (R, R, R, R, R, R, R),
    ItemNature.RETIRED: (D, D, A, A, K, K, N),
    ItemNature.MERGED: (D, D, A, A, A, A, K),
    ItemNature.SPLIT: (D, D, A, A, A, A, K),
}


def record(old: CatalogueEntry, state: str = "adopted", version: str = "v1", more: str = "") -> str:
    """The file of a record about a version of an entry."""
    against = f"against: {{version: {version}, hash: {old.decided}}}\n"
    return f"state: {state}\nreason: Vår grunn.\nplanned: 2027\n{against}{more}"


def graph(new: bytes, *earlier: bytes, **files: str) -> Graph:
    """The valid strategy with these versions above it; names of files have `__` for a slash."""
    kept = {earlier_path("ks", read_hash(raw)): raw for raw in earlier}
    own = {name.replace("__", "/"): text for name, text in files.items()}
    settings = {SETTINGS: f"{valid_files()[SETTINGS]}{NATIONAL}"}
    return inspect_files(settings | pinned_files(new, "v2") | kept | own).graph


def read_hash(raw: bytes) -> str:
    """The hash that the file of a catalogue has."""
    return str(json.loads(raw)["hash"])


def asked(new: bytes, *earlier: bytes, **files: str) -> Impact:
    """What the new version asks for; records are named `adoption__ks__<id>.yml`."""
    strategy = graph(new, *earlier, **files)
    return impact(strategy, strategy.corpus.upstreams["ks"])


def records(**texts: str) -> dict[str, str]:
    """Records by the ids of their entries."""
    return {f"adoption__ks__{name}.yml": text for name, text in texts.items()}


def v2(*entries: CatalogueEntry, **changes: Any) -> bytes:
    """The file of a later version."""
    return a_catalogue(*entries, name="v2", date="2026-12-01", **changes)


@pytest.mark.parametrize("nature", ItemNature)
def test_the_whole_table(nature: ItemNature) -> None:
    """Every cell asks for what the design says, and has a sentence in both written languages."""
    assert tuple(cell(nature, state).need for state in STATES) == TABLE[nature]
    assert CELLS[nature].keys() == set(STATES)
    for state in STATES:
        sentence = cell(nature, state).sentence
        told = {Language.load(code).text(sentence) for code in ("nb", "nn")}
        assert sentence not in told
        assert not any(text.endswith(".") for text in (sentence, *told))


def test_nothing_changed_has_no_rows() -> None:
    """The same version again asks for nothing, whatever is decided."""
    goal = entry()
    again = asked(a_catalogue(goal), a_catalogue(goal), **records(data=record(goal)))
    assert (again.rows, again.asks) == ((), 0)


CHANGES: dict[ItemNature, tuple[CatalogueEntry, ...]] = {
    ItemNature.EDITORIAL: (entry(summary=SUMMARY[:-1] + "!"),),
    ItemNature.REPORTED: (entry(note="En merknad."),),
    ItemNature.CLARIFICATION: (entry(summary="Noe helt annet står her nå."),),
    ItemNature.SUBSTANTIVE: (entry(area="tillit"),),
    ItemNature.RETIRED: (entry(state=RETIRED),),
    ItemNature.MERGED: (entry(state=RETIRED, replaced_by=("a",)), entry(entry_id="a")),
    ItemNature.SPLIT: (
        entry(state=RETIRED, replaced_by=("a", "b")),
        entry(entry_id="a"),
        entry(entry_id="b"),
    ),
}


@pytest.mark.parametrize("nature", CHANGES)
@pytest.mark.parametrize("state", STATES)
def test_each_change_meets_each_state(nature: ItemNature, state: AdoptionState | None) -> None:
    """From the files of a strategy, through two versions, to the cell of the table."""
    old = entry()
    overlays = f"overlays: [{{field: note, text: Vårt., base: {'0' * 64}}}]\n"
    files = records(data=record(old, state.value, more=overlays)) if state else {}
    if nature is ItemNature.REPORTED:
        files = {name: text.replace("note", "description") for name, text in files.items()}
    found = asked(v2(*CHANGES[nature]), a_catalogue(old), **files)
    row = next(row for row in found.rows if row.entry.id == "data")

    assert (row.difference.nature, row.state) == (nature, state)
    assert row.need is cell(nature, state).need
    assert row.reasons == (cell(nature, state).sentence,)
    assert row.version == ("v1" if state else "")
    assert (found.version, found.since) == ("v2", "v1")


def test_a_judgement_is_compared_with_what_was_judged() -> None:
    """Not with the version before, which may have had the change already."""
    first, second = entry(), entry(area="tillit")
    versions = (a_catalogue(first), v2(second))
    third = a_catalogue(second, entry(entry_id="ny"), name="v3", date="2027-01-01")
    found = asked(third, *versions, **records(data=record(first)))

    assert [(row.entry.id, row.difference.nature, row.version) for row in found.rows] == [
        ("data", ItemNature.SUBSTANTIVE, "v1"),
        ("ny", ItemNature.NEW, ""),
    ]
    assert found.since == "v2"
    renewed = asked(third, *versions, **records(data=record(second, version="v2")))
    assert [row.entry.id for row in renewed.rows] == ["ny"]


def test_without_the_earlier_wording() -> None:
    """It is said that something differs, and that nobody can see what."""
    found = asked(v2(entry(area="tillit")), **records(data=record(entry())))
    (row,) = found.rows
    told = words_for(graph(v2(entry())), (), Language.load("nb")).reasons(row)

    assert (row.difference.nature, row.need, found.since) == (ItemNature.UNSEEN, Need.DECIDE, "")
    assert told[-1] == "Teksten som ble vurdert, finnes ikke her, så forskjellen kan ikke vises"


def test_an_earlier_version_that_somebody_changed_is_not_used() -> None:
    """Neither is one whose name says another hash."""
    old = a_catalogue(entry())
    raw = old.replace(b"Deling av data", b"Deling av alt")
    strategy = graph(v2(entry(area="tillit")), raw)
    assert strategy.corpus.upstreams["ks"].earlier == ()


def test_all_is_compared_with_the_version_that_somebody_names() -> None:
    """Also what was judged against another one."""
    new = v2(entry(area="tillit"))
    strategy = graph(new, **records(data=record(entry(area="tillit"), version="v2")))
    pinned = strategy.corpus.upstreams["ks"]

    assert impact(strategy, pinned).rows == ()
    (row,) = impact(strategy, pinned, read(entry())).rows
    assert (row.difference.nature, row.need) == (ItemNature.SUBSTANTIVE, Need.DECIDE)


def test_a_record_under_an_earlier_id() -> None:
    """It goes with the entry; an entry that was merged into another one keeps its own record."""
    first = a_catalogue(entry(entry_id="deling"), entry(entry_id="b", area="x"))
    new = v2(entry(aliases=["deling", "b"], area="tillit"))
    found = asked(
        new,
        first,
        **records(
            deling=record(entry(entry_id="deling")),
            b=record(entry(entry_id="b", area="x"), "declined"),
        ),
    )
    states = {row.difference.old.id: row.state for row in found.rows if row.difference.old}
    assert states == {"deling": AdoptionState.ADOPTED, "b": AdoptionState.DECLINED}


def test_local_words_are_shown_beside_both_national_ones() -> None:
    """Three ways, also where only the form of the national text was put right."""
    old, new = entry(), entry(summary=SUMMARY[:-1] + "!")
    overlay = f"overlays: [{{field: summary, text: Alltid., base: {old.hashes['summary']}}}]\n"
    found = asked(v2(new), a_catalogue(old), **records(data=record(old, "adapted", more=overlay)))
    (row,) = found.rows

    assert row.overlays == (("summary", SUMMARY, SUMMARY[:-1] + "!", "Alltid."),)
    assert (row.need, len(row.reasons)) == (Need.READ, 2)
    # Another field: the local words stand as they did.
    other = asked(
        v2(entry(area="tillit")),
        a_catalogue(old),
        **records(data=record(old, "adapted", more=overlay)),
    )
    assert other.rows[0].overlays == ()


MEASURE = """\
---
title: Vårt tiltak
summary: Det vi gjør.
goals: [ks:data]
status: ongoing
period: {{start: 2026, end: {end}}}
milestones: [{{title: Ferdig, date: 2027-03}}, {{title: Begynt, date: 2026-02, done: 2026-02}}]
as_of: 2026
sources: [{{title: Saken, publisher: Kommunen}}]
---
"""


def test_local_dates_beside_a_moved_one() -> None:
    """Those of what names the entry, or a goal that it serves; what is done is no promise."""
    goal = entry()
    old = entry("measure", "felles", goals=["data"], milestones=[{"title": "Klar", "date": "2028"}])
    new = entry(
        "measure", "felles", goals=["data"], milestones=[{"title": "Klar", "date": "2027-01"}]
    )
    file = {"measures__vart.md": MEASURE.format(end="2026-12")}
    (row,) = asked(v2(goal, new), a_catalogue(goal, old), **file).rows

    assert (row.entry.id, row.difference.nature) == ("felles", ItemNature.MOVED)
    assert [(date.entry.id, date.what, str(date.date), date.is_later) for date in row.dates] == [
        ("vart", "Ferdig", "2027-03", True),
        ("vart", "", "2026-12", False),
    ]


def test_links_to_what_is_in_force_no_more() -> None:
    """With what may be named instead; what nobody decided about asks for something, too."""
    gone = entry(state=RETIRED, replaced_by=("ny",))
    file = {"measures__vart.md": MEASURE.format(end="2027")}
    found = asked(v2(gone, entry(entry_id="ny")), a_catalogue(entry()), **file)
    row = found.rows[0]

    assert (row.entry.id, row.need) == ("data", Need.ACT)
    assert row.references == (("vart", "ks:data", ("ks:ny",)),)
    words = words_for(graph(v2(gone), **file), (), Language.load("nb"))
    assert words.here(row) == ("Vårt tiltak viser til ks:data; skriv ks:ny i stedet",)


def test_what_councils_do_not_decide_about() -> None:
    """A measure asks for something only where something here names it."""
    old, new = entry("measure", "felles"), entry("measure", "felles", priority=1)
    (row,) = asked(v2(new), a_catalogue(old)).rows
    assert (row.need, row.reasons) == (Need.NOTHING, ("Nothing here builds on it",))


def test_the_weightiest_stands_first() -> None:
    """Then goals before the rest, then by id."""
    goals = [entry(entry_id=name) for name in ("a", "b", "c")]
    new = v2(
        entry(entry_id="a", note="Ny."),
        entry(entry_id="b", area="x"),
        entry(entry_id="c", area="x"),
    )
    found = asked(new, a_catalogue(*goals), **records(c=record(goals[2]), b=record(goals[1])))
    assert [(row.entry.id, row.need) for row in found.rows] == [
        ("b", Need.DECIDE), ("c", Need.DECIDE), ("a", Need.NOTHING),
    ]  # fmt: skip
    assert (found.asks, len(found.of(Need.DECIDE))) == (2, 2)


def test_without_a_pin_nothing_is_asked() -> None:
    """There is nothing to compare."""
    strategy = inspect_files({SETTINGS: f"{valid_files()[SETTINGS]}{NATIONAL}"}).graph
    assert impact(strategy, strategy.corpus.upstreams["ks"]).rows == ()


def test_versions_are_kept_as_long_as_somebody_judged_them() -> None:
    """And the one before, so that what is new can be told."""
    first, second, third = (entry(area=area) for area in ("a", "b", "c"))
    old = [read(first), read(second, name="v2", date="2026-12-01")]
    new = read(third, name="v3", date="2027-01-01")
    strategy = graph(v2(second), **records(data=record(first)))
    adoptions = strategy.corpus.adoptions

    assert [kept.version for kept in needed(adoptions, old[1], old[:1], new)] == ["v2", "v1"]
    assert [kept.version for kept in needed((), old[1], old[:1], new)] == ["v2"]
    assert needed(adoptions, new, (), new) == ()
    renewed = graph(v2(second), **records(data=record(third))).corpus.adoptions
    assert [kept.version for kept in needed(renewed, old[1], old[:1], new)] == ["v2"]
