"""What a setting may be when only some words are allowed."""

from __future__ import annotations

from enum import StrEnum


class Alphabet(StrEnum):
    """The languages whose alphabets lists can be sorted by (BCP 47)."""

    DA = "da"
    DE = "de"
    EN = "en"
    FI = "fi"
    NB = "nb"
    NN = "nn"
    SV = "sv"


class Reporting(StrEnum):
    """The parts of a year that results are told for."""

    TERTIAL = "tertial"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"

    @property
    def months(self) -> int:
        """How many months a part has."""
        return {Reporting.TERTIAL: 4, Reporting.QUARTER: 3, Reporting.HALF_YEAR: 6}[self]

    @property
    def in_year(self) -> int:
        """How many parts a year has."""
        return 12 // self.months


class SeverityChoice(StrEnum):
    """What a strategy may make of a finding."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"


class Publication(StrEnum):
    """Whether a public body answers for the site."""

    OFFICIAL = "official"
    DEMONSTRATION = "demonstration"
