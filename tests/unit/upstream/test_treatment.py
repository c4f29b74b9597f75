"""What a council says about each national goal, from the files of a strategy."""

from __future__ import annotations

import pytest

from living_strategy.content.corpus import Corpus
from living_strategy.inspection import Inspection
from living_strategy.model.adoption import AdoptionState
from living_strategy.model.catalogue import EntryState, Removed
from living_strategy.upstream.treatment import TailoredField, nearest_entry, tailored, treatments
from tests.factories import inspect_files, valid_files
from tests.national import a_catalogue, a_national_goal, pinned_files

SETTINGS = "strategy/strategy.yml"
NATIONAL = "upstream: [{name: ks, title: Den nasjonale strategien}]\n"
GOAL = a_national_goal(summary="Fra starten.")
DATA = a_national_goal("data", title="Deling av data", aliases=["deling"])
OLD = a_national_goal(
    "gammelt", title="Et gammelt mål", state=EntryState.RETIRED, replaced_by=("data",)
)
GONE = Removed("goal", "borte", "Borte", replaced_by=("gammelt",))
CATALOGUE = a_catalogue(GOAL, DATA, OLD, removed=[GONE])


def inspected(records: dict[str, str], catalogue: bytes = CATALOGUE) -> Inspection:
    """The valid strategy with a pinned catalogue and these records by their names."""
    adoption = {f"adoption/ks/{name}.yml": text for name, text in records.items()}
    settings = {SETTINGS: f"{valid_files()[SETTINGS]}{NATIONAL}"}
    return inspect_files(settings | pinned_files(catalogue) | adoption)


def corpus(records: dict[str, str]) -> Corpus:
    """What was read; nothing may be wrong with it."""
    inspection = inspected(records)
    assert inspection.diagnostics == ()
    return inspection.graph.corpus


def test_no_record_is_not_treated() -> None:
    """It is never declined; what is retired above needs no treatment, but keeps its record."""
    state = "state: declined\nreason: Ikke hos oss.\n"
    assert [(row.entry.id, row.state) for row in treatments(corpus({}), "ks")] == [
        ("data", None), ("personvern", None),
    ]  # fmt: skip
    rows = treatments(corpus({"gammelt": state, "borte": state}), "ks")
    assert [(row.entry.id, row.state) for row in rows] == [
        ("borte", AdoptionState.DECLINED), ("data", None), ("gammelt", AdoptionState.DECLINED),
        ("personvern", None),
    ]  # fmt: skip


def test_without_a_pin_nothing_is_said() -> None:
    """Neither about an upstream that nobody knows."""
    bare = inspect_files({SETTINGS: f"{valid_files()[SETTINGS]}{NATIONAL}"}).graph.corpus

    assert treatments(bare, "ks") == ()
    assert treatments(bare, "fylket") == ()


def test_a_record_is_read_as_it_is_written() -> None:
    """All that it says, and the address of the page above comes from the lock."""
    text = f"""\
state: adapted
against: {{version: v1, hash: {GOAL.decided}}}
reason: Vi går lenger.
decision: {{body: Kommunestyret, case: PS 45/26, date: 2026-06-18, url: "https://a.example/sak"}}
next_review: 2027-06
overlays: [{{field: summary, text: Hele veien., base: {GOAL.hashes["summary"]}}}]
"""
    read = corpus({"personvern": text})
    (record,) = read.adoptions
    adoption = record.adoption

    assert (record.upstream, record.id, adoption.state) == ("ks", "personvern", "adapted")
    assert adoption.state.is_in_force
    assert adoption.decision is not None
    assert (adoption.decision.body, adoption.decision.case) == ("Kommunestyret", "PS 45/26")
    (_, row) = treatments(read, "ks")
    assert row.record is record
    assert not row.is_outdated
    catalogue = read.upstreams["ks"].catalogue
    assert catalogue is not None
    assert catalogue.page(row.entry) == "https://strategi.example/mal/personvern/"


def test_a_judgement_of_another_version_is_outdated() -> None:
    """That is information, and the state stays as it was decided."""
    inspection = inspected(
        {"deling": f"state: adopted\nagainst: {{version: v0, hash: {'a' * 64}}}\n"}
    )
    (row, _) = treatments(inspection.graph.corpus, "ks")

    assert [(finding.code, finding.severity) for finding in inspection.diagnostics] == [
        ("outdated-judgement", "info")
    ]
    assert (row.entry.id, row.state, row.is_outdated) == ("data", AdoptionState.ADOPTED, True)


def test_each_field_says_where_it_is_from() -> None:
    """The local text stands in place of the national one, which is shown beside it."""
    text = f"""\
state: adapted
reason: Vi går lenger.
overlays:
  - {{field: title, text: Personvern først, base: {GOAL.hashes["title"]}}}
  - {{field: summary, text: Alltid., base: {"a" * 64}}}
  - {{field: note, text: Vår merknad., base: {"a" * 64}}}
"""
    (record,) = inspected({"personvern": text}).graph.corpus.adoptions

    assert list(tailored(GOAL, record)) == [
        TailoredField("id", "personvern", national="personvern"),
        TailoredField("title", "Personvern først", True, "Innebygd personvern"),
        TailoredField("area", "tillit", national="tillit"),
        TailoredField("summary", "Alltid.", True, "Fra starten.", is_base_changed=True),
        TailoredField("note", "Vår merknad.", True, None, is_base_changed=True),
    ]  # fmt: skip
    assert [field.value for field in tailored(DATA, None)] == list(DATA.fields.values())


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("personver", "personvern"), ("deling", "data"), ("gammelt", "data"), ("borte", "data"),
        ("personvern", ""), ("noe-helt-annet", ""),
    ],
)  # fmt: skip
def test_what_was_meant(written: str, meant: str) -> None:
    """A slip of the pen, an earlier id, or what took over."""
    catalogue = corpus({}).upstreams["ks"].catalogue
    assert catalogue is not None

    assert nearest_entry(catalogue, written) == meant
