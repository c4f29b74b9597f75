"""Links to the site itself on both roads: what passes the check leads somewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from living_strategy.adapters.plain.build import build_site
from tests.integration.living_content import PIXEL, LivingContent
from tests.integration.site_links import LINK, dead_links
from tests.integration.site_support import MKDOCS, TODAY, host_build, write_texts

pytestmark = [pytest.mark.site, pytest.mark.usefixtures("quick_builds")]
ROADS = ("plain", "mkdocs")
# As seen from strategy/, so that they can stand in an entry; on a page in a folder with ../ before.
RELATIVE = (
    "om.md", "om/", "om", "om.md?a=b#okonomi", "lenker/README.md", "lenker/", "lenker/side.md#b",
    "index.md", "index.md#ls-now", "./om.md", "mal/index.md", "mal/", "mal/mal-1/", "kart.png",
    "b%C3%A5ter.csv#row=1", "apne-data/index.md", "data/catalogue.json", "tiltak/?status=ongoing",
    "data/schemas/goal.schema.json",
)  # fmt: skip
FROM_ROOT = ("/", *(f"/{target.removeprefix('./')}" for target in RELATIVE))
OWN = ("#her", "#top", "?a=b")


def _text(folder: str) -> str:
    """A link of each sort, as it is written in a file in this folder."""
    up = "../" * (folder.count("/") + 1) if folder else ""
    targets = [*(f"{up}{target}" for target in RELATIVE), *FROM_ROOT, *OWN]
    links = "\n".join(f"[x]({target})" for target in targets if not target.endswith(".png"))
    return f"## Her\n\n{links}\n![Kart]({up}kart.png) ![Kart](/kart.png) [ref][y]\n\n[y]: {up}om.md"


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory, quick_builds: None) -> dict[str, Path]:
    """The site of each road, at an address below the root of its server."""
    links = {}
    for road in ROADS:
        root = tmp_path_factory.mktemp(road)
        content = LivingContent()
        content.prose |= {
            "om.md": f"# Om\n\n{_text('')}\n\n## Økonomi\n",
            "lenker/README.md": f"# Lenker\n\n{_text('lenker')}\n",
            "lenker/side.md": f"# Side\n\n{_text('lenker')}\n\n## B\n",
        }
        content.items["mal-1"].body = _text("")
        content.items["mal-1"].fields["updates"] = [{"date": "2024", "text": _text("")}]
        content.registers["organisations"]["ks"]["description"] = _text("")
        content.write_new(root)
        write_texts(root, {"strategy/kart.png": PIXEL, "strategy/båter.csv": "a;b\n"})
        (root / "mkdocs.yml").write_text(MKDOCS + "site_url: https://x.example/a/plan/\n", "utf-8")
        if road == "plain":
            built = build_site(root, root / "site", TODAY, "https://x.example/a/plan/")
            assert built.pages, built.diagnostics
        else:
            host_build(root)
        links[road] = root / "site"
    return links


@pytest.mark.parametrize("road", ROADS)
@pytest.mark.parametrize(
    "page", ["om", "lenker", "lenker/side", "mal/mal-1", "organisasjoner/ks", "utskrift"]
)
def test_every_link_leads_somewhere(road: str, page: str, sites: dict[str, Path]) -> None:
    """From pages in folders, entries, reports, registers and the print: to a file of the site, as
    a relative link, and to a heading that is there.
    """
    file = sites[road] / page / "index.html"

    html = file.read_text("utf-8")
    assert len(LINK.findall(html)) > len(RELATIVE)
    assert dead_links(sites[road], file, html.partition("<article")[2]) == []
