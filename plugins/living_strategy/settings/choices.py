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
