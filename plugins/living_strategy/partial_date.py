"""A date as exact as it is known: a year, a month or a day."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

# Choices by year, timelines and lists run over all years between two dates.
FIRST_YEAR, LAST_YEAR = 1800, 2100
PATTERN = r"^(1[89][0-9]{2}|20[0-9]{2}|2100)(-[0-9]{2}(-[0-9]{2})?)?$"
_SHAPE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?\Z")


class PartialDate(str):
    """`2018`, `2018-03` or `2018-03-01` (ISO 8601 calendar dates, reduced precision allowed).

    The text is kept as written. `earliest` and `latest` give the first and last day it may mean,
    so two dates contradict each other only when no reading of them fits.
    """

    __slots__ = ()

    @property
    def year(self) -> int:
        """The calendar year."""
        return int(self[:4])

    @property
    def month(self) -> int | None:
        """The month, 1 to 12, if it is known."""
        return int(self[5:7]) if len(self) >= 7 else None

    @property
    def day(self) -> int | None:
        """The day of the month, if it is known."""
        return int(self[8:10]) if len(self) >= 10 else None

    def earliest(self) -> date:
        """Return the first day this date may mean."""
        return _first_day(self)

    def latest(self) -> date:
        """Return the last day this date may mean."""
        return _last_day(self)

    def is_before(self, other: PartialDate) -> bool:
        """Return whether this date lies before another one, however the two are read."""
        # A date begins like the days it may mean, so texts compare as first days do.
        return self < other and _last_day(self) < _first_day(other)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read a date; raises `PydanticCustomError` `date_form`, `date_impossible` or, outside the
        years that a strategy may speak of, `date_far`.
        """
        return _parse(text)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(_parse, core_schema.str_schema())

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        # A pattern says nothing about numbers.
        years = {"minimum": FIRST_YEAR, "maximum": LAST_YEAR}
        return {"type": ["string", "integer"], "pattern": PATTERN, **years}


# The same dates come again and again in a strategy.
@lru_cache(maxsize=4096)
def _parse(text: str) -> PartialDate:
    if not _SHAPE.match(text):
        raise PydanticCustomError("date_form", "not a date: {value}", {"value": text})
    parsed = PartialDate(text)
    try:
        parsed.earliest()
    except ValueError:
        raise PydanticCustomError(
            "date_impossible", "no such date: {value}", {"value": text}
        ) from None
    if not FIRST_YEAR <= parsed.year <= LAST_YEAR:
        raise PydanticCustomError(
            "date_far",
            "not between {first} and {last}: {value}",
            {"value": text, "first": FIRST_YEAR, "last": LAST_YEAR},
        )
    return parsed


# Figures ask for the same few days tens of thousands of times.
@lru_cache(maxsize=4096)
def _first_day(value: PartialDate) -> date:
    month = 1 if value.month is None else value.month
    return date(value.year, month, 1 if value.day is None else value.day)


@lru_cache(maxsize=4096)
def _last_day(value: PartialDate) -> date:
    month = 12 if value.month is None else value.month
    return date(value.year, month, value.day or calendar.monthrange(value.year, month)[1])
