"""What is kept of local catalogues, what it adds up to, and measures that others copy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from living_strategy.adapters.git.editions import edition_files
from living_strategy.content.corpus import ListedSite
from living_strategy.diagnostics import Location
from living_strategy.exports.export import Release
from living_strategy.history.comparison import Comparison, Occasion, OccasionSort
from living_strategy.history.edition import CATALOGUE, Edition, EditionFile
from living_strategy.model import Measure
from living_strategy.model.adoption import AdoptionState
from living_strategy.model.catalogue import Catalogue
from living_strategy.model.catalogue_reading import read_catalogue
from living_strategy.model.collected import (
    Collected,
    CollectedJudgement,
    CollectedMeasure,
    Silence,
    read_collected,
)
from living_strategy.model.entry_fields import decided_hash
from living_strategy.model.local_site import LocalSite
from living_strategy.partial_date import PartialDate
from living_strategy.site.pages.local_strategies.copied import copied, followed_name
from living_strategy.upstream.collection import silent, summarised, unchanged
from living_strategy.upstream.released import released_hashes
from living_strategy.upstream.uptake import (
    NOTHING_RELEASED,
    LocalMeasure,
    LocalStrategy,
    Uptake,
)
from tests.examples import examples
from tests.factories import a_corpus, a_goal, a_graph, an_area, inspect_files, valid_files
from tests.local_sites import HOSTILE_TITLE, local_catalogue
from tests.national import a_catalogue, a_national_goal, pinned_files

DAY, NEXT_DAY = PartialDate("2026-11-29"), PartialDate("2026-11-30")
ROOT = "https://strategi.example/"
SITE = LocalSite(number="3301", address=ROOT)


def a_local_catalogue(*goals: str, number: str = "3301", title: str = "") -> Catalogue:
    """The catalogue of a local site."""
    catalogue = read_catalogue(local_catalogue(number, goals, title=title))
    assert isinstance(catalogue, Catalogue)
    return catalogue


def collected(*goals: str, number: str = "3301") -> Collected:
    """What is kept of it."""
    site = LocalSite(number=number, address=ROOT)
    return summarised(a_local_catalogue(*goals, number=number), site, ROOT, None, DAY)


def test_the_address_of_the_catalogue() -> None:
    """That of the site leads to it, with or without a slash, and it may be named itself."""
    for address in (ROOT, ROOT.rstrip("/")):
        assert LocalSite(number="3301", address=address).catalogue == f"{ROOT}data/catalogue.json"
    own = LocalSite(number="3301", address="https://a.example/katalog.json")
    assert own.catalogue == "https://a.example/katalog.json"


def test_what_is_kept() -> None:
    """Judgements and measures for goals above; what is no id of a goal is left out."""
    kept = collected("innovasjon", "data")

    assert [one.id for one in kept.judgements] == ["data", "innovasjon"]
    assert kept.measures[0].goals == ("innovasjon", "ukjent")
    assert kept.measures[0].page == f"{ROOT}tiltak/tiltak-0/"
    assert (kept.follows, kept.licence, kept.fetched) == (True, "CC BY 4.0", DAY)
    assert read_collected(kept.text().encode(), "3301") == kept
    assert read_collected(kept.text().encode(), "3302") is None


def test_a_site_that_follows_nothing_does_not_report() -> None:
    """It is not counted as if it had declined everything."""
    catalogue = replace(a_local_catalogue("innovasjon"), adoptions=())
    assert summarised(catalogue, SITE, ROOT, None, DAY).follows is False
    other = LocalSite(number="3301", address=ROOT, upstream="fylket")
    assert summarised(a_local_catalogue("innovasjon"), other, ROOT, None, DAY).follows is False


def test_texts_are_cut_and_made_visible() -> None:
    """What turns the direction of writing is gone, and one line stays one line."""
    kept = summarised(a_local_catalogue("a", title=HOSTILE_TITLE * 3), SITE, ROOT, None, DAY)
    assert "\u202e" not in kept.text()
    assert all(len(measure.title) <= 160 for measure in kept.measures)
    assert kept.title.startswith("<script>alert(1)</script> '\"&<img")


def test_when_it_changed_and_since_when_it_is_silent() -> None:
    """The first day of a silence stays, and ends with an answer."""
    first = collected("a")
    same = summarised(a_local_catalogue("a"), SITE, ROOT, first, NEXT_DAY)
    other = summarised(a_local_catalogue("a", "b"), SITE, ROOT, first, NEXT_DAY)
    quiet = silent(SITE, silent(SITE, first, Silence.SLOW, DAY), Silence.UNUSABLE, NEXT_DAY)

    assert (same.fetched, same.changed) == (NEXT_DAY, DAY)
    assert (other.fetched, other.changed) == (NEXT_DAY, NEXT_DAY)
    assert (quiet.silent_since, quiet.silence, quiet.fetched) == (DAY, Silence.UNUSABLE, DAY)
    assert unchanged(quiet, NEXT_DAY) == first.model_copy(update={"fetched": NEXT_DAY})
    assert silent(SITE, None, Silence.SLOW, DAY).is_good is False


def uptake_of(*kept: Collected | None, released: Mapping[str, str] = NOTHING_RELEASED) -> Uptake:
    """What the sites of these numbers say about three goals, one of which had another id."""
    numbers = ("3301", "1532", "4601", "46")
    goals = (a_goal(id="a"), a_goal(id="b", aliases=("gammel",)), a_goal(id="c"))
    sites = tuple(
        ListedSite(LocalSite(number=number, address=ROOT), Location("x"), one)
        for number, one in zip(numbers, kept, strict=False)
    )
    corpus = a_corpus(an_area(), *goals, local_sites=sites)
    return Uptake(replace(a_graph(an_area(), *goals), corpus=corpus), released)


def judging(*hashes: str | None) -> Collected:
    """What is kept of a site that has judged the goals a, b and c in these wordings."""
    judgements = tuple(
        CollectedJudgement(id=goal, state=AdoptionState.ADOPTED, judged=judged)
        for goal, judged in zip(("a", "gammel", "c"), hashes, strict=True)
    )
    return Collected(number="3301", address=ROOT, fetched=DAY, follows=True, judgements=judgements)


def test_another_wording_than_what_is_in_force_is_an_earlier_one() -> None:
    """What is in force is what stands there today, or was released last; where nobody says which
    wording was judged, nothing is said.
    """
    now, before = decided_hash(a_goal(id="a")), "b" * 64

    assert uptake_of(judging(now, before, None)).by_number["3301"].outdated == {"b"}
    released = uptake_of(judging(now, before, None), released={"b": before})
    assert released.by_number["3301"].outdated == frozenset()
    outdated = uptake_of(judging(before, before, before), judging(now, now, now))
    assert [goal.outdated for goal in outdated.goals] == [1, 1, 1]


def test_the_wording_that_was_judged_is_kept() -> None:
    """It is what a record there names."""
    assert [one.judged for one in collected("a").judgements] == ["a" * 64]


def an_edition(day: str, **changes: Any) -> tuple[Comparison, Edition]:
    """A release of that day, in which the goal `a` was so."""
    graph = a_graph(an_area(), a_goal(id="a", **changes))
    occasion = Occasion(OccasionSort.RELEASE, PartialDate(day), title=day)
    return Comparison(occasion, "commit"), Edition("commit", edition_files(graph, Release(day)))


def test_the_newest_edition_is_what_is_released() -> None:
    """Whatever stands in the strategy since; without one there is nothing."""
    editions = [an_edition("2026-09-01", title="Ny"), an_edition("2025-09-01", title="Gammel")]
    by_key = {comparison.occasion.key: edition for comparison, edition in editions}
    comparisons = [comparison for comparison, _ in editions]

    assert released_hashes(comparisons, by_key) == {"a": decided_hash(a_goal(id="a", title="Ny"))}
    assert released_hashes(comparisons, {}) == {}
    damaged = {"2026-09-01": Edition("commit", (EditionFile(CATALOGUE, "{"),))}
    assert released_hashes(comparisons, damaged) == {}


def test_silence_is_no_answer() -> None:
    """Who reports is counted, treated or not; who does not is not counted at all."""
    uptake = uptake_of(
        collected("a", "gammel"),
        collected("a", number="1532"),
        silent(LocalSite(number="4601", address=ROOT), None, Silence.SLOW, DAY),
        None,
    )
    a, b, c = uptake.goals

    assert [one.place.number for one in uptake.strategies] == ["1532", "3301", "46", "4601"]
    assert [one.place.number for one in uptake.reporting] == ["1532", "3301"]
    assert (a.treated, len(a.untreated)) == (2, 0)
    assert (b.treated, [one.place.number for one in b.untreated]) == (1, ["1532"])
    assert (c.treated, len(c.untreated), c.measures) == (0, 2, ())
    assert [len(goal.measures) for goal in (a, b)] == [3, 1]
    assert not any(c.by_state.values())
    assert sum(uptake.by_number["3301"].count(state) for state in AdoptionState) == 2


@given(
    title=st.text(min_size=1, max_size=300),
    summary=st.text(max_size=300),
    licence=st.text(max_size=40),
    version=st.text(max_size=40),
)
@examples(25)
def test_a_copied_measure_is_read_as_it_was(
    title: str, summary: str, licence: str, version: str
) -> None:
    """By our own reader, with where it is from, whatever another site writes."""
    measure = CollectedMeasure(
        id="tiltak", title=f"T {title}", summary=summary, goals=("personvern",), page=f"{ROOT}t/"
    )
    kept = Collected(
        number="3301",
        address=ROOT,
        fetched=DAY,
        title="Strategien",
        licence=licence,
        version=version,
        follows=True,
    )
    place = a_corpus().municipalities.by_number["3301"]
    text = copied(LocalMeasure(LocalStrategy(place, SITE, kept, {}), measure), followed_name("ks"))
    settings = "strategy/strategy.yml"
    above = "upstream: [{name: ks, title: Den nasjonale strategien}]\n"
    inspection = inspect_files(
        pinned_files(a_catalogue(a_national_goal()))
        | {settings: str(valid_files()[settings]) + above, "measures/kopiert.yml": text}
    )
    copy = inspection.graph.find("kopiert")

    assert not inspection.has_errors, inspection.diagnostics
    assert isinstance(copy, Measure)
    assert copy.title.replace(" ", "") == measure.title.replace(" ", "")
    assert (copy.status.value, copy.goals) == ("proposed", ("ks:personvern",))
    (source,) = copy.sources
    assert (source.url, source.publisher, source.date) == (f"{ROOT}t/", "Strategien", DAY)
    assert "Drammen (3301)" in source.title
