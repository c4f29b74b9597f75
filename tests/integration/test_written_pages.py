"""Written pages on both roads and in the print: nothing is lost, doubled or taken for ours."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from living_strategy.adapters.plain.build import build_site
from tests.integration.living_content import LivingContent
from tests.integration.site_support import MKDOCS, TODAY, host_build

pytestmark = [pytest.mark.site, pytest.mark.usefixtures("quick_builds")]
ROADS = ("plain", "mkdocs")
CODE = "def f():\n\n    if x:\n        return 1\n\n\n    y"
PAGES = {
    "metadata.md": "Viktig: les dette.\nForfatter: ingen\n\nMer tekst.\n",
    "bare-metadata.md": "---\ntitle: Bare tittel\norder: 1\n---",
    "tomt-hode.md": "---\n---",
    "rar-dato.md": "---\ntitle: '2024-02-31'\ndescription: '25:00'\norder: 8\n---\n\n"
    "Tekst om dato.\n",
    "tittel.md": "# Bakgrunn & mål\n\nIngress.\n\n## A\n\n## B\n\n## C\n",
    "innledet.md": "Før tittelen.\n\n# Innledet\n\nEtter tittelen.\n",
    "annen-tittel.md": "---\ntitle: I menyen\n---\n\n# På siden\n\nTekst.\n",
    "to-titler.md": "# Første\n\n# Andre\n\nTekst.\n",
    "kode.md": f"# Kode\n\n```python\n{CODE}\n```\n\n- a\n\n        b\n\n          c\n",
    "tagger.md": "# Tagger\n\nBruk <style> her.\n\n<script>\n\n**Mer** om <svg><title>x.\n\n"
    "<template>\n\nSlutt.\n",
    "merker.md": "# QzTITLEzQ QzLINKEDzQ\n\nQzCONTENTzQ<!--<h1--> QzIDzQ [[ks|QzSOURCEzQ]]\n",
    "plan.md": "# Plan\n\n## Om [[digihjelpen]]\n\n## [[ks|Foreningen]]\n\n## C {: #min-id }\n\n"
    "| [[digihjelpen]] | [[ks|b]] |\n|---|---|\n| 1 | 2 |\n",
}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory, quick_builds: None) -> dict[str, Path]:
    """The site of each road."""
    ids = {}
    for road in ROADS:
        root = ids[road] = tmp_path_factory.mktemp(road)
        content = LivingContent()
        content.prose |= PAGES
        content.write_new(root)
        extensions = "markdown_extensions: [attr_list, tables, def_list]\n"
        (root / "mkdocs.yml").write_text(MKDOCS + extensions, "utf-8")
        if road == "plain":
            assert build_site(root, root / "site", TODAY).pages
        else:
            host_build(root)
    return {road: root / "site" for road, root in ids.items()}


def read(site: Path, name: str) -> str:
    """The document of a page."""
    return (site / name / "index.html").read_text("utf-8")


def article(site: Path, name: str) -> str:
    """What stands between the frame's parts, without the list of headings, and without the ways to
    propose a change.
    """
    html = read(site, name).partition("<article")[2].partition("</article>")[0].partition(">")[2]
    html = re.sub(r'<(p|details) class="ls-edit".*?</\1>', "", html, flags=re.S)
    return re.sub(r"<nav class=\"ls-toc\".*?</nav>", "", html, flags=re.S)


def words(html: str) -> list[str]:
    """The words of a piece of HTML."""
    return re.sub(r"<[^>]*>", " ", html).split()


@pytest.mark.parametrize("road", ROADS)
@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("metadata", "metadata Viktig: les dette. Forfatter: ingen Mer tekst."),
        ("bare-metadata", "Bare tittel"),
        ("tomt-hode", "tomt-hode"),
        ("rar-dato", "2024-02-31 Tekst om dato."),
        ("tittel", "Bakgrunn &amp; mål Ingress. A B C"),
        ("innledet", "Innledet Før tittelen. Etter tittelen."),
        ("annen-tittel", "På siden Tekst."),
        ("to-titler", "Første Andre Tekst."),
        ("tagger", "Tagger Bruk &lt;style&gt; her. &lt;script&gt; Mer om "
         "&lt;svg&gt;&lt;title&gt;x. &lt;template&gt; Slutt."),
        ("merker", "QzTITLEzQ QzLINKEDzQ QzCONTENTzQ QzIDzQ QzSOURCEzQ"),
    ],
)  # fmt: skip
def test_each_word_stands_once(road: str, page: str, text: str, sites: dict[str, Path]) -> None:
    """A first line with a colon, odd front matter, a title of the text's own, named tags, and the
    marks of an earlier version: what was written is on the page, once.
    """
    html = article(sites[road], page)

    assert words(html) == text.split()
    assert html.count("<h1") == 1


@pytest.mark.parametrize("road", ROADS)
def test_the_print_has_each_title_once(road: str, sites: dict[str, Path]) -> None:
    """The heading of a page in the print is its title, and its own title is left out."""
    html = read(sites[road], "utskrift")
    contents, _, chapters = html.partition('class="ls-chapter"')

    assert contents
    for title in ("Bakgrunn &amp; mål", "Innledet", "Kode"):
        assert len(re.findall(rf">\s*{title}\s*<", chapters)) == 1, title
    assert chapters.count("På siden") == 0
    assert chapters.count("Før tittelen.") == 1
    assert "&lt;style&gt; her." in chapters


@pytest.mark.parametrize("road", ROADS)
@pytest.mark.parametrize("page", ["kode", "utskrift"])
def test_code_keeps_its_lines_and_blanks(road: str, page: str, sites: dict[str, Path]) -> None:
    """On the page and in the print, also in a list."""
    html = read(sites[road], page)

    assert re.findall(r"<pre><code[^>]*>(.*?)\n?</code></pre>", html, re.S)[-2:] == [
        CODE,
        "b\n\n  c",
    ]


@pytest.mark.parametrize("road", ROADS)
def test_what_the_page_says_of_itself(road: str, sites: dict[str, Path]) -> None:
    """The description is the text we read, which another reader takes for a number or a time."""
    html = read(sites[road], "rar-dato")

    assert '<meta name="description" content="25:00">' in html
    assert "order" not in article(sites[road], "rar-dato")


def test_list_of_headings(sites: dict[str, Path]) -> None:
    """The host's road has one: the words of the headings, and the ids that they have."""
    html = read(sites["mkdocs"], "plan")
    (listed,) = re.findall(r"<nav class=\"ls-toc\".*?</nav>", html, re.S)
    links = re.findall(r'<li><a href="#([^"]*)">([^<]*)</a>', listed)

    title = LivingContent().items["digihjelpen"].fields["title"]
    assert [text for _, text in links] == [f"Om {title}", "Foreningen", "C"]
    assert [name for name, _ in links][1:] == ["foreningen", "min-id"]
    for name, _ in links:
        assert html.count(f' id="{name}"') == 1


@pytest.mark.parametrize("road", ROADS)
def test_a_tables_name_is_its_words(road: str, sites: dict[str, Path]) -> None:
    """Mentions in the heading of a table are links there, and words in its name."""
    html = article(sites[road], "plan")
    (name,) = re.findall(r'aria-label="([^"]*)"', html)

    assert name.endswith(", b")
    assert "<" not in name
    assert len(re.findall(r"<th[^>]*><a href=", html)) == 2


@pytest.mark.parametrize("road", ROADS)
def test_no_page_allows_code_that_stands_in_it(road: str, sites: dict[str, Path]) -> None:
    """One policy for all, without a hash, before everything that loads; no script but data."""
    policies = set()
    for path in sites[road].rglob("*.html"):
        html = path.read_text("utf-8")
        own = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
        assert len(own) == 1, path
        policies.update(own)
        scripts = re.findall(r"<script(?![^>]*\bsrc=)([^>]*)>", html)
        assert set(scripts) <= {' type="application/ld+json"'}, path
        assert "<style" not in html, path
        assert not re.search("[\ufdd0-\ufdef]", html), path
    assert len(policies) == 1
    assert not any("sha256-" in policy for policy in policies)
