"""A feed and a calendar load from a built site, at the addresses that its pages give."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin
from urllib.request import urlopen

import pytest

from living_strategy.adapters.plain.build import build_site
from tests.browser.server import Server
from tests.followed import dates_in, feed_in
from tests.integration.living_content import for_readers
from tests.integration.processes import PATIENCE
from tests.integration.site_support import MKDOCS, TODAY, configure, host_build
from tests.repositories import commit

pytestmark = [pytest.mark.site, pytest.mark.usefixtures("quick_builds")]
BASE = "/strategi/"
URL = f"https://example.org{BASE}"
_HEAD = re.compile(
    r'<link rel="alternate" type="application/atom\+xml" title="([^"]+)" href="([^"]+)">'
)
_CALENDAR = re.compile(r'<a href="([^"]+)" type="text/calendar">')


def with_past(root: Path) -> None:
    """A strategy in a repository where a goal has another standing than before."""
    for_readers().write(root)
    goal = root / "goals" / "mal-1.md"
    today = goal.read_text("utf-8")
    goal.write_text(today.replace("standing: adopted", "standing: proposed"), "utf-8")
    (root / "mkdocs.yml").write_text(MKDOCS, "utf-8")
    configure(root, site_url=URL)
    commit(root)
    goal.write_text(today, "utf-8")
    commit(root)


@pytest.mark.parametrize("road", ["host", "plain"])
def test_a_feed_and_a_calendar_load(tmp_path: Path, road: str) -> None:
    """Programs find the feed in the head of the page, and readers the calendar in its text."""
    with_past(tmp_path)
    if road == "host":
        host_build(tmp_path)
    else:
        build_site(tmp_path, tmp_path / "site", TODAY, url=URL)

    with Server(tmp_path / "site", BASE) as server:
        page = server.url("mal/mal-1/")
        html = _loaded(page)
        title, feed = _HEAD.findall(html)[0]
        parsed = feed_in(_loaded(urljoin(page, feed)).encode())
        (calendar,) = _CALENDAR.findall(html)
        dates = dates_in(_loaded(urljoin(page, calendar)).encode())

    assert title == parsed.feed.title == "Endringer: Mål 1 for folk"
    assert [entry.title for entry in parsed.entries] == [
        "Mål 1 for folk: Vedtaksstatus endret fra forslag fra Kommunedirektøren til vedtatt"
    ]
    assert parsed.entries[0].link == f"{URL}mal/mal-1/"
    assert "Mål 1 for folk: Vedtak (i løpet av februar 2023)" in [date.title for date in dates]


def _loaded(address: str) -> str:
    with urlopen(address, timeout=PATIENCE) as answer:
        content: bytes = answer.read()
    return content.decode()
