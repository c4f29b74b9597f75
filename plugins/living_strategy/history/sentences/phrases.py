"""Phrases: what is said of a field when it changes, as messages with gaps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, auto


class Figure(Enum):
    """What a number counts, which decides how it is written."""

    COUNT = auto()
    MONEY = auto()
    YEAR = auto()
    VALUE = auto()
    """In the unit of an indicator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """What is said of one field: message ids of the catalogues.

    `came`, `went` and `changed` are for what stands in the field itself, `added` and `removed` for
    elements of its list. `exact` and `vague` are for a date that is the same, told otherwise.
    `inside` names a part of the field where something in it changed. `details` follow what came,
    `lost` what went, and `inside_details` the name of a part, by the field or figure that they
    need. Gaps are `{label}`, `{old}`, `{new}`, `{other}` and the
    fields of the parts on the way; `{sentence}` in details.

    `moves` is set where a later date is a delay, and not a mistake put right; `names_part` where a
    sentence says itself which part it speaks of.
    """

    label: str = ""
    came: str = ""
    went: str = ""
    changed: str = ""
    exact: str = ""
    vague: str = ""
    added: str = ""
    removed: str = ""
    inside: str = ""
    details: Mapping[str, str] = field(default_factory=dict)
    lost: Mapping[str, str] = field(default_factory=dict)
    inside_details: Mapping[str, str] = field(default_factory=dict)
    figure: Figure = Figure.COUNT
    moves: bool = False
    names_part: bool = False


VALUE = Phrases(
    came="{label} given: {new}",
    went="{label} removed (was {old})",
    changed="{label} changed from {old} to {new}",
)
TEXT = Phrases(
    came="{label} added: “{new}”",
    went="{label} removed: “{old}”",
    changed="{label} changed from “{old}” to “{new}”",
)
DATE = Phrases(
    came="{label} set to {new}",
    went="{label} removed (was {old})",
    changed="{label} moved from {old} to {new}",
    exact="{label} told more exactly: {new} (was {old})",
    vague="{label} told less exactly: {new} (was {old})",
    moves=True,
)
TOLD_DATE = replace(DATE, changed=VALUE.changed, moves=False)
"""A date of something that has happened."""
ADDRESS = Phrases(
    came="{label} given: {new}",
    went="{label} removed: {old}",
    changed="{label} changed to {new}",
)
MONEY = Phrases(
    came="{label} changed from unknown to {new}",
    went="{label} changed from {old} to unknown",
    changed="{label} changed from {old} to {new}",
    figure=Figure.MONEY,
)
LINK = Phrases()
"""A relation says itself how it is told."""
