"""Pages that people wrote: title, lead, list of headings, text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from living_strategy.content.corpus import ProsePage, TextField
from living_strategy.content.source_file import SourceFile
from living_strategy.site.pages.written.view import written_pages
from tests.factories import a_graph, context_of


def shown(body: str, tmp_path: Path) -> str:
    """The content of a page with this text."""
    source = SourceFile("strategy/om.md", "", body=body)
    page = ProsePage("om.md", "T & t", source, TextField((), body, ()))
    context = context_of(tmp_path, a_graph(prose=(page,)))
    (made,) = written_pages(context.graph, context)
    return made.content


@pytest.mark.parametrize(
    ("body", "listed"),
    [
        ("## A\n\n### B\n\n## C\n\n## D\n", [("a", "A"), ("c", "C"), ("d", "D")]),
        ("### B\n\n### C\n\n### D\n", [("b", "B"), ("c", "C"), ("d", "D")]),
        ("## Å & «**c**»\n\n## B\n\n## C {: #min-id }\n",
         [("a-c", "Å &amp; «c»"), ("b", "B"), ("min-id", "C")]),
        ("## Økonomi for Čáhcesuolu\n\n## Ærlig\n\n## B\n",
         [("okonomi-for-cahcesuolu", "Økonomi for Čáhcesuolu"), ("aerlig", "Ærlig"), ("b", "B")]),
        ("## A\n\n## B\n", []),
    ],
)  # fmt: skip
def test_list_of_headings(body: str, listed: list[tuple[str, str]], tmp_path: Path) -> None:
    """Those of the highest level below the title, with the ids that they have; two are too few."""
    html = shown(body, tmp_path)

    assert re.findall(r'<li><a href="#([^"]*)">([^<]*)</a>', html) == listed
    for name, _ in listed:
        assert html.count(f' id="{name}"') == 1


@pytest.mark.parametrize(
    ("body", "begins"),
    [
        ("# Egen\n\na\n\nb\n", '<h1 id="egen">Egen</h1> <p>a</p> <p>b</p>'),
        ("a\n\n## B\n", '<h1 id="ls-title">T &amp; t</h1> <p>a</p> <h2 id="b">B</h2>'),
        ("- x\n", '<h1 id="ls-title">T &amp; t</h1> <ul> <li>x</li> </ul>'),
        ("a\n\n# Egen\n\nb\n", '<h1 id="egen">Egen</h1> <p>a</p> <p>b</p>'),
        ("", '<h1 id="ls-title">T &amp; t</h1>'),
    ],
)
def test_title_and_lead_come_first(body: str, begins: str, tmp_path: Path) -> None:
    """A page without a title of its own gets its name as one."""
    assert " ".join(shown(body, tmp_path).split()) == begins


def test_footnotes_and_attributes(tmp_path: Path) -> None:
    """Notes are linked both ways, and attributes are set; none of their signs is left."""
    html = shown(
        "Tall[^1] og [v](https://example.org/v){:.knapp}.\n\n[^1]: Egen telling.\n", tmp_path
    )

    assert '<a class="footnote-ref" href="#fn:1">1</a>' in html
    assert '<li id="fn:1">' in html
    assert '<a class="knapp" href="https://example.org/v">v</a>' in html
    assert not re.search(r"\[\^|\{:", html)


def test_text_in_another_language(tmp_path: Path) -> None:
    """Heading, list of headings and text say their language; our own words say the site's."""
    body = "lead\n\n## A\n\n## B\n\n## C\n"
    source = SourceFile("strategy/in-english.md", "", body=body)
    text = TextField((), body, ())
    page = ProsePage("in-english.md", "In English", source, text, language="en")
    context = context_of(tmp_path, a_graph(prose=(page,)))

    (made,) = written_pages(context.graph, context)

    html = " ".join(made.content.split())
    assert html.startswith('<div class="ls-language" lang="en"><h1 id="ls-title">In English</h1>')
    assert f'<p id="ls-toc" lang="{context.settings.language}">' in html
    assert html.endswith("</div>")
    assert "lang=" not in shown(body, tmp_path)
