"""Financing: what is known of grants, and what schemes report."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from living_strategy.model import Scheme
from living_strategy.site.pages.financing import view as financing
from living_strategy.site.pages.scheme import view as scheme
from tests.factories import a_project
from tests.unit.site.pages.conftest import Show


def a_scheme(**changes: Any) -> Scheme:
    """A funding scheme."""
    return Scheme.model_validate({"id": "digifin", "title": "DigiFin"} | changes)


def test_words_say_what_is_unknown(show: Show) -> None:
    """Unknown sums are counted, and never added."""
    project = a_project(
        funding=[{"scheme": "digifin", "year": 2019, "amount": 1_000_000}, {"year": 2020}]
    )

    page = show(financing, a_scheme(), project)["financing/"]

    assert (
        "We know of 2 grants to 1 project. The sum of 1 is known: NOK 1 million. "
        "The size of 1 is unknown, and is not counted."
    ) in page.blocks


def test_table_has_a_cell_for_every_year_and_scheme(show: Show) -> None:
    """No grant, a known sum, an unknown one and both are told apart; sums of many are rounded."""
    project = a_project(
        funding=[
            {"scheme": "digifin", "year": 2019, "amount": 5}, {"scheme": "digifin", "year": 2019},
            {"year": 2019}, {"scheme": "digifin", "amount": 7_654_321},
        ]
    )  # fmt: skip

    table = show(financing, a_scheme(), project)["financing/"].tables[0]

    assert table == [
        ["Year", "DigiFin", "No funding scheme stated", "In all"],
        ["2019", "NOK 5 and 1 of unknown size", "1 of unknown size", "NOK 5 and 2 of unknown size"],
        ["year not known", "NOK 7.7 million", "none known", "NOK 7.7 million"],
        ["In all", "NOK 7.7 million and 1 of unknown size", "1 of unknown size",
         "NOK 7.7 million and 2 of unknown size"],
    ]  # fmt: skip


def test_picture_has_an_outline_for_every_unknown_grant(show: Show) -> None:
    """Below the table, under a title that says what the sum is of; each scheme has its letter."""
    project = a_project(
        funding=[
            {"scheme": "digifin", "year": 2019, "amount": 5}, {"year": 2019, "amount": 9},
            {"year": 2019}, {"year": 2020},
        ]
    )  # fmt: skip

    page = show(financing, a_scheme(), project)["financing/"]

    content = page.page.content
    assert "Known grants: NOK 14 in 2 of 4" in page.blocks
    assert ("ANo funding scheme stated", "BDigiFin") in pairwise(page.blocks)
    assert content.index("<table") < content.index('<svg class="ls-bars"')
    picture = content[content.index('<svg class="ls-bars"') : content.index('<ul class="ls-key">')]
    assert picture.count('class="ls-outline"') == 2
    assert re.findall(r">(20\d\d: [^<]*)<", picture) == [
        "2019: NOK\u00a014, and 1 of unknown size", "2020: 1 of unknown size",
    ]  # fmt: skip


def test_many_schemes_share_a_colour(show: Show) -> None:
    """The smallest ones are taken together, and the table still has each."""
    schemes = [a_scheme(id=f"s{number}", title=f"Scheme {number}") for number in range(7)]
    funding = [{"scheme": f"s{number}", "year": 2020, "amount": 10 - number} for number in range(7)]

    page = show(financing, *schemes, a_project(funding=funding))["financing/"]

    assert page.page.content.count('<span class="ls-swatch') == financing.MAX_SERIES + 1
    assert "EOther funding schemes" in page.blocks
    assert page.tables[0][0] == ["Year", *(f"Scheme {number}" for number in range(7)), "In all"]


def test_one_scheme_too_many_keeps_its_own_colour(show: Show) -> None:
    """A group of one would hide a name for nothing."""
    count = financing.MAX_SERIES + 1
    funding = [{"scheme": f"s{number}", "year": 2020, "amount": 1} for number in range(count)]
    schemes = [a_scheme(id=f"s{number}") for number in range(count)]

    page = show(financing, *schemes, a_project(funding=funding))["financing/"]

    assert "Other funding schemes" not in page.text


def test_without_known_sums_there_is_a_table_and_no_picture(show: Show) -> None:
    """There is nothing to draw, but still something to say."""
    page = show(financing, a_project(funding=[{"year": 2020}]))["financing/"]

    assert "<svg" not in page.page.content
    assert page.tables[0][1] == ["2020", "1 of unknown size", "1 of unknown size"]
    assert "is known:" not in page.text


def test_schemes_report_by_themselves(show: Show) -> None:
    """Their sums stand in a table of their own, in the order of years, and are not added."""
    amounts = [
        {"year": 2021, "amount": 20, "count": 3, "note": "Set aside."}, {"year": 2020},
    ]  # fmt: skip

    page = show(financing, a_scheme(amounts=amounts))["financing/"]

    assert "No grants to projects are registered yet." in page.blocks
    assert page.tables[0][1:] == [
        ["DigiFin", "2020", "not known", "not known", ""],
        ["DigiFin", "2021", "NOK 20", "3", "Set aside."],
    ]


def test_long_lists_of_grants_are_split(show: Show) -> None:
    """The sums stand on the first page only; every page has its share of the grants."""
    project = a_project(funding=[{"year": 2020, "amount": 1}] * (financing.MAX_ROWS + 1))

    pages = show(financing, project)

    assert list(pages) == ["financing/", "financing/page-2/"]
    assert len(pages["financing/page-2/"].tables) == 1
    assert len(pages["financing/page-2/"].tables[0]) == 2
    assert "../../financing/" in pages["financing/page-2/"].links


def test_a_scheme_whose_grants_have_no_sum_does_not_say_zero(show: Show) -> None:
    """On its own page, too, an unknown sum is unknown."""
    project = a_project(funding=[{"scheme": "digifin", "year": 2020}])
    page = show(scheme, a_scheme(), project)["schemes/digifin/"]

    assert ("Grants registered here", "1 of unknown size") in pairwise(page.blocks)
    assert "NOK 0" not in page.text
