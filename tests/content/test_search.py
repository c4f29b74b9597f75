"""What readers type into the search of the published strategy, and what they find."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser

from tests.browser.server import Server
from tests.browser.watch import watched
from tests.content import recall
from tests.integration.site_support import Site

pytestmark = [pytest.mark.browser, pytest.mark.site]
RECALL, PRECISION = 0.97, 0.90
# Every municipality by the names in all its languages.
PLACES = """async () => {
  const { places } = document.getElementById("ls-search").dataset;
  return (await (await fetch(new URL(places, location))).json()).places;
}"""


# What is found: pages, and the place that a name is that of.
PAGES, PLACE = "#ls-search-results li > a", ".ls-search__place a"
# Where each of some queries leads, asked one after the other as a reader would; how to type is
# looked at in tests/browser/test_search.py.
FOUND = """async ([queries, selector]) => {
  const [field, form, results] = ["ls-q", "ls-search", "ls-search-results"]
    .map(id => document.getElementById(id));
  const answered = query => new Promise(resolve => {
    const look = () => results.dataset.query === query ? resolve() : setTimeout(look);
    look();
  });
  const found = [];
  for (const query of queries) {
    field.value = query;
    form.requestSubmit();
    await answered(query);
    found.push([...document.querySelectorAll(selector)].map(link => link.href));
  }
  return found;
}"""


def test_queries_are_many_and_lead_to_pages(real_site: Site) -> None:
    """The lists are long enough to say something, name pages that exist, and share no query."""
    asked, held_out = recall.queries(), recall.queries(recall.HELD_OUT)

    assert len({query.query for query in asked}) >= 120
    assert len({query.query for query in held_out} - {query.query for query in asked}) >= 20
    pages = {path for query in (*asked, *held_out) for path in (*query.pages, *query.also)}
    missing = {path for path in pages if not real_site.file(path).is_file()}
    assert missing == set()
    doubled = [query.query for query in asked if set(query.pages) & set(query.also)]
    assert doubled == []


def test_readers_find_what_they_look_for(browser: Browser, real_server: Server) -> None:
    """Of the pages that answer real queries, 97 percent are among the first five results, and of
    the first three results 90 percent are right answers.
    """
    with watched(browser, real_server.origin) as opened:
        opened.go(real_server.url("sok/"))
        asked = recall.queries()
        links = opened.page.evaluate(FOUND, [[query.query for query in asked], PAGES])
        measured = [
            recall.Measured(query, tuple(recall.paths(found, real_server)))
            for query, found in zip(asked, links, strict=True)
        ]

        found, right = recall.means(measured)
        assert found >= RECALL, list(recall.details(measured))
        assert right >= PRECISION, list(recall.details(measured))
        assert opened.strangers == []


def test_precision_counts_as_many_places_as_there_are_answers() -> None:
    """One answer in the first place is all that there is; one of three in the third place is a
    third; what stands behind the third place does not count.
    """
    single = recall.Query("a", "word", ("x/",))
    several = recall.Query("b", "word", ("x/",), ("y/", "z/", "w/"))

    assert single.precision(["x/", "a/", "b/"]) == 1
    assert single.precision(["a/", "x/"]) == 0
    assert several.precision(["a/", "b/", "y/", "x/"]) == 1 / 3
    assert several.precision(["x/", "y/", "w/"]) == 1


@pytest.mark.parametrize("step", [10, pytest.param(1, marks=pytest.mark.matrix)])
def test_every_municipality_is_found_by_its_name(
    step: int, browser: Browser, real_server: Server
) -> None:
    """The name of each municipality and county leads to its page, in each of its languages; of
    those with one name, of every so many.
    """
    with watched(browser, real_server.origin) as opened:
        opened.go(real_server.url("sok/"))
        places = opened.page.evaluate(PLACES)
        # Oslo is one place: its county has no page of its own.
        assert len(places) == 357 + 14
        several = [place for place in places if " - " in place[1]]
        single = [place for place in places if " - " not in place[1]]
        assert len(several) > 20
        chosen = (*several, *single[::step])
        names = [(part, folder) for _, name, folder in chosen for part in name.split(" - ")]
        links = opened.page.evaluate(FOUND, [[part for part, _ in names], PLACE])
        lost = [
            (part, found)
            for (part, folder), found in zip(names, links, strict=True)
            if real_server.url(f"kommuner/{folder}/") not in found
        ]

        assert lost == [], json.dumps(lost, ensure_ascii=False)
