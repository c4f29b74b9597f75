"""A strategy above may write anything into a field: what it asks for is told all the same."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from living_strategy.language import Language
from living_strategy.model.catalogue import CatalogueEntry, EntryState, described, digest
from living_strategy.papers.forms import FORMS
from living_strategy.papers.impact.council_paper import council_paper
from living_strategy.papers.impact.data import as_csv, as_json
from living_strategy.papers.impact.report import impact_report
from living_strategy.upstream.difference import ItemNature
from living_strategy.upstream.impact import impact
from living_strategy.upstream.impact_words import words_for
from tests.examples import examples
from tests.factories import valid_files
from tests.national import a_catalogue
from tests.unit.upstream.test_impact import graph, record, records, v2

NB = Language.load("nb")
DATES = st.sampled_from(
    ["2027", "2027-13", "2027-02-30", "snart", "", "0000", "9999-12-31", "२०२७"]
)
WORDS = st.one_of(DATES, st.text(max_size=12), st.none(), st.booleans(), st.integers(-9, 9))
VALUES = st.recursive(
    WORDS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["title", "date", "start", "end", "value", "reason", "id"]), inner
        ),
    ),
    max_leaves=8,
)
FIELDS = ("summary", "milestones", "period", "indicators", "retired", "goals", "aliases", "number")
WORDING = st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=4)


def an_entry(kind: str, entry_id: str, fields: dict[str, Any], **facts: Any) -> CatalogueEntry:
    """An entry with any fields, published as the format wants it."""
    written = {"title": "Et mål", **fields, "id": entry_id}
    return described(kind, written, digest(written), address=f"mal/{entry_id}/", **facts)


@examples(40)
@given(WORDING, WORDING, WORDING, WORDING, st.sampled_from(list(EntryState)[:2]))
def test_any_field_is_told(
    goal: dict[str, Any],
    later_goal: dict[str, Any],
    measure: dict[str, Any],
    later_measure: dict[str, Any],
    state: EntryState,
) -> None:
    """Nothing raises: not the comparison, and no paper."""
    before = an_entry("goal", "data", goal)
    old = a_catalogue(before, an_entry("measure", "arbeid", measure))
    new = v2(
        an_entry("goal", "data", later_goal, state=state),
        an_entry("measure", "arbeid", later_measure),
        an_entry("goal", "nytt", later_goal, replaces=("data",)),
    )
    linked = str(valid_files()["measures/tiltak.md"]).replace("[mal]", "[mal, ks:data, ks:nytt]")
    strategy = graph(new, old, **{"measures__tiltak.md": linked}, **records(data=record(before)))
    pinned = strategy.corpus.upstreams["ks"]
    # One that no reader can use is refused as a whole, and then nothing is asked.
    if pinned.catalogue is None:
        return
    asked = impact(strategy, pinned)
    words = words_for(strategy, (*pinned.earlier, pinned.catalogue), NB)
    for paper in (
        impact_report(asked, pinned.catalogue, words),
        council_paper(asked, pinned.catalogue, words, "i dag"),
    ):
        assert all(form.render(paper) for form in FORMS)
    assert as_csv(asked, pinned.catalogue, words)
    assert as_json(asked, pinned.catalogue, words)


def test_a_date_that_is_none_was_not_moved() -> None:
    """What cannot be read as a date is another text."""
    plan = [{"title": "Klar", "date": "2027"}]
    before = an_entry("measure", "arbeid", {"milestones": plan})
    after = an_entry("measure", "arbeid", {"milestones": [{"title": "Klar", "date": "snart"}]})
    strategy = graph(v2(after), a_catalogue(before))
    (row,) = impact(strategy, strategy.corpus.upstreams["ks"]).rows

    assert (row.difference.nature, row.difference.moved) == (ItemNature.SUBSTANTIVE, ())
