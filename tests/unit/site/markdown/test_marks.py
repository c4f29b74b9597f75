"""Marks of ours in rendered texts: what they become, and that no content can forge them."""

from __future__ import annotations

from html import escape

import pytest

from living_strategy.site.markdown.markdown_body import MarkdownRenderer
from living_strategy.site.markdown.marks import (
    LOCAL,
    fill,
    mention_mark,
    settled,
    without_marks,
    without_references,
    words_only,
)

RENDERER = MarkdownRenderer()


def shown(markdown: str) -> str:
    """A text as it stands on a page two folders below the root."""

    def link(entry_id: str, label: str) -> str:
        return f'<a href="/{entry_id}/">{label or escape(f"Om «{entry_id}» & <flere>")}</a>'

    return fill(RENDERER.render(markdown), "../../", link)


LINK = '<a href="/digisos/">Om «digisos» &amp; &lt;flere&gt;</a>'
WORDS = "Om «digisos» &amp; &lt;flere&gt;"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[[digisos]]", f"<p>{LINK}</p>"),
        ("[[digisos|de *to*]]", '<p><a href="/digisos/">de *to*</a></p>'),
        ("*[[digisos]]*", f"<p><em>{LINK}</em></p>"),
        ("## Om [[digisos]]", f'<h2 id="om-digisos">Om {LINK}</h2>'),
        ("## [[digisos|Første]]", '<h2 id="forste"><a href="/digisos/">Første</a></h2>'),
        ("- [[digisos]]", f"<ul>\n<li>{LINK}</li>\n</ul>"),
        ("> [[digisos]]", f"<blockquote>\n<p>{LINK}</p>\n</blockquote>"),
        ("ord\n:   [[digisos]]", f"<dl>\n<dt>ord</dt>\n<dd>{LINK}</dd>\n</dl>"),
        ("`[[digisos]]`", "<p><code>[[digisos]]</code></p>"),
        (
            '[x](https://a.no "[[digisos]]")',
            f'<p><a href="https://a.no" title="{WORDS}">x</a></p>',
        ),
        (
            '[x](https://a.no "[[digisos|a\'b <i>]]")',
            '<p><a href="https://a.no" title="a\'b &lt;i&gt;">x</a></p>',
        ),
        ("![[[digisos]]](k.png)", f'<p><img alt="{WORDS}" src="../../k.png"></p>'),
        (
            "![x](k.png '[[digisos|q\" onerror=\"x]]')",
            '<p><img alt="x" src="../../k.png" title="q&quot; onerror=&quot;x"></p>',
        ),
        (
            "[les [[digisos]] her](https://a.no)",
            f'<p><a href="https://a.no">les {WORDS} her</a></p>',
        ),
        ("[x][a]\n\n[a]: https://a.no '[[digisos|y]]'",
         '<p><a href="https://a.no" title="y">x</a></p>'),
    ],
)  # fmt: skip
def test_mention_in_every_place(text: str, html: str) -> None:
    """A mention is a link in a text; in attributes and in other links it is its words."""
    assert shown(text) == html


def test_mention_in_a_tables_heading() -> None:
    """The heading has the link; the name of the table, made from it, has the words."""
    html = shown('| [[digisos]] | [[ks|"KS" & co]] |\n|---|---|\n| [[digisos]] | 1 |')

    assert f'aria-label="{WORDS}, &quot;KS&quot; &amp; co" tabindex="0"' in html
    assert f'<th scope="col">{LINK}</th>' in html
    assert html.count("<a ") == 3


@pytest.mark.parametrize(
    "written",
    ["&#xFDD0;", "&#XFdd0", "&#x000fdd2;", "&#64976;", "&#0064978", "&#65007;", "&#xFDEF;"],
)
@pytest.mark.parametrize(
    "place",
    [
        "{0}", "`{0}`", "## {0}", "[x](https://a.no '{0}')", "![{0}](k.png)", "[x]({0}k.md)",
        "[[ks|{0}]]", "| {0} |\n|---|\n| {0} |", "    {0}", "<b>{0}</b>", "&#{0}xFDD0;",
    ],
)  # fmt: skip
def test_references_are_no_marks(written: str, place: str) -> None:
    """A character reference never becomes one of our marks, wherever it stands."""
    html = RENDERER.render(place.format(f"{written}ks|x{written}"))
    plain = RENDERER.render(place.format("ks|x"))

    def ours(text: str) -> list[str]:
        return [sign for sign in text if "\ufdd0" <= sign <= "\ufdef"]

    assert ours(html) == ours(plain)


def test_only_our_references_are_replaced() -> None:
    """Neighbours of our marks, and what is longer, are other characters."""
    others = "&#xFDCF; &#xFDF0; &#xFDD0A; &#64975; &#65008; &#649760; &amp;#xFDD0;"

    assert without_references(others) == others


def test_marks_in_a_text_are_replaced() -> None:
    """Whoever hands a text over: what looks like a mark is none of ours."""
    forged = f"{mention_mark('ks', 'x')} {LOCAL}"

    assert "ks" not in RENDERER.render(forged)
    assert set(without_marks(forged)) == {"\ufffd", "x", " "}


def test_words_of_a_heading_with_a_mention() -> None:
    """What makes ids sees the words, or the id where there are none."""
    marked = f"Om {mention_mark('ks', 'foreningen')} og {mention_mark('digisos', '')}"

    assert words_only(marked) == "Om foreningen og digisos"
    assert settled(marked) == marked
