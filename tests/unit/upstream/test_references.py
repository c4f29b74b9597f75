"""Entries of a strategy above named in fields and texts, as ks:id."""

from __future__ import annotations

from pathlib import Path

from living_strategy.artifact import Page
from living_strategy.inspection import Inspection
from living_strategy.model import Measure
from living_strategy.model.catalogue import described
from living_strategy.publication import Publication
from living_strategy.site.kept_pages import facts_digest
from tests.factories import TODAY, inspect_files, valid_files
from tests.national import a_catalogue, a_lock, a_national_goal, pinned_files

SETTINGS, MEASURE, GOAL = "strategy/strategy.yml", "measures/tiltak.md", "goals/mal.md"
NATIONAL = "upstream: [{name: ks, title: Den <b>nasjonale</b> strategien}]\n"
GOALS = (
    a_national_goal(title="Personvern & <script>", aliases=["personvernet"]),
    a_national_goal("data", title="Deling av data"),
)
WORK = described("measure", {"id": "arbeid", "title": "Arbeid"}, "0" * 64, address="tiltak/arbeid/")
CATALOGUE = a_catalogue(*GOALS, WORK)


def inspected(body: str = "", goals: str = "mal, ks:personvern", **pin: str) -> Inspection:
    """The valid strategy whose measure serves these goals, with a text below."""
    measure = str(valid_files()[MEASURE]).replace("goals: [mal]", f"goals: [{goals}]")
    files = pinned_files(CATALOGUE) | {
        SETTINGS: f"{valid_files()[SETTINGS]}{NATIONAL}",
        MEASURE: f"{measure}\n{body}\n",
    }
    if pin:
        files["upstream/ks.lock.yml"] = a_lock(CATALOGUE, "v1", **pin)
    return inspect_files(files)


def page(inspection: Inspection) -> str:
    """The page of the measure."""
    assert inspection.diagnostics == ()
    publication = Publication(Path("/nowhere"), inspection, TODAY)
    (found,) = (
        artifact
        for artifact in publication.entry_pages()
        if isinstance(artifact, Page) and artifact.path.endswith("/tiltak/")
    )
    return found.content


def test_a_national_goal_is_linked() -> None:
    """To its page here, with its title from the catalogue, and what it is in."""
    inspection = inspected()
    graph = inspection.graph
    (measure,) = graph.of_kind(Measure)

    assert graph.upstream_entries(measure.id) == (
        graph.corpus.upstreams["ks"].catalogue.by_id["personvern"],  # type: ignore[union-attr]
    )
    assert (
        '<li><a href="../../national-goals/ks/personvern/">'
        "Personvern &amp; &lt;script&gt;</a> (Den &lt;b&gt;nasjonale&lt;/b&gt; strategien) "
        '<span class="ls-status ls-adoption ls-adoption--untreated">Not treated</span></li>'
    ) in page(inspection)
    # Local goals are where they were.
    assert [goal.id for goal in graph.targets(measure.id, "serves")] == ["mal"]


def test_an_earlier_id_leads_to_the_same_goal() -> None:
    """It stands on the page once, whatever it is called."""
    inspection = inspected(goals="mal, ks:personvernet, ks:personvern")

    assert page(inspection).count("Personvern &amp; &lt;script&gt;</a>") == 1


def test_a_measure_may_serve_national_goals_alone() -> None:
    """It needs no goal of its own: the one that nothing serves now is what is found."""
    inspection = inspected(goals="ks:data")

    assert [finding.code for finding in inspection.diagnostics] == ["orphan"]
    assert inspection.graph.upstream_entries("tiltak")[0].title == "Deling av data"


def test_texts_mention_national_goals() -> None:
    """With their titles or with other words."""
    html = page(inspected("Se [[ks:data]] og [[ks:data|om data]]."))

    link = '<a href="../../national-goals/ks/data/">'
    assert f"<p>Se {link}Deling av data</a> og {link}om data</a>.</p>" in html


def test_what_has_no_page_here_is_linked_there() -> None:
    """Nobody decides about national measures, so they stand on the national site alone."""
    html = page(inspected("Se [[ks:arbeid]]."))

    assert '<a href="https://strategi.example/tiltak/arbeid/" rel="external">Arbeid</a>' in html


def test_where_the_site_is_not_known_there_is_no_link() -> None:
    """The title alone is shown: a link to nowhere helps nobody."""
    lock = a_lock(CATALOGUE).replace('site: "https://strategi.example/"\n', "")
    files = pinned_files(CATALOGUE) | {
        SETTINGS: f"{valid_files()[SETTINGS]}{NATIONAL}",
        MEASURE: f"{valid_files()[MEASURE]}\nSe [[ks:arbeid]].\n",
        "upstream/ks.lock.yml": lock,
    }

    assert "<p>Se Arbeid.</p>" in page(inspect_files(files))


def test_without_a_pin_only_the_pin_is_missed() -> None:
    """What cannot be looked up is not reported a second time."""
    measure = str(valid_files()[MEASURE]).replace("goals: [mal]", "goals: [mal, ks:data]")
    files = {SETTINGS: f"{valid_files()[SETTINGS]}{NATIONAL}", MEASURE: measure}

    assert [finding.code for finding in inspect_files(files).diagnostics] == ["missing-pin"]


def test_another_version_makes_other_pages() -> None:
    """Pages are kept until another catalogue is pinned, or something else is decided."""
    decided = {"adoption/ks/data.yml": "state: adopted\n"}

    digests = {
        facts_digest(inspection.graph, TODAY, (), "")
        for inspection in (
            inspected(), inspected(date="2026-11-04"), inspected(site="https://b.example/"),
            inspect_files(pinned_files(CATALOGUE) | decided),
        )
    }  # fmt: skip
    assert len(digests) == 4
    assert facts_digest(inspected().graph, TODAY, (), "") in digests
