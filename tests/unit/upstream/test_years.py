"""Years of national releases and of those that follow: nothing local is lost, nothing raises."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from living_strategy.language import Language
from living_strategy.model.catalogue import EntryState
from living_strategy.papers.forms import FORMS
from living_strategy.papers.impact.council_paper import council_paper
from living_strategy.papers.impact.data import as_json
from living_strategy.papers.impact.report import impact_report
from living_strategy.upstream.cells import Need
from living_strategy.upstream.difference import GONE, ItemNature
from living_strategy.upstream.impact_words import words_for
from living_strategy.upstream.treatment import tailored
from tests.examples import examples
from tests.national_years import STRATEGIES, Follower, followers, releases

NB = Language.load("nb")


def check(follower: Follower) -> int:
    """What must hold after each update, whatever was changed and judged; the number of rows."""
    assert follower.pinned
    local = {key: record.adoption.model_dump() for key, record in follower.records.items()}
    asked = follower.asked()
    words = words_for(follower.graph, (*follower.earlier, follower.pinned), NB)
    by_record: dict[str, list[ItemNature]] = {}
    for row in asked.rows:
        assert row.reasons
        assert all(words.reasons(row))
        assert words.state(row)
        assert (
            row.difference.nature is ItemNature.NEW
            or row.difference.nature in GONE
            or (words.told(row))
        )
        # The wording that was judged is still here, and so is what local words replaced.
        assert row.difference.nature is not ItemNature.UNSEEN
        assert all(
            overlay.base is not None or overlay.field == "summary" for overlay in row.overlays
        )
        if row.record:
            by_record.setdefault(row.record.id, []).append(row.difference.nature)
            assert (row.need is Need.NOTHING) <= (row.difference.nature not in GONE)
    for record in follower.records.values():
        against, now = record.adoption.against, follower.pinned.find(record.id)
        assert against
        differs = now is None or now.state is not EntryState.IN_FORCE or now.decided != against.hash
        assert len(by_record.get(record.id, [])) <= 1
        assert differs <= (record.id in by_record)
        if now:
            kept = {field.name: field.value for field in tailored(now, record) if field.is_local}
            assert kept == {overlay.field: overlay.text for overlay in record.adoption.overlays}
    for paper in (
        impact_report(asked, follower.pinned, words),
        council_paper(asked, follower.pinned, words, "i dag"),
    ):
        assert all(form.render(paper) for form in FORMS)
    assert as_json(asked, follower.pinned, words)
    assert local == {key: record.adoption.model_dump() for key, record in follower.records.items()}
    return len(asked.rows)


def run(seed: int, count: int, **sizes: int) -> int:
    """Follow all releases with this many strategies; how many rows there were."""
    random = Random(seed)
    following, rows = followers(random, count), 0
    for release in releases(random, **sizes):
        for follower in following:
            # Some skip a release, and some judge nothing for years.
            if follower.pinned is None or follower.random.random() < 0.8:
                follower.take(release)
                rows += check(follower)
                if follower.random.random() < 0.7:
                    follower.judge()
    return rows


@examples(10)
@given(st.integers(0, 2**32))
def test_nothing_local_is_lost(seed: int) -> None:
    """Whatever happens above, in whatever order."""
    run(seed, 2, years=6, goals=6)


@pytest.mark.matrix
@pytest.mark.no_cover
def test_a_country_of_strategies() -> None:
    """As many as there are municipalities and counties, over six releases."""
    assert run(20261129, STRATEGIES) > STRATEGIES
