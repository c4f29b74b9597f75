"""What is plain Markdown, and what is left to Python-Markdown."""

from __future__ import annotations

import pytest

from living_strategy.site.markdown.markdown_body import MarkdownRenderer
from living_strategy.site.markdown.plain_markdown import plain_html

RENDERER = MarkdownRenderer()
HEADING = '<h2 id="hva-er-malet">Hva er målet?</h2>'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        ("\n\nEn linje\nog en til.\n\n\nNy.\n", "<p>En linje\nog en til.</p>\n<p>Ny.</p>"),
        ("## Hva er målet?", HEADING),
        ("##Hva er målet?\nTekst.", f"{HEADING}\n<p>Tekst.</p>"),
        ("- en\n- to\n  linjer", "<ul>\n<li>en</li>\n<li>to\n  linjer</li>\n</ul>"),
        ("1. en\n2. to", "<ol>\n<li>en</li>\n<li>to</li>\n</ol>"),
        ("- en\n\n1. to", "<ul>\n<li>en</li>\n</ul>\n<ol>\n<li>to</li>\n</ol>"),
        (
            "| A | B |\n|---|--:|\n| *x* | 1 |",
            '<table>\n<thead>\n<tr>\n<th>A</th>\n<th class="ls-end">B</th>\n</tr>\n</thead>\n'
            '<tbody>\n<tr>\n<td><em>x</em></td>\n<td class="ls-end">1</td>\n</tr>\n</tbody>\n'
            "</table>",
        ),
        ("**Fet** og *kursiv*", "<p><strong>Fet</strong> og <em>kursiv</em></p>"),
        ("[KS](https://www.ks.no/a?b=c#d)", '<p><a href="https://www.ks.no/a?b=c#d">KS</a></p>'),
    ],
)  # fmt: skip
def test_plain_texts_are_made_here(text: str, html: str) -> None:
    """The constructs that nearly all texts get by with, as Python-Markdown makes them."""
    assert plain_html(text) == html
    assert RENDERER.render(text) == RENDERER.render_slowly(text)


@pytest.mark.parametrize(
    "text", ["[[mal]]", "[[mal|mål (2) | *a* – b]]", "## [[mal|Om #1]]\n\n**[[mal]]**"]
)
def test_mentions_are_marks(text: str) -> None:
    """With the signs of their words as they were written."""
    assert plain_html(text) is not None
    assert RENDERER.render(text) == RENDERER.render_slowly(text)


@pytest.mark.parametrize(
    "text",
    [
        "a & b", "a < b", "a > b", "`a`", "a_b", "~a~", "\\*", "^a", "{a}", "a\u00a0b", "a\tb",
        "😀", "  a", "a ", "a  \nb", "a\n    b", "    a", "![a](b.png)", "***a***", "*a",
        "*a **b** c*", "* a", "+ a", "[a](b.md)", "[a](http://ks.no)", "[a](https://1.2/)",
        "[a](https://xn--a.no)", "[a]", "[a]: https://ks.no", "[^1]", "[[", "[[[mal]]", "> a",
        "---", "a\n---", "a\n===", "a\n: b", "a\n- b", "a\n1. b", "a\n# b", "#", "# a #", "# *a*",
        "# !", "# a\n\n# a", "- # a", "- 1. a", "- a\n  - b", "- a\n\n- b",
        "- a\n\n  b", "- a\n1. b", "2. a", "1) a", "| a |\n| b |", "| a |\n|---|",
        "a | b\n---|---\nc | d", "| a | b |\n|---|---|\n| c |", "| a |\n|---|\n| b",
        "| [a | b](https://ks.no) |\n|---|---|\n| c | d |",
    ],
)  # fmt: skip
def test_everything_else_is_left_alone(text: str) -> None:
    """Whatever means more, or could, is not taken."""
    assert plain_html(text) is None
