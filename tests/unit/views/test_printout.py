"""The whole strategy on one page."""

from __future__ import annotations

import re

import pytest

from living_strategy.views import printout
from tests.factories import a_goal, a_measure, a_project
from tests.unit.views.conftest import Show


def test_kinds_stand_in_their_order(show: Show) -> None:
    """Goals, measures and projects, each below its own heading; what is retired is left out."""
    page = show(
        printout,
        a_project(id="p", title="Prosjektet"),
        a_measure(id="t", title="Tiltaket"),
        a_goal(id="m", title="Målet"),
        a_measure(id="g", title="Gammelt", retired={"date": "2024", "reason": "Slått sammen."}),
    )["print/"]

    headings = re.findall(r"<h[23].*?</h[23]>", page.page.content)
    words = [re.sub("<[^>]*>", "", heading).strip() for heading in headings]
    assert words == ["Goals", "Målet", "Measures", "Tiltaket", "Joint projects", "Prosjektet"]
    assert "Gammelt" not in page.text


def test_headings_of_texts_go_below_the_title_of_the_entry(show: Show) -> None:
    """A text's own headings keep their order under the third level, without ids that could be
    there twice.
    """
    text = "## Hvorfor?\n\nFordi.\n\n### Mer\n\n##### Dypt\n"
    page = show(printout, a_goal(id="m", description=text), a_goal(id="n", description=text))

    content = page["print/"].page.content
    assert content.count("<h4>Hvorfor?</h4>") == 2
    assert content.count("<h5>Mer</h5>") == 2
    assert content.count("<h6>Dypt</h6>") == 2


def test_it_is_not_searched(show: Show) -> None:
    """What stands on the entries' own pages is not found a second time here."""
    content = show(printout, a_goal(id="m"))["print/"].page.content

    assert content.lstrip().startswith('<div class="ls-print" data-pagefind-ignore="all">')


def test_a_large_strategy_is_printed_in_parts(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser gives up on a page of thousands; the parts lead to each other."""
    monkeypatch.setattr(printout, "ROWS", 2)
    pages = show(printout, *(a_goal(id=name, title=name.upper()) for name in ("a", "b", "c")))

    assert sorted(pages) == ["print/", "print/page-2/"]
    assert "C" in pages["print/page-2/"].text.split()
