"""How far two dates lie apart, in words."""

from __future__ import annotations

from pydantic_core import PydanticCustomError

from living_strategy.language import Language
from living_strategy.partial_date import PartialDate

_YEAR = 12
# More days than this are told in months.
_MAX_DAYS = 60
_DAYS_IN_MONTH = 30.44


def moved_by(old: str, new: str, language: Language) -> str:
    """Return how much later or earlier a date is, such as `6 months later`; empty if unknown.

    Dates are compared as exactly as both are known, and not at all when one is more exact.
    """
    try:
        before, after = PartialDate.parse(old.strip()), PartialDate.parse(new.strip())
    except (PydanticCustomError, ValueError):
        return ""
    if len(before) != len(after) or before == after:
        return ""
    later = after > before
    months = (after.year - before.year) * _YEAR + (after.month or 1) - (before.month or 1)
    if before.day and before.day != after.day:
        days = abs((after.earliest() - before.earliest()).days)
        if days <= _MAX_DAYS:
            return _days(days, language, later=later)
        duration = _months(round(days / _DAYS_IN_MONTH), language, later=later)
        return language.text("about {duration}").format(duration=duration)
    return _months(abs(months), language, later=later)


def _days(count: int, language: Language, *, later: bool) -> str:
    if later:
        words = language.plural("{count} day later", "{count} days later", count)
    else:
        words = language.plural("{count} day earlier", "{count} days earlier", count)
    return words.format(count=count)


def _months(count: int, language: Language, *, later: bool) -> str:
    years = count // _YEAR
    if years and not count % _YEAR:
        if later:
            words = language.plural("{count} year later", "{count} years later", years)
        else:
            words = language.plural("{count} year earlier", "{count} years earlier", years)
        return words.format(count=years)
    if later:
        words = language.plural("{count} month later", "{count} months later", count)
    else:
        words = language.plural("{count} month earlier", "{count} months earlier", count)
    return words.format(count=count)
