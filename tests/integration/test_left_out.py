"""What mkdocs.yml leaves out is nowhere on the host's road; a preview shows drafts and says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from living_strategy.adapters.mkdocs.host_settings import selection
from living_strategy.inspection import inspect_strategy
from tests.integration.living_content import PIXEL, LivingContent
from tests.integration.site_support import (
    MKDOCS,
    TODAY,
    host_build,
    host_refresh,
    read_tree,
    write_texts,
)

pytestmark = [pytest.mark.site, pytest.mark.usefixtures("quick_builds")]
SETTINGS = """\
site_url: https://x.example/plan/
exclude_docs: |
  notater/
  *.csv
draft_docs: utkast*
not_in_nav: kampanje.md
"""
PAGES = {
    "om.md": "# Om\n\nTekst.\n",
    "notater/index.md": "# Qnotat\n\n[[digihjelpen]] [x](borte.md)\n",
    "notater/mer.md": "---\nfeil: ja\n---\n\nQnotat\n",
    "utkast-1.md": "# Qutkast\n\nSe [[digihjelpen]].\n",
    "kampanje.md": "# Qkampanje\n\nTekst.\n",
}
FILES: dict[str, str | bytes | None] = {
    "strategy/tall.csv": "Qtall\n",
    "strategy/utkast.png": PIXEL,
    "strategy/kart.png": PIXEL,
}


def _strategy(root: Path, settings: str = SETTINGS) -> Path:
    content = LivingContent()
    content.prose = dict(PAGES)
    content.write_new(root)
    write_texts(root, FILES | {"mkdocs.yml": MKDOCS + settings})
    return root


def _mentions(tree: dict[str, bytes], word: str) -> list[str]:
    """The files that hold a word."""
    return sorted(path for path, content in tree.items() if word.encode() in content)


def test_what_is_left_out_is_nowhere(tmp_path: Path) -> None:
    """No page, no file, no menu, print, sitemap, list of mentions or data; what lies there is not
    even read.
    """
    host_build(_strategy(tmp_path))
    tree = read_tree(tmp_path / "site")

    for word in ("Qnotat", "Qutkast", "Qtall", "notater/", "utkast-1"):
        assert _mentions(tree, word) == [], word
    assert not {"tall.csv", "utkast.png"} & tree.keys()
    assert "kart.png" in tree


def test_not_in_nav(tmp_path: Path) -> None:
    """Such a page is published and can be found, but stands in no menu and not in the print."""
    host_build(_strategy(tmp_path))
    tree = read_tree(tmp_path / "site")

    assert _mentions(tree, "Qkampanje") == ["kampanje/index.html"]
    assert _mentions(tree, "kampanje/") == ["kampanje/index.html", "sitemap.xml"]


@pytest.mark.parametrize("way", ["utkast-1.md", "/utkast-1/", "notater/mer.md", "tall.csv"])
def test_a_link_to_what_is_left_out_is_a_finding(way: str, tmp_path: Path) -> None:
    """It would lead to nothing, and nothing is published. A preview has the drafts."""
    root = _strategy(tmp_path)
    write_texts(root, {"strategy/om.md": f"# Om\n\n[x]({way})\n"})
    config = load_config(str(root / "mkdocs.yml"))
    findings = {}
    for for_preview in (False, True):
        chosen = selection(config, for_preview=for_preview)
        inspection = inspect_strategy(root, TODAY, selection=chosen)
        findings[for_preview] = [
            (finding.code, dict(finding.params)) for finding in inspection.diagnostics
        ]
    finding = ("broken-link", {"target": way, "case": "left-out"})

    assert findings == {False: [finding], True: [] if "utkast" in way else [finding]}
    with pytest.raises(Abort):
        host_build(root)
    assert not (root / "site").exists()


def test_a_preview_shows_drafts(tmp_path: Path) -> None:
    """At their addresses, marked as the host marks its own, in no menu; also after an edit."""
    root = _strategy(tmp_path)
    plugin = host_build(root, serving=True)
    page = tmp_path / "site" / "utkast-1" / "index.html"
    first = page.read_bytes()

    assert first.count(b">DRAFT</div>") == 1
    assert b"<h1" in first
    tree = read_tree(tmp_path / "site")
    own = "utkast-1/index.html"
    assert _mentions(tree, "Qutkast") == ["prosjekter/digihjelpen/index.html", own]
    assert _mentions(tree, "Qnotat") == []
    content = LivingContent()
    item = content.items["digihjelpen"]
    before = str(item.fields["title"]).encode()
    item.fields["title"] = "Ny tittel"
    write_texts(root, {f"{item.folder}/digihjelpen.{item.ending}": item.text()})
    assert host_refresh(plugin)
    plugin.ensure(own)
    assert page.read_bytes() == first.replace(before, b"Ny tittel") != first


MENU = """\
nav:
  - index.md
  - Om: [om.md, notater/index.md, Utkast: utkast-1.md]
  - Bare utkast: [utkast-1.md]
  - mal/index.md
"""


def test_a_menu_of_its_own(tmp_path: Path) -> None:
    """What mkdocs.yml leaves out is taken from the menu that it has, with headings over nothing."""
    host_build(_strategy(tmp_path, SETTINGS + MENU))
    tree = read_tree(tmp_path / "site")

    for word in ("notater", "utkast", "Utkast"):
        assert _mentions(tree, word) == [], word
    assert b'href="om/"' in tree["index.html"]
