"""The first use of a term opens its meaning; nothing else does."""

from __future__ import annotations

import pytest

from living_strategy.model import Term
from living_strategy.site.markdown.definitions import Definitions

TERMS = (
    Term(id="samstyring", title="Samstyring", summary="Flere styrer sammen."),
    Term(id="ikt", title="IKT", summary="Teknologi & nett.", forms=("ikt-området",)),
    Term(id="felles", title="Fellesløsning", summary="Del.", forms=("fellesløsninger",)),
)


def marked(html: str, seen: set[str] | None = None) -> str:
    """The text as it is on a page, with what opens a meaning between braces."""
    text = Definitions(TERMS).marked(html, set() if seen is None else seen, lambda term: term.id)
    for term in TERMS:
        text = text.replace(
            f'<button type="button" class="ls-term" popovertarget="ls-term-{term.id}">', "{"
        )
    return text.replace("</button>", "}")


def body(html: str) -> str:
    """The same without the meanings below the text."""
    return marked(html).partition('<div class="ls-definition"')[0]


def test_first_use_has_its_meaning_below_the_text() -> None:
    """Once a page: a second use is a word like others. What is written is escaped."""
    assert marked("<p>Med samstyring og IKT, mer samstyring.</p>\n") == (
        "<p>Med {samstyring} og {IKT}, mer samstyring.</p>\n"
        '<div class="ls-definition" id="ls-term-samstyring" popover data-pagefind-ignore>'
        '<p><strong><a href="samstyring">Samstyring</a></strong>: Flere styrer sammen.</p></div>\n'
        '<div class="ls-definition" id="ls-term-ikt" popover data-pagefind-ignore>'
        '<p><strong><a href="ikt">IKT</a></strong>: Teknologi &amp; nett.</p></div>\n'
    )


def test_a_page_with_several_texts() -> None:
    """What an earlier text of the page explained is not explained again."""
    seen = {"ikt"}

    assert marked("<p>IKT og samstyring</p>", seen).startswith("<p>IKT og {samstyring}</p>")
    assert seen == {"ikt", "samstyring"}
    assert marked("<p>Samstyring</p>", seen) == "<p>Samstyring</p>"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Samstyring først.</p>", "<p>{Samstyring} først.</p>"),
        ("<p>To fellesløsninger</p>", "<p>To {fellesløsninger}</p>"),
        ("<p>Hele IKT-området</p>", "<p>Hele IKT-området</p>"),
        ("<p>Hele ikt-området</p>", "<p>Hele {ikt-området}</p>"),
        ("<li>(samstyring)</li>", "<li>({samstyring})</li>"),
    ],
)
def test_forms(html: str, expected: str) -> None:
    """As written, with a capital where a sentence begins, and the other forms."""
    assert body(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        "<p>samstyringen, medsamstyring, IKT-løsning, ikt, IKTs</p>",
        '<p><a href="x">samstyring</a></p>',
        '<h2 id="samstyring">Samstyring</h2>',
        "<p><code>IKT</code></p><pre><code>a IKT</code></pre>",
        '<p><img src="x" alt="IKT" title="a > IKT"></p>',
        "<table><tr><th>IKT</th></tr></table>",
        "<p><a href='x'><strong>IKT</strong> samstyring</a></p>",
    ],
)
def test_no_use_of_the_term(html: str) -> None:
    """Parts of words and of compounds, headings, links, code and attributes stay as they are."""
    assert marked(html) == html


def test_after_what_is_closed() -> None:
    """A link before a word does not keep it from being found; elements without end are none."""
    assert body('<p><a href="x">IKT</a><br>Samstyring <img src="x"></p>') == (
        '<p><a href="x">IKT</a><br>{Samstyring} <img src="x"></p>'
    )


def test_no_terms() -> None:
    """A strategy without a glossary has its texts as they are."""
    assert Definitions(()).marked("<p>IKT</p>", set(), str) == "<p>IKT</p>"
