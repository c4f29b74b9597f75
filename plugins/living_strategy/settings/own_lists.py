"""Lists of a strategy's own: units that its figures are counted in."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field, StringConstraints

from living_strategy.limits import MAX_NUMBER, Title
from living_strategy.settings.part import Part

# Keys of the package's own values have underscores.
KEY_PATTERN = r"^[a-z0-9]+([-_][a-z0-9]+)*$"
MAX_DECIMALS = 6

Key = Annotated[str, StringConstraints(pattern=KEY_PATTERN, max_length=80)]
"""The name of a value in files, which stays when its word changes."""

_Symbol = Annotated[Title, StringConstraints(max_length=40)]
_Bound = Annotated[Decimal, Field(ge=-MAX_NUMBER, le=MAX_NUMBER, decimal_places=MAX_DECIMALS)]


class UnitOfOwn(Part):
    """A unit that indicators and gains may be counted in."""

    symbol: Annotated[_Symbol, Field(examples=["GWh"])]
    """What stands behind the number."""
    one: _Symbol | None = None
    """What stands behind the number one, if it is another word."""
    decimals: Annotated[int, Field(ge=0, le=MAX_DECIMALS, examples=["1"])] = 0
    """How many decimals values are shown with, and have at most; else none."""
    minimum: _Bound | None = None
    """The least that a value can be; empty when there is no such bound."""
    maximum: _Bound | None = None
    """The most that a value can be; empty when there is no such bound."""
