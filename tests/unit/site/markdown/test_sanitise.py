"""What is kept of what Markdown makes."""

from __future__ import annotations

import pytest

from living_strategy.site.markdown.markdown_body import MarkdownRenderer
from living_strategy.site.markdown.sanitise import sanitise


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
    ("written", "kept"),
    [
        ("knapp", "knapp"), ("knapp stor", "knapp stor"), ("ls-menu", ""),
        ("md-header knapp", "knapp"),
        ("ls-end", "ls-end"), ("1a", ""), ("a&quot;b", ""), ("", ""),
    ],
)  # fmt: skip
def test_classes_are_the_writers_own(written: str, kept: str) -> None:
    """A class that a part of the page has would change the page."""
    html = sanitise(f'<p class="{written}">x</p>')

    assert html == (f'<p class="{kept}">x</p>' if kept else "<p>x</p>")


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
    html = MarkdownRenderer().render(f'<p><img src="{source}"{more}></p>')

    assert "<img" not in html
    assert "ond.no" not in html


def test_own_images_stay() -> None:
    """Those with an address of the site are as they were."""
    html = '<p><img alt="a" src="../bilder/kart.png"></p>'

    assert sanitise(html) == html
