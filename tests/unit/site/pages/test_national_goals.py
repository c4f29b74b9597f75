"""The pages about national goals: what stands there is decided here, or is another site's text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from living_strategy.artifact import Page
from living_strategy.model.catalogue import Catalogue
from living_strategy.model.catalogue_reading import read_catalogue
from living_strategy.publication import Publication
from living_strategy.site.markdown.foreign_text import foreign_html
from tests.factories import TODAY, inspect_files, valid_files
from tests.national import SITE, a_catalogue, a_national_goal, pinned_files

SETTINGS, MEASURE = "strategy/strategy.yml", "measures/tiltak.md"
NATIONAL = "upstream: [{name: ks, title: Den <b>nasjonale</b>}]\n"
HOSTILE = '<img src=x onerror=alert(1)> & "mål"'
TEXT = """\
# Om <script>alert(1)</script>

Se [[data]], [her](../mal/x.md), [der](https://b.example/) og [post](mailto:a@b.example).
![Et bilde](bilde.png)
"""
GOAL = a_national_goal(
    title=HOSTILE, summary="Kort.", description=TEXT,
    indicators=[{"title": "Andel", "unit": "percent", "target": {"value": 90, "date": "2030"}}],
)  # fmt: skip
CATALOGUE = a_catalogue(GOAL, a_national_goal("data", title="Deling av data"))
ADAPTED = f"""\
state: adapted
against: {{version: v0, hash: {"a" * 64}}}
reason: Vi går <i>lenger</i>.
decision: {{body: Kommunestyret, case: PS 45/26, date: 2026-06-18, url: "https://a.example/sak"}}
overlays:
  - {{field: description, text: "Vår **egen**.", base: {"b" * 64}}}
"""


def settings(language: str) -> str:
    """The settings of the valid strategy, in a language and with a strategy above."""
    written = str(valid_files()[SETTINGS])
    assert "language: en" in written
    return written.replace("language: en", f"language: {language}") + NATIONAL


def pages(records: dict[str, str], language: str = "nb") -> dict[str, Page]:
    """The pages of the valid strategy with these records, by their addresses."""
    measure = str(valid_files()[MEASURE]).replace("goals: [mal]", "goals: [mal, ks:personvern]")
    files = pinned_files(CATALOGUE) | {
        SETTINGS: settings(language),
        MEASURE: measure,
        **{f"adoption/ks/{name}.yml": text for name, text in records.items()},
    }
    inspection = inspect_files(files)
    publication = Publication(Path("/nowhere"), inspection, TODAY)
    made = (*publication.overviews, *publication.entry_pages())
    return {page.path: page for page in made if isinstance(page, Page)}


def text_of(page: Page) -> str:
    """The words of a page in one line."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", page.content))


def test_the_list_tells_no_from_not_yet() -> None:
    """In words, for every goal, with what was decided; and the front page counts the same."""
    made = pages({"personvern": "state: declined\nreason: Ikke hos oss.\n"})
    words = text_of(made["nasjonale-mal/"])

    assert "2 nasjonale mål: 1 avslått eller ikke relevant, 1 ikke behandlet." in words
    assert "Avslått Ikke hos oss." in words
    row = re.search(
        r'<tr><th scope="row"><a href="[^"]*ks/data/">.*?</tr>',
        made["nasjonale-mal/"].content,
        re.S,
    )
    assert row is not None
    assert "Ikke behandlet" in row[0]
    assert "Avslått" not in row[0]
    assert "1 avslått eller ikke relevant, 1 ikke behandlet." in text_of(made[""])
    assert made["nasjonale-mal/"].in_menu


def test_titles_of_another_site_are_text() -> None:
    """Whatever stands in them."""
    for page in pages({}).values():
        assert "<img" not in page.content
        assert "<script>alert" not in page.content
        assert "Den <b>" not in page.content


def test_what_is_national_and_what_is_local() -> None:
    """Both texts stand beside each other, with the versions."""
    page = pages({"personvern": ADAPTED})["nasjonale-mal/ks/personvern/"]
    words = text_of(page)

    assert "Vår egen." in words
    assert "Om &lt;script&gt;alert(1)&lt;/script&gt; Se Deling av data, her, der og post." in words
    assert "Vi vurderte versjon v0. Under står versjon v1." in words
    assert "Denne nasjonale teksten er endret etter at vår ble skrevet." in words
    assert "Andel: måltall 90 % i 2030" in words.replace("\xa0", " ")
    assert '<a href="https://a.example/sak" rel="external">sak PS 45/26</a>' in page.content
    assert f'<a href="{SITE}mal/personvern/" rel="external">' in page.content
    assert "Vi går &lt;i&gt;lenger&lt;/i&gt;." in page.content
    assert page.source == "adoption/ks/personvern.yml"


def test_links_lead_both_ways() -> None:
    """From the measure to the goal, and back."""
    made = pages({})

    assert 'href="../../nasjonale-mal/ks/personvern/"' in made["tiltak/tiltak/"].content
    assert 'href="../../../tiltak/tiltak/"' in made["nasjonale-mal/ks/personvern/"].content
    assert "Ingen her har behandlet det ennå." in text_of(made["nasjonale-mal/ks/data/"])


def test_another_language_is_said() -> None:
    """A nynorsk site tells that the national texts are in bokmål."""
    made = pages({}, "nn")

    assert '<div class="ls-body" lang="nb"><p>Kort.</p></div>' in (
        made["nasjonale-mal/ks/personvern/"].content
    )
    assert 'lang="nb"' not in pages({})["nasjonale-mal/ks/personvern/"].content


def test_without_a_pin_there_are_no_pages() -> None:
    """Nothing in the menu, and nothing on the front page."""
    inspection = inspect_files({SETTINGS: str(valid_files()[SETTINGS])})
    made = Publication(Path("/nowhere"), inspection, TODAY).overviews

    assert not [one.path for one in made if "nasjonale-mal" in one.path]


@pytest.mark.parametrize("site", [SITE, ""])
def test_a_text_of_another_site(site: str) -> None:
    """Its links lead to its own pages or away, and nothing is asked of its server."""
    catalogue = read_catalogue(
        CATALOGUE.replace(b'"path": "data', f'"site": "{site}",\n "path": "data'.encode())
    )
    assert isinstance(catalogue, Catalogue)
    html = foreign_html(TEXT, catalogue, 3)

    assert "<img" not in html
    assert "<em>Et bilde</em>" in html
    assert "mailto:" not in html
    assert '<a href="https://b.example/">der</a>' in html
    assert "<h4>" in html
    assert ' id="' not in html
    assert ("mal/data/" in html) is bool(site)
    assert ("mal/x/" in html) is bool(site)


def test_a_text_that_nobody_can_render_is_shown_as_it_is() -> None:
    """It is another site's, so it stops nobody here."""
    catalogue = read_catalogue(CATALOGUE)
    assert isinstance(catalogue, Catalogue)
    html = foreign_html("[" * 5000 + " <b>dypt</b>", catalogue, 3)

    assert html == f"<p>{'[' * 5000} &lt;b&gt;dypt&lt;/b&gt;</p>"
