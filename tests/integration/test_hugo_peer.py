"""The peer in Hugo, to which budgets compare a build, makes the same site as ours."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from benchmarks.compare import Family, build, families, lacking

ITEMS = 60
OF_ENTRIES = (
    *("mal html", "tiltak html", "prosjekter html", "kommuner html", "utskrift html"),
    *("mal ics", "prosjekter ics", "omrader ics", "/ ics", "data csv"),
)
"""Families that have a page, a chapter, a calendar or a row for each entry, whatever their number.
Overviews are shared out among pages at other sizes than ours, so they weigh more or less at 60.
"""
LEFT_OUT = {"handlingsplan xlsx", "okonomiplan xlsx", "assets css", "assets js", "assets png",
            "data json", "apne-data html"}  # fmt: skip
"""What Hugo cannot write, and files that are copied as they are: see `benchmarks/README.md`."""

Sites = tuple[Mapping[str, Family], Mapping[str, Family]]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """The families of ours and of the peer's, built of the same items."""
    root = tmp_path_factory.mktemp("peers")
    ours, theirs = (families(build(case, root, ITEMS)) for case in ("ours-cold", "hugo-cold"))
    return ours, theirs


@pytest.mark.long
@pytest.mark.site
def test_peer_has_all_pages(sites: Sites) -> None:
    """The peer has at least as many pages in each family."""
    assert len([name for name in sites[0] if name.endswith(" html")]) > 25
    assert lacking(*sites) == []


@pytest.mark.long
@pytest.mark.site
def test_peer_tells_the_same_dates(sites: Sites) -> None:
    """The calendars of both have the same number of events."""
    ours, theirs = sites
    calendars = [name for name in ours if name.endswith(" ics")]

    assert len(calendars) == 4
    assert {n: theirs[n].listed for n in calendars} == {n: ours[n].listed for n in calendars}


@pytest.mark.long
@pytest.mark.site
def test_peer_is_about_as_heavy(sites: Sites) -> None:
    """Each page tells as much as ours, and so does the site."""
    ours, theirs = sites
    ratios = {name: theirs[name].size / ours[name].size for name in OF_ENTRIES}
    alike = ours.keys() & theirs.keys() - LEFT_OUT

    assert {name: ratio for name, ratio in ratios.items() if not 0.9 < ratio < 1.1} == {}
    assert 0.9 < sum(theirs[n].size for n in alike) / sum(ours[n].size for n in alike) < 1.1
