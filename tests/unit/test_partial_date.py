"""Dates as exact as they are known."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from living_strategy.partial_date import PATTERN, PartialDate


@pytest.mark.parametrize(
    ("text", "parts", "earliest", "latest"),
    [
        ("2018", (2018, None, None), date(2018, 1, 1), date(2018, 12, 31)),
        ("2018-03", (2018, 3, None), date(2018, 3, 1), date(2018, 3, 31)),
        ("2020-02", (2020, 2, None), date(2020, 2, 1), date(2020, 2, 29)),
        ("2018-03-01", (2018, 3, 1), date(2018, 3, 1), date(2018, 3, 1)),
    ],
)
def test_reading(
    text: str, parts: tuple[int, int | None, int | None], earliest: date, latest: date
) -> None:
    """A date knows its parts, and the first and last day it may mean."""
    parsed = PartialDate.parse(text)

    assert (parsed.year, parsed.month, parsed.day) == parts
    assert (parsed.earliest(), parsed.latest()) == (earliest, latest)
    assert parsed == text


@pytest.mark.parametrize(
    "text",
    ["", "18", "2018-3", "2018/03", "01.03.2018", "2018-03-01T00", "2018\n", " 2018", "２０１８"],
)
def test_bad_form(text: str) -> None:
    """Anything but year, year and month, or day is refused."""
    with pytest.raises(PydanticCustomError) as caught:
        PartialDate.parse(text)

    assert caught.value.type == "date_form"


@pytest.mark.parametrize("text", ["2018-13", "2018-02-29", "0000", "2018-00-01"])
def test_impossible(text: str) -> None:
    """A date that the calendar does not have is refused as such."""
    with pytest.raises(PydanticCustomError) as caught:
        PartialDate.parse(text)

    assert caught.value.type == "date_impossible"


def test_as_a_field() -> None:
    """Pydantic reads text only, and describes it as a text or number in JSON Schema."""
    adapter = TypeAdapter(PartialDate)

    assert isinstance(adapter.validate_python("2018"), PartialDate)
    years = {"minimum": 1800, "maximum": 2100}
    assert adapter.json_schema() == {"type": ["string", "integer"], "pattern": PATTERN, **years}
    with pytest.raises(ValidationError):
        adapter.validate_python(2018)


def test_is_before() -> None:
    """A date lies before another one if its last possible day lies before the other's first."""
    texts = ("2019", "2019-12", "2019-12-31", "2020", "2020-01", "2020-01-01", "2020-02-29", "2021")
    dates = [PartialDate(text) for text in texts]
    pairs = [(first, second) for first in dates for second in dates]

    assert [first.is_before(second) for first, second in pairs] == [
        first.latest() < second.earliest() for first, second in pairs
    ]
