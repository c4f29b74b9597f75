"""What a publisher owes its readers: licences, a statement about accessibility, reviews in time."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints, WithJsonSchema

from living_strategy.limits import MAX_TEXT_LENGTH, AddressOrTitle, Title, WebAddress
from living_strategy.partial_date import PartialDate
from living_strategy.settings.part import Part

CONTACT_PATTERN = r"^(https://[^\s<>\x22]+|[^\s<>\x22@:/]+@[^\s<>\x22@:/]+)$"
# A pattern that follows a validator is not in the schema unless it is named there.
Contact = Annotated[
    AddressOrTitle,
    StringConstraints(pattern=CONTACT_PATTERN),
    WithJsonSchema(
        {"type": "string", "minLength": 1, "maxLength": MAX_TEXT_LENGTH, "pattern": CONTACT_PATTERN}
    ),
]
"""An e-mail address, or a web address that begins with https."""


class AccessibilityStatement(Part):
    """The statement that the body itself has made in the register of the authorities."""

    url: WebAddress
    """Public address of the statement, in Norway one on uustatus.no."""
    date: PartialDate
    """When it was made or last updated; in Norway the law asks for a new one every year."""


class Licence(Part):
    """A licence for text or data."""

    title: Title
    """Name of the licence."""
    url: WebAddress
    """Address of the licence text."""


# Built-in values need no validation, and no validators that are made for them alone.
CC_BY = Licence.model_construct(
    title="CC BY 4.0", url="https://creativecommons.org/licenses/by/4.0/deed.no"
)
CC_BY_ANYWHERE = Licence.model_construct(
    title="CC BY 4.0", url="https://creativecommons.org/licenses/by/4.0/"
)
NLOD = Licence.model_construct(title="NLOD 2.0", url="https://data.norge.no/nlod/no/2.0")

_Months = Annotated[int, Field(ge=1, le=120)]


class ReviewMonths(Part):
    """After how many months nobody has looked for too long."""

    running: _Months = 6
    """For work under way: months without a report, a review or a change of substance; else 6."""
    other: _Months = 12
    """For everything else: months without a review or a change of substance; else 12."""
