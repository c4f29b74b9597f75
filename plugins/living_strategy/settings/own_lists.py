"""Lists of a strategy's own: units, and what its entries may choose from."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, TypeAlias

from pydantic import Discriminator, Field, StringConstraints, Tag

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


class Choice(Part):
    """A value of a list, where there is more to say than its word."""

    word: Annotated[Title, Field(examples=["regioner"])]
    """What readers see, in the language of the site."""
    counts_as: Annotated[Title | None, Field(examples=["county"])] = None
    """The built-in value that figures take it for; without it they take it for none."""


# The tags of the two forms, which stand in no file: whoever reports a mistake leaves them out.
WORD_ALONE, WITH_MORE = "[word]", "[choice]"


def _form(value: Any) -> str:
    return WITH_MORE if isinstance(value, dict | Choice) else WORD_ALONE


_Written = Annotated[
    Annotated[Title, Tag(WORD_ALONE)] | Annotated[Choice, Tag(WITH_MORE)], Discriminator(_form)
]
Choices: TypeAlias = dict[Key, _Written]
"""A list: the word of each value by its key, in the order in which readers see them."""


def choice_of(written: str | Choice) -> Choice:
    """Return a value of a list, in whichever form it is written."""
    return written if isinstance(written, Choice) else Choice.model_construct(word=written)
