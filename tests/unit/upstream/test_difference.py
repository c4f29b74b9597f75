"""Two versions of a strategy above, entry by entry and field by field."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from living_strategy.model import KINDS
from living_strategy.model.catalogue import (
    Catalogue,
    CatalogueEntry,
    EntryState,
    Removed,
    described,
    digest,
)
from living_strategy.model.catalogue_reading import read_catalogue
from living_strategy.model.decided import decided_part
from living_strategy.model.trait import Change, Origin
from living_strategy.upstream.difference import (
    ItemDifference,
    ItemNature,
    MovedDate,
    differences,
    unseen,
)
from tests.national import a_catalogue

MODELS = {kind.kind: kind for kind in KINDS}
RETIRED = EntryState.RETIRED
SUMMARY = "Kommunen skal dele data om vei og vann med naboene."


def entry(kind: str = "goal", entry_id: str = "data", **changes: Any) -> CatalogueEntry:
    """An entry as its site publishes it, with the hash of what is decided of it."""
    facts = {
        key: changes.pop(key) for key in ("state", "replaces", "replaced_by") if key in changes
    }
    fields = {"id": entry_id, "title": "Deling av data", "summary": SUMMARY, **changes}
    fields = {name: value for name, value in fields.items() if value is not None}
    model = MODELS.get(kind)
    decided = digest(decided_part(model, fields) if model else fields)
    return described(kind, fields, decided, **facts)


def read(*entries: CatalogueEntry, **changes: Any) -> Catalogue:
    """A catalogue of these entries, read as it would be."""
    catalogue = read_catalogue(a_catalogue(*entries, **changes))
    assert isinstance(catalogue, Catalogue)
    return catalogue


def compared(old: CatalogueEntry, new: CatalogueEntry) -> ItemDifference:
    """The one difference between two catalogues of an entry each."""
    (difference,) = differences(read(old), read(new))
    return difference


def test_nothing_differs() -> None:
    """The same strategy, published twice, has no differences."""
    assert list(differences(read(entry()), read(entry(), name="v2", date="2026-12-01"))) == []


@pytest.mark.parametrize(
    ("old", "new", "nature"),
    [
        ({}, {"area": "tillit"}, ItemNature.SUBSTANTIVE),
        ({}, {"summary": "Kommunen skal aldri dele data med andre."}, ItemNature.CLARIFICATION),
        ({}, {"summary": f"{SUMMARY[:-1]}!"}, ItemNature.EDITORIAL),
        ({}, {"summary": SUMMARY.replace(" ", "  ", 1)}, ItemNature.EDITORIAL),
        ({}, {"number": "2"}, ItemNature.EDITORIAL),
        ({}, {"aliases": ["deling"]}, ItemNature.EDITORIAL),
        ({}, {"note": "Kildene er uenige."}, ItemNature.REPORTED),
        ({}, {"sources": [{"title": "Kilden", "publisher": "KS"}]}, ItemNature.REPORTED),
        ({}, {"fra_framtiden": "noe"}, ItemNature.EDITORIAL),
        ({"area": "a"}, {"area": "b", "note": "Ny merknad."}, ItemNature.SUBSTANTIVE),
    ],
)
def test_a_change_has_the_class_of_the_change_log(
    old: dict[str, Any], new: dict[str, Any], nature: ItemNature
) -> None:
    """What is only reported is a nature of its own, because no council decided it."""
    difference = compared(entry(**old), entry(**new))

    assert difference.nature is nature
    assert {field.name for field in difference.fields} == new.keys()


def test_a_field_has_what_it_was_and_what_it_is() -> None:
    """As they are written, also where a field came or went."""
    (summary,) = compared(entry(), entry(summary=None)).fields
    assert (summary.old, summary.new, summary.change) == (SUMMARY, None, Change.CLARIFICATION)

    (area,) = compared(entry(), entry(area="tillit")).fields
    assert (area.old, area.new, area.origin) == (None, "tillit", Origin.DECIDED)


def test_other_white_space_is_told_without_the_change_log() -> None:
    """The hash differs, so somebody must be able to see why."""
    (field,) = compared(entry(), entry(summary=SUMMARY.replace(" ", "  ", 1))).fields
    assert (field.changes, field.is_known) == ((), True)


def test_a_field_that_the_program_does_not_know_is_doubt() -> None:
    """Where it belongs to what is decided, it is a reason for a new decision."""
    old, new = entry(), entry(fra_framtiden="noe")
    new = described("goal", new.fields, "f" * 64)
    difference = compared(old, new)

    assert difference.nature is ItemNature.SUBSTANTIVE
    assert [(field.name, field.is_known) for field in difference.fields] == [
        ("fra_framtiden", False)
    ]
    other = compared(entry("ny_type"), entry("ny_type", title="Noe annet"))
    assert (other.nature, other.fields[0].is_known) == (ItemNature.SUBSTANTIVE, False)


MILESTONE = {"title": "Første kommune i drift", "date": "2027-06"}


def test_a_moved_date_is_a_nature_of_its_own() -> None:
    """With the old and the new date; beside something weightier it is told all the same."""
    old = entry("measure", milestones=[MILESTONE], period={"start": "2026", "end": "2028"})
    new = entry(
        "measure",
        milestones=[MILESTONE | {"date": "2027-12"}],
        period={"start": "2026", "end": "2029"},
    )
    moved = compared(old, new)

    assert moved.nature is ItemNature.MOVED
    assert set(moved.moved) == {
        MovedDate("milestones", "Første kommune i drift", "2027-06", "2027-12"),
        MovedDate("period", "end", "2028", "2029"),
    }
    more = compared(old, entry("measure", milestones=[MILESTONE | {"date": "2027-12"}], priority=1))
    assert more.nature is ItemNature.SUBSTANTIVE
    assert more.moved == (MovedDate("milestones", "Første kommune i drift", "2027-06", "2027-12"),)


def test_what_took_over() -> None:
    """Nothing, one alone, one from several, and several from one."""
    gone = [entry(entry_id=name) for name in ("a", "b", "c", "d", "e", "f")]
    new = read(
        entry(entry_id="a", state=RETIRED),
        entry(entry_id="b", state=RETIRED, replaced_by=("ny",)),
        entry(entry_id="c", state=RETIRED, replaced_by=("ny",)),
        entry(entry_id="d", state=RETIRED, replaced_by=("ny", "nyere")),
        entry(entry_id="ny", aliases=["e"]),
        entry(entry_id="nyere"),
        removed=[Removed("goal", "f", "F", replaced_by=("nyere",))],
    )
    found = {difference.entry.id: difference for difference in differences(read(*gone), new)}

    assert {key: difference.nature.value for key, difference in found.items()} == {
        # One that has the id of another among its earlier ones is that other one.
        "a": "retired", "b": "merged", "c": "merged", "d": "split", "f": "merged",
        "ny": "editorial", "nyere": "new",
    }  # fmt: skip
    successors = [successor.id for successor in found["d"].successors]
    assert successors == ["ny", "nyere"]


def test_two_that_became_one_by_its_earlier_ids() -> None:
    """The one whose id stays goes on; the other one was merged."""
    old = read(entry(entry_id="a"), entry(entry_id="b", title="Noe annet"))
    (merged,) = [
        difference
        for difference in differences(old, read(entry(entry_id="a", aliases=["b"])))
        if difference.entry.id == "b"
    ]
    assert (merged.nature, [entry.id for entry in merged.successors]) == (ItemNature.MERGED, ["a"])


def test_what_is_gone_without_a_word_is_retired() -> None:
    """An edition knows of no file that was deleted."""
    (gone, new) = sorted(
        differences(read(entry(entry_id="a")), read(entry(entry_id="b"))),
        key=lambda difference: difference.entry.id,
    )
    assert (gone.nature, gone.successors, new.nature) == (ItemNature.RETIRED, (), ItemNature.NEW)


def test_what_was_and_is_not_in_force_is_nobodys_concern() -> None:
    """Neither does it come back as something that left."""
    old, new = entry(state=RETIRED), entry(state=RETIRED, title="Et annet navn")
    assert list(differences(read(old), read(new))) == []
    assert [found.nature for found in differences(read(old), read(entry()))] == [ItemNature.NEW]


def test_what_nobody_has_the_wording_of() -> None:
    """It is known that it differs, or that it left."""
    assert unseen(entry(), read(entry())).nature is ItemNature.UNSEEN
    gone = entry(state=RETIRED, replaced_by=("ny",))
    assert unseen(gone, read(gone, entry(entry_id="ny"))).nature is ItemNature.MERGED


VALUES: dict[str, st.SearchStrategy[Any]] = {
    "title": st.sampled_from(("Deling", "Deling av data", "Deling av  data", "Noe annet")),
    "summary": st.sampled_from((None, SUMMARY, SUMMARY.upper(), "Ja.", "Nei.")),
    "description": st.sampled_from((None, "Vi deler.", "Vi deler alt.", "Vi deler.\n\nAlt.")),
    "number": st.sampled_from((None, "1", "2")),
    "area": st.sampled_from((None, "tillit", "data")),
    "standing": st.sampled_from((None, "adopted", "proposed")),
    "note": st.sampled_from((None, "En merknad.")),
    "sources": st.sampled_from((None, [{"title": "Kilden", "publisher": "KS"}])),
    "fra_framtiden": st.sampled_from((None, 1, True, 0.5, ["a"], {"b": None})),
    "indicators": st.sampled_from(
        (
            None,
            [
                {
                    "id": "i",
                    "title": "Andel",
                    "unit": "prosent",
                    "target": {"value": 5, "date": "2027"},
                }
            ],
            [
                {
                    "id": "i",
                    "title": "Andel",
                    "unit": "prosent",
                    "target": {"value": 7, "date": "2028"},
                }
            ],
        )
    ),
}
GOALS = st.fixed_dictionaries(VALUES).map(lambda fields: entry(**fields))


@given(GOALS, GOALS)
def test_each_field_that_differs_stands_there_once(
    old: CatalogueEntry, new: CatalogueEntry
) -> None:
    """And no other; what is decided otherwise is never told as a report."""
    found = list(differences(read(old), read(new)))
    names = [field.name for difference in found for field in difference.fields]
    hashes = [old.hashes, new.hashes]

    assert sorted(names) == sorted(
        name for name in {**old.hashes, **new.hashes} if hashes[0].get(name) != hashes[1].get(name)
    )
    assert bool(found) == (old.hash != new.hash)
    for difference in found:
        assert (difference.nature is ItemNature.REPORTED) <= (old.decided == new.decided)
        if difference.nature in (
            ItemNature.SUBSTANTIVE,
            ItemNature.MOVED,
            ItemNature.CLARIFICATION,
        ):
            assert old.decided != new.decided
