"""The search page: what entries can be narrowed by, and in which order the index has them."""

from __future__ import annotations

import re
from json import loads
from pathlib import Path

import pytest

from living_strategy.content.tree import MemorySource
from living_strategy.inspection import inspect_source
from living_strategy.publication import Publication
from living_strategy.site.pages.search.view import facets
from tests.factories import TODAY, a_goal, a_measure, a_project, an_area, an_organisation
from tests.integration.living_content import for_readers
from tests.integration.site_support import pages
from tests.unit.site.pages.overviews import a_context

KEY = re.compile(r'data-pagefind-sort="page:([^"]*)"')
OVERVIEW = "~"
# A template that begins as ours do not, and one that begins as an overview does.
OWN = ("<h1>{{ entry.title }}</h1>", '<h1 data-pagefind-sort="page:~">{{ entry.title }}</h1>')


def publication(root: Path = Path("no-such-folder")) -> Publication:
    """A strategy with something of everything, and ids whose order is easily another one."""
    source = MemorySource(for_readers().texts())
    inspection = inspect_source(source, TODAY)
    assert inspection.diagnostics == ()
    return Publication(root, inspection, TODAY)


def keys(of: Publication) -> dict[str, list[str]]:
    """What each page gives the index to sort by."""
    return {page.path: KEY.findall(page.content) for page in pages(of)}


def test_facets_of_every_kind(tmp_path: Path) -> None:
    """Kind, status, its year, whether it is doubtful, and areas, by path. What is over is never in
    doubt, and what has no date but may have changed is.
    """
    context = a_context(
        tmp_path, an_area(id="b"), an_area(id="a"), an_organisation(),
        a_goal(id="mb", area="b"), a_goal(id="ma", area="a"),
        a_measure(id="t-2", goals=["ma", "mb"], status_date="2021-03"),
        a_measure(id="t-10", goals=["mb"], status_date="2026"),
        a_measure(id="t", goals=["ma"], status="completed", status_date="2019"),
        a_project(measures=["t-2"]),
    )  # fmt: skip

    assert facets(context.graph, context).decode() == (
        '{"areas/a/":["area","",null,0,["a"]],'
        '"areas/b/":["area","",null,0,["b"]],'
        '"goals/ma/":["goal","",null,0,["a"]],'
        '"goals/mb/":["goal","",null,0,["b"]],'
        '"measures/t-10/":["measure","ongoing",2026,0,["b"]],'
        '"measures/t-2/":["measure","ongoing",2021,1,["b","a"]],'
        '"measures/t/":["measure","completed",2019,0,["a"]],'
        '"organisations/ks/":["organisation","",null,0,[]],'
        '"projects/prosjekt/":["project","ongoing",null,1,["b","a"]]}'
    )


def test_order_is_that_of_the_bytes_of_paths() -> None:
    """In which the index sorts: neither by numbers nor by words."""
    of = publication()
    paths = list(_facets(of))

    assert paths == sorted(paths, key=str.encode)
    assert [path for path in paths if path.startswith("mal/plan")] == [
        "mal/plan-10/", "mal/plan-2/", "mal/plan/", "mal/plan2/",
    ]  # fmt: skip


def test_pages_name_themselves_as_the_facets_do() -> None:
    """Every page of an entry has its path as its one key, every overview comes after them all, and
    what is neither has no key, so that no page stands in the place of another.
    """
    of = publication()
    named = keys(of)
    neither = {page.path for page in of.written_pages} | {"", "404.html", "sok/", "utskrift/"}

    assert [path for path in sorted(named) if named[path] == [path]] == list(_facets(of))
    assert {path for path, names in named.items() if not names} == neither
    rest = named.keys() - _facets(of).keys() - neither
    assert {path: named[path] for path in rest} == {path: [OVERVIEW] for path in rest}
    assert max(_facets(of)) < OVERVIEW


@pytest.mark.parametrize("template", OWN)
def test_templates_of_ones_own_keep_the_order(template: str, tmp_path: Path) -> None:
    """Whatever a strategy makes of the pages of a kind, the index has them in their place."""
    (tmp_path / "overrides" / "views").mkdir(parents=True)
    (tmp_path / "overrides" / "views" / "goal.html").write_text(template, "utf-8")
    of = publication(tmp_path)

    assert [path for path, names in sorted(keys(of).items()) if names == [path]] == list(
        _facets(of)
    )


def _facets(of: Publication) -> dict[str, list[object]]:
    rows: dict[str, list[object]] = loads(facets(of.graph, of.context))
    return rows
