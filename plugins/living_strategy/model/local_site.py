"""Local sites: the contents of strategy/local-sites.yml, whose strategies are collected."""

from __future__ import annotations

from typing import Annotated, ClassVar
from urllib.parse import urljoin

from pydantic import Field, StringConstraints

from living_strategy.limits import WebAddress
from living_strategy.model.values import SameBy, Value
from living_strategy.partial_date import PartialDate

MAX_SITES = 1_000
CATALOGUE = "data/catalogue.json"
# It is the name of a file, too.
PlaceNumber = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z]{1,20}$")]
ShortName = Annotated[
    str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=40)
]


class LocalSite(Value):
    """A municipality or county whose strategy is published, and where."""

    SAME_BY: ClassVar[SameBy] = (("number",),)

    number: PlaceNumber
    """Number of the municipality or county, in quotes."""
    address: WebAddress
    """Address of its site, or that of its catalogue if that lies elsewhere."""
    since: PartialDate | None = None
    """Since when it is listed."""
    upstream: ShortName | None = None
    """By which short name it follows this strategy; needed only if it follows several."""

    @property
    def catalogue(self) -> str:
        """The address of its catalogue."""
        if self.address.endswith(".json"):
            return self.address
        return urljoin(f"{self.address.rstrip('/')}/", CATALOGUE)


class LocalSites(Value):
    """The file: who is collected from."""

    sites: Annotated[tuple[LocalSite, ...], Field(max_length=MAX_SITES)] = ()
    """One for each municipality or county."""
