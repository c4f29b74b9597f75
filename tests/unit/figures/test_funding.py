"""Grants are added up, and unknown sums are counted instead."""

from __future__ import annotations

from living_strategy.figures.funding import Sum, funding_table
from tests.factories import a_project


def test_sums_by_scheme_and_year() -> None:
    """Cells, schemes and the total agree, and a grant of unknown size adds to none of them."""
    table = funding_table(
        [
            a_project(id="p1", funding=[
                {"scheme": "digifin", "year": 2019, "amount": 5},
                {"scheme": "digifin", "year": 2020},
            ]),
            a_project(id="p2", funding=[
                {"scheme": "digifin", "year": 2019, "amount": 7},
                {"amount": 100}, {"year": 2019},
            ]),
        ]
    )  # fmt: skip

    assert table.cells == {
        ("digifin", 2019): Sum(12, 2, 0), ("digifin", 2020): Sum(0, 1, 1),
        ("", 0): Sum(100, 1, 0), ("", 2019): Sum(0, 1, 1),
    }  # fmt: skip
    assert table.by_scheme == {"digifin": Sum(12, 3, 1), "": Sum(100, 2, 1)}
    assert table.total == Sum(112, 5, 2)
    assert table.years == (2019, 2020)


def test_grants_come_by_year_and_those_without_a_year_last() -> None:
    """The order does not depend on how the projects are ordered."""
    early = a_project(id="tidlig", funding=[{"year": 2018}])
    late = a_project(id="sen", funding=[{"year": 2020}])
    unknown = a_project(id="ukjent", funding=[{"amount": 1}])

    table = funding_table([unknown, late, early])

    assert [grant.project.id for grant in table.grants] == ["tidlig", "sen", "ukjent"]


def test_nothing_is_known_of_no_projects() -> None:
    """An empty table has no years and sums to nothing."""
    table = funding_table([])

    assert table.total == Sum(0, 0, 0)
    assert table.years == ()
