"""The currency that a strategy counts in."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

NOK = "NOK"


def _known(code: str) -> str:
    """Return a code that ISO 4217 has; which ones those are is slow to load, and seldom asked."""
    if code == NOK:
        return code
    from babel.core import get_global

    if code not in get_global("all_currencies"):
        raise PydanticCustomError("currency", "not a currency")
    return code


Currency = Annotated[str, AfterValidator(_known), Field(examples=["SEK"])]
"""The code of a currency in ISO 4217."""
