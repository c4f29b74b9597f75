"""The peer in Hugo, to which budgets compare a build, makes the same site as ours."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from benchmarks.compare import Family, build, families, lacking

ITEMS = 60
LEFT_OUT = {"handlingsplan xlsx", "okonomiplan xlsx", "assets css", "assets js", "assets png"}
"""What Hugo does not write, and what would be the same files: benchmarks/README.md."""
HEAVY = 50_000
"""Bytes from which the weight of a family counts; below, the frame is most of it."""

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
    """No heavy family of the peer weighs much less or more; only what is named is left out."""
    ours, theirs = sites
    heavy = {n for n, f in ours.items() if f.size > HEAVY} - LEFT_OUT - {"apne-data html"}
    ratios = {name: theirs[name].size / ours[name].size for name in heavy}

    assert {name: ratio for name, ratio in ratios.items() if not 0.8 < ratio < 1.2} == {}
    assert 0.9 < sum(theirs[n].size for n in heavy) / sum(ours[n].size for n in heavy) < 1.1
