"""Every source once, with what it is used for."""

from __future__ import annotations

import pytest

from living_strategy.content.corpus import ProsePage, TextField
from living_strategy.content.source_file import SourceFile
from living_strategy.partial_date import PartialDate
from living_strategy.site.pages.sources.cited_sources import (
    cited_sources,
    publisher_key,
    short_address,
)
from tests.factories import a_goal, a_graph, a_measure, a_project

KS = "https://www.ks.no/a"


def a_page(text: str) -> ProsePage:
    """A written page."""
    source = SourceFile("strategy/om.md", "", body=text)
    return ProsePage("om.md", "Om", source, TextField(("description",), text, ()))


def test_one_address_is_one_source() -> None:
    """Whoever names it, with whatever words; the first title stands."""
    graph = a_graph(
        a_goal(id="m", sources=[{"title": "Kort", "url": KS, "publisher": "KS", "date": "2019"}]),
        a_measure(id="t", sources=[{"title": "Annen", "url": KS, "date": "2020-01"}]),
    )

    (source,) = cited_sources(graph)

    assert (source.name, source.site, source.url) == ("Kort", "KS", KS)
    assert source.dates == {PartialDate("2019"), PartialDate("2020-01")}
    assert list(source.holders) == ["m", "t"]


def test_sources_without_an_address_are_told_apart_by_title_and_publisher() -> None:
    """A title alone may mean many things."""
    graph = a_graph(
        a_goal(
            sources=[
                {"title": "Årsrapport", "publisher": "KS"},
                {"title": "Årsrapport", "publisher": "Digdir"},
                {"title": "Årsrapport", "publisher": "KS"},
            ]
        )
    )

    assert [source.site for source in cited_sources(graph)] == ["KS", "Digdir"]


def test_figures_reports_and_decisions_have_sources_too() -> None:
    """The address of a single figure gets its title from the list, wherever that stands."""
    graph = a_graph(
        a_project(
            id="p",
            sources=[],
            funding=[{"year": 2019, "source": KS}],
            updates=[{"date": "2020", "text": "Ferdig.", "source": "https://a.no/x/y/"}],
            decisions=[{"date": "2020", "title": "Vedtak", "url": "https://b.no"}],
        ),
        a_goal(
            id="m",
            sources=[{"title": "Rapport", "url": KS}],
            indicators=[
                {
                    "id": "i",
                    "title": "Antall",
                    "unit": "count",
                    "direction": "up",
                    "baseline": {"date": "2019", "value": 3, "source": "Et notat"},
                }
            ],
        ),
    )

    holders = {source.name: list(source.holders) for source in cited_sources(graph)}

    assert holders == {
        "Rapport": ["p", "m"],
        "a.no: y": ["p"],
        "b.no": ["p"],
        "Et notat": ["m"],
    }


def test_links_of_written_pages_count_and_never_rename_a_source() -> None:
    """The words of a link are a title only while there is no better one."""
    page = a_page(
        f"Se [her]({KS}) og [en (rar) side](https://c.no/(1)). `[kode](https://d.no)` "
        "![bilde](https://e.no/b.png) [inne](om.md)"
    )
    graph = a_graph(a_goal(id="m", sources=[{"title": "Rapport", "url": KS}]), prose=(page,))

    holders = {source.name: list(source.holders) for source in cited_sources(graph)}

    assert holders == {"Rapport": ["m", "/om.md"], "en (rar) side": ["/om.md"]}


def test_short_address() -> None:
    """Site and last part."""
    assert short_address("https://www.ks.no/a/b/") == "ks.no: b"
    assert short_address("https://ks.no") == "ks.no"


@pytest.mark.parametrize(
    ("name", "site"),
    [
        ("Giske kommune", "okonomiplan.giske.kommune.no"),
        ("Drammen kommune", "drammen.kommune.no"),
        ("Kommunal Rapport", "kommunal-rapport.no"),
        ("KS", "ks.no"),
    ],
)
def test_a_publisher_and_its_site_are_one(name: str, site: str) -> None:
    """Counted once, whether a source says who published it or only where it lies."""
    assert publisher_key(name) == publisher_key(site)
    assert publisher_key("Digi.no") != publisher_key("Digi Agder")


def test_a_link_of_a_page_has_the_publisher_of_its_neighbours() -> None:
    """One name a publisher: also for what lies on a part of the site; nothing is guessed where
    one address, or several publishers, are all that is known.
    """
    graph = a_graph(
        a_goal(
            sources=[
                {"title": "A", "url": "https://www.by.kommune.no/a", "publisher": "By kommune"},
                {"title": "B", "url": "https://by.kommune.no/b", "publisher": "By kommune"},
                {"title": "C", "url": "https://arkiv.no/c", "publisher": "KS"},
                {"title": "D", "url": "https://arkiv.no/d", "publisher": "By kommune"},
                {"title": "E", "url": "https://en.no/e", "publisher": "En"},
            ]
        ),
        prose=(
            a_page(
                "[1](https://by.kommune.no/1) [2](https://plan.by.kommune.no/2) "
                "[3](https://arkiv.no/3) [4](https://en.no/4) [5](https://land.kommune.no/5)"
            ),
        ),
    )

    sites = {source.title: source.site for source in cited_sources(graph) if source.title.isdigit()}

    assert sites == {
        "1": "By kommune",
        "2": "By kommune",
        "3": "arkiv.no",
        "4": "en.no",
        "5": "land.kommune.no",
    }
