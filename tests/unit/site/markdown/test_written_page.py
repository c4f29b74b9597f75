"""Links of written pages, without a site generator: from the file's place to the site's root."""

from __future__ import annotations

import pytest

from living_strategy.content.corpus import ProsePage, TextField
from living_strategy.content.source_file import SourceFile
from living_strategy.site.markdown.bodies import Bodies, NoCache
from living_strategy.site.markdown.marks import LOCAL, fill
from living_strategy.site.markdown.written_page import seen_from, written_body


def a_page(path: str, text: str) -> ProsePage:
    """A written page."""
    return ProsePage(
        path, path, SourceFile(f"strategy/{path}", "", body=text), TextField((), "", ())
    )


@pytest.mark.parametrize(
    ("path", "written", "link"),
    [
        ("om.md", "historie.md", f"{LOCAL}historie/"),
        ("om.md", "deler/a.md#b", f"{LOCAL}deler/a/#b"),
        ("om.md", "deler/index.md", f"{LOCAL}deler/"),
        ("om.md", "index.md", LOCAL),
        ("om.md", "bilder/kart.png", f"{LOCAL}bilder/kart.png"),
        ("index.md", "om.md", f"{LOCAL}om/"),
        ("deler/a.md", "b.md", f"{LOCAL}deler/b/"),
        ("deler/a.md", "../om.md", f"{LOCAL}om/"),
        ("deler/a.md", "../index.md", LOCAL),
        ("deler/a.md", "../tidslinje/index.md", f"{LOCAL}tidslinje/"),
        ("deler/a.md", "index.md", f"{LOCAL}deler/"),
        ("deler/index.md", "a.md", f"{LOCAL}deler/a/"),
        ("deler/index.md", "../om.md", f"{LOCAL}om/"),
        ("deler/a.md", "README.md", f"{LOCAL}deler/"),
        ("om.md", "deler/README.md#b", f"{LOCAL}deler/#b"),
        ("om.md", "historie.md?a=b#c", f"{LOCAL}historie/?a=b#c"),
        ("om.md", "deler", f"{LOCAL}deler/"),
        ("deler/a.md", "..", LOCAL),
        ("deler/a.md", "/mal/", f"{LOCAL}mal/"),
        ("deler/a.md", "/om.md#b", f"{LOCAL}om/#b"),
        ("deler/a.md", "/", LOCAL),
        ("deler/a.md", "/bilder/kart.png", f"{LOCAL}bilder/kart.png"),
        ("deler/a.md", "https://www.ks.no/om.md", "https://www.ks.no/om.md"),
        ("deler/a.md", "#b", "#b"),
        ("deler/a.md", "?a=b", "?a=b"),
    ],
)
def test_links_lead_from_the_root(path: str, written: str, link: str) -> None:
    """They are written as seen from the file, as editors and other tools read them."""
    html = written_body(a_page(path, f"[Les]({written})"), Bodies((), NoCache()))

    assert f'href="{link}"' in html


@pytest.mark.parametrize(
    ("path", "written", "link"),
    [
        ("om.md", "historie.md", "../historie/"),
        ("om.md", "deler/a.md#b", "../deler/a/#b"),
        ("om.md", "index.md", "../"),
        ("om.md", "bilder/kart.png", "../bilder/kart.png"),
        ("index.md", "om.md", "om/"),
        ("deler/a.md", "b.md", "../b/"),
        ("deler/a.md", "../om.md", "../../om/"),
        ("deler/a.md", "index.md", "../"),
        ("deler/index.md", "a.md", "a/"),
        ("deler/a.md", "/mal/", "../../mal/"),
        ("deler/a.md", "/", "../../"),
        ("deler/a.md", "/deler/b.md#c", "../b/#c"),
        ("deler/index.md", "./javascript:a", "./javascript:a/"),
        ("deler/index.md", "/deler/data:a.html", "./data:a.html"),
        ("index.md", "/vbscript:a.b", "./vbscript:a.b"),
        ("deler/a.md", "#b", "#b"),
    ],
)
def test_links_lead_from_the_address(path: str, written: str, link: str) -> None:
    """On a page of its own they are as a host writes them."""
    page = a_page(path, f"[Les]({written})")
    html = seen_from(written_body(page, Bodies((), NoCache())), page.address)

    assert f'href="{link}"' in html


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("om.md", "../../om/"), ("/om.md", "../../om/"), ("/", "../../"), ("index.md", "../../"),
        ("om/README.md?a#b", "../../om/?a#b"), ("/kart.png", "../../kart.png"), ("#b", "#b"),
        ("", ""),
    ],
)  # fmt: skip
def test_links_of_entries(written: str, link: str) -> None:
    """They are written as seen from strategy/, which is the root of the site, and so are those
    that begin with /.
    """
    html = fill(Bodies((), NoCache()).html(f"[Les]({written})"), "../../", lambda *_: "")

    assert f'href="{link}"' in html
