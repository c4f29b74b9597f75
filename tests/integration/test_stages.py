"""The stages of a plan, on both roads: on hearing, adopted, over."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from living_strategy.adapters.plain.build import build_site
from tests.integration.living_content import LivingContent
from tests.integration.site_support import MKDOCS, TODAY, host_build

pytestmark = [pytest.mark.site, pytest.mark.usefixtures("quick_builds")]
PAGES = ("index.html", "mal/mal-1/index.html", "tiltak/veiledning/index.html", "404.html")
HEARING = {"until": "2026-12-15", "answer": "post@lillevik.example"}
NOTICE = re.compile(r'<aside class="ls-stage"[^>]*><p>(.*?)</p></aside>', re.DOTALL)


def _build(root: Path, road: str, **settings: Any) -> Path:
    content = LivingContent()
    for name in ("hearing", "closed", "proposed_by", "publication"):
        content.settings.pop(name, None)
    content.settings |= settings
    content.write(root)
    if road == "host":
        (root / "mkdocs.yml").write_text(MKDOCS, "utf-8")
        host_build(root)
    else:
        assert build_site(root, root / "site", TODAY).pages
    return root / "site"


def _notices(site: Path) -> set[str]:
    texts = [(site / page).read_text("utf-8") for page in PAGES]
    return {notice for text in texts for notice in NOTICE.findall(text) or [""]}


@pytest.mark.parametrize("road", ["host", "plain"])
def test_on_hearing(tmp_path: Path, road: str) -> None:
    """Every page says who proposes and how to answer; no search engine may list one."""
    site = _build(tmp_path, road, hearing=HEARING, proposed_by="Kommunedirektøren <i>")

    assert _notices(site) == {
        "Dette er et forslag, og ingenting i det er vedtatt. Det kommer fra: "
        "Kommunedirektøren &lt;i&gt;. Du kan si hva du mener til og med 15. desember 2026. "
        '<a href="mailto:post@lillevik.example">Send svar</a>'
    }
    for page in PAGES:
        assert '<meta name="robots" content="noindex">' in (site / page).read_text("utf-8")
    assert (site / "robots.txt").read_text() == "User-agent: *\nDisallow: /\n"
    assert "Demonstrasjon" not in (site / "index.html").read_text("utf-8")


@pytest.mark.parametrize("road", ["host", "plain"])
def test_over(tmp_path: Path, road: str) -> None:
    """Every page says when it ended and what followed; nothing is told as of today."""
    following = {"title": "Neste strategi", "url": "https://www.ks.no/neste"}
    site = _build(tmp_path, road, closed={"date": "2025-06", "successor": following})

    assert _notices(site) == {
        "Denne strategien gjaldt til juni 2025. Det som står her, gjelder per da. "
        '<a href="https://www.ks.no/neste">Den ble fulgt av Neste strategi</a>'
    }
    timeline = (site / "tidslinje" / "index.html").read_text("utf-8")
    assert re.findall(r'<text class="ls-svg-text ls-now"[^>]*>(.*?)</text>', timeline) == [
        "juni 2025"
    ]
    assert "2026" not in re.sub(
        "<.*?>",
        "",
        (site / "status" / "index.html")
        .read_text("utf-8")
        .partition('<p class="ls-lead">')[2]
        .partition("</p>")[0],
    )


def test_adopted(tmp_path: Path) -> None:
    """The foot of every page says who adopted it, when and in which case."""
    site = _build(tmp_path, "plain")

    for page in PAGES:
        foot = (site / page).read_text("utf-8").partition('<p class="ls-about">')[2]
        assert "Vedtatt av Styret, 12. august 2026, sak 26/3. " in foot
