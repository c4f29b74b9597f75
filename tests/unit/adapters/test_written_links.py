"""Links between written pages, without a site generator: from the file's place to the address."""

from __future__ import annotations

import pytest

from living_strategy.adapters.prose_pages import link_from_page
from living_strategy.loading.corpus import ProsePage, TextField
from living_strategy.loading.source_file import SourceFile
from living_strategy.rendering.markdown_body import MarkdownRenderer


def a_page(path: str) -> ProsePage:
    """A written page with nothing on it."""
    return ProsePage(path, path, SourceFile(f"strategy/{path}", ""), TextField((), "", ()))


@pytest.mark.parametrize(
    ("path", "written", "link"),
    [
        ("om.md", "historie.md", "../historie/"),
        ("om.md", "deler/a.md#b", "../deler/a/#b"),
        ("om.md", "deler/index.md", "../deler/"),
        ("om.md", "index.md", "../"),
        ("om.md", "bilder/kart.png", "../bilder/kart.png"),
        ("index.md", "om.md", "om/"),
        ("deler/a.md", "b.md", "../b/"),
        ("deler/a.md", "../om.md", "../../om/"),
        ("deler/a.md", "../tidslinje/index.md", "../../tidslinje/"),
        ("deler/a.md", "index.md", "../"),
        ("deler/index.md", "a.md", "a/"),
        ("deler/index.md", "../om.md", "../om/"),
        ("deler/a.md", "https://www.ks.no/om.md", "https://www.ks.no/om.md"),
        ("deler/a.md", "#b", "#b"),
    ],
)
def test_links_lead_from_the_address(path: str, written: str, link: str) -> None:
    """They are written as seen from the file, as editors and other tools read them."""
    html = link_from_page(MarkdownRenderer().render(f"[Les]({written})"), a_page(path))

    assert f'href="{link}"' in html
