"""Pages of a preview are made when somebody asks for them, once for each edit."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pytest

from living_strategy.adapters.mkdocs.lazy_pages import LazyPages
from living_strategy.model import Entry
from living_strategy.publication import Publication
from tests.factories import TODAY, inspect_files

HOST: Any = object()
GOAL, MEASURE = "goals/mal/index.html", "measures/tiltak/index.html"


class Publisher:
    """Notes what it is asked to write."""

    def __init__(self) -> None:
        self.written: list[str] = []

    def refresh_entry(self, host: object, entry: Entry) -> None:
        """The page of an entry."""
        assert host is HOST
        self.written.append(entry.id)

    def refresh_others(self, host: object, pages: object, entries: Collection[str]) -> None:
        """Everything but pages of entries."""
        assert {GOAL, MEASURE} <= set(entries)
        self.written.append("others")

    def may_change(self, path: str) -> bool:
        """Whether a file is one of ours: here, data alone."""
        return path.startswith("data/")


@pytest.fixture
def publisher() -> Publisher:
    """A publisher that has written nothing yet."""
    return Publisher()


@pytest.fixture
def pages(publisher: Publisher, tmp_path: Any) -> LazyPages:
    """The pages of the small valid strategy; the host has a front page."""
    publication = Publication(tmp_path, inspect_files({}), TODAY)
    as_publisher, host_pages = publisher, {"": object()}
    return LazyPages(as_publisher, publication, HOST, host_pages)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ([GOAL], ["mal"]),
        ([GOAL, GOAL, MEASURE], ["mal", "tiltak"]),
        (["index.html"], ["others"]),
        (["data/goal.csv", "index.html", GOAL], ["others", "mal"]),
        (["finnes/ikke/index.html", "pagefind/pagefind.js"], []),
    ],
)
def test_what_is_asked_for(
    pages: LazyPages, publisher: Publisher, asked: list[str], written: list[str]
) -> None:
    """An entry's page is made alone, all others together; what is not ours makes nothing."""
    for path in asked:
        pages.ensure(path)

    assert publisher.written == written


def test_everything(pages: LazyPages, publisher: Publisher) -> None:
    """What is due and was not made yet."""
    pages.ensure(GOAL)
    pages.ensure_all()
    pages.ensure_all()

    assert sorted(publisher.written) == sorted(set(publisher.written))
    assert {"mal", "tiltak", "prosjekt", "others"} <= set(publisher.written)
