"""Pin: which version of a strategy above is built upon, as the lock beside the catalogue says it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from living_strategy.limits import Title, WebAddress
from living_strategy.model.adoption import Hash
from living_strategy.model.values import Value
from living_strategy.partial_date import PartialDate


class Lock(Value):
    """The contents of `upstream/<name>.lock.yml`. It is written by the program."""

    address: WebAddress | None = None
    """Where the file was fetched; empty when it was given as a file."""
    version: Title
    """The edition or the day of the catalogue."""
    sha256: Hash
    """SHA-256 of the file beside, to the byte."""
    date: PartialDate
    """When it was fetched."""
    format: Annotated[int, Field(ge=1)]
    """Version of the format of the catalogue."""
    site: WebAddress | None = None
    """Address of the site, below which the pages of its entries lie."""
