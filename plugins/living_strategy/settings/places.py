"""Whose places and organisations a strategy names, and what their numbers look like."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

NORWAY, OWN_NOTHING = "norway", "none"
# No part of the path begins with a full stop, so that none leads out of the folder.
_PART = "[A-Za-z0-9_][A-Za-z0-9_.-]*"
PlacesChoice = Annotated[
    str,
    StringConstraints(
        pattern=rf"^({NORWAY}|{OWN_NOTHING}|({_PART}/)*{_PART}\.csv)$", max_length=200
    ),
    Field(examples=["registers/places.csv"]),
]
"""`norway`, `none`, or the path of a table below `strategy/`."""


class OrganisationNumbers(StrEnum):
    """What the numbers of organisations must look like."""

    NORWEGIAN = "norwegian"
    SWEDISH = "swedish"
    FREE = "free"
