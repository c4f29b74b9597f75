"""Written pages on a host's road: what its Markdown gets, and what is kept of what it makes."""

from __future__ import annotations

import pytest

from living_strategy.adapters.mkdocs.prose import headings_of, parts_of, sanitise


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("a", True), ("økonomi-2", True), ("fn:1", True), ("A.b_c", True),
        ('a" onmouseover="x', False), ("b><script>", False), ("a b", False), ("", False),
        ("ls-menu", False), ("__config", False), ("a'", False), ("a\ufdd0", False),
        ("x" * 300, False),
    ],
)  # fmt: skip
def test_ids_are_plain_words(name: str, kept: bool) -> None:
    """Any other id is left out, wherever an attribute list puts it."""
    written = name.replace('"', "&quot;")
    for tag in ("h2", "p", "span", "a", "dt", "img"):
        html = sanitise(f'<{tag} id="{written}">x</{tag}>')
        assert ("id=" in html) is kept, tag


@pytest.mark.parametrize(
    "source",
    [
        " https://ond.no/a.png", "&#9;https://ond.no/a.png", "ht&#10;tps://ond.no/a.png",
        "&#1;https://ond.no/a.png", "HTTPS://ond.no/a.png", "&#104;ttps://ond.no/a.png",
        "https&colon;//ond.no/a.png", "//ond.no/a.png", " //ond.no/a.png", "/&#9;/ond.no/a.png",
        "\\\\ond.no/a.png", "/\\ond.no/a.png", "javascript:x", "data:image/svg+xml,x",
    ],
)  # fmt: skip
@pytest.mark.parametrize("more", ["", ' class="x"', ' alt="&quot;&gt;" title="t"'])
def test_images_come_from_the_site(source: str, more: str) -> None:
    """An image from another server is no image, however its address is written."""
    html = sanitise(f'<p><img src="{source}"{more}></p>')

    assert "<img" not in html or "src=" not in html
    assert "ond.no" not in html or 'href="https://ond.no/a.png"' in html.lower()


def test_own_images_stay() -> None:
    """Those with an address of the site are as they were."""
    html = '<p><img alt="a" src="../bilder/kart.png"></p>'

    assert sanitise(html) == html


@pytest.mark.parametrize(
    ("html", "listed"),
    [
        ('<h1 id="t">T</h1><h2 id="a">A</h2><h3 id="b">B</h3>', [("#a", "A")]),
        ('<h3 id="b">B</h3>', [("#b", "B")]),
        ('<h2 class="x" id="a"><a href="../x/">Å &amp; «<b>c</b>»</a></h2>', [("#a", "Å & «c»")]),
        ("<h2>A</h2>", []),
        ('<h2 id="a">&lt;script&gt;x</h2>', [("#a", "<script>x")]),
    ],
)
def test_list_of_headings(html: str, listed: list[tuple[str, str]]) -> None:
    """Those of the highest level below the title, as they stand in the finished text."""
    assert [(one.url, one.title) for one in headings_of(html)] == listed


@pytest.mark.parametrize(
    ("html", "lead", "rest"),
    [
        ("<h1>E</h1>\n<p>a</p>\n<p>b</p>", "<h1>E</h1>\n<p>a</p>", "\n<p>b</p>"),
        ("<p>a</p>\n<h2>b</h2>", "<h1>T &amp; t</h1>\n<p>a</p>", "\n<h2>b</h2>"),
        ("<ul></ul>", "<h1>T &amp; t</h1>\n", "<ul></ul>"),
        ("<p>a</p>\n<h1>E</h1>\n<p>b</p>", "<h1>E</h1>\n<p>a</p>", "\n<p>b</p>"),
        ("", "<h1>T &amp; t</h1>\n", ""),
    ],
)
def test_title_and_lead_come_first(html: str, lead: str, rest: str) -> None:
    """A page without a title of its own gets its name as one."""
    assert parts_of(html, "T & t") == {"lead": lead, "rest": rest, "content": html}


def test_one_title() -> None:
    """A second heading of the first level, or one inside something else, stands below it."""
    html = '<blockquote>\n<h1 id="a">A</h1>\n</blockquote>\n<h1>B</h1>'

    assert sanitise(html) == html.replace("h1", "h2")
    assert sanitise("<h1>A</h1>\n<h1>B</h1>") == "<h1>A</h1>\n<h2>B</h2>"
