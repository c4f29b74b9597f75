"""Whose law a strategy is published under, as far as it says something about websites."""

from __future__ import annotations

from enum import StrEnum


class LegalProfile(StrEnum):
    """The rules about accessibility that hold for the site of a public body.

    Sources, read on 29 November 2026: in Norway a statement made in uustatus.no and renewed every
    year (uutilsynet.no); in the EU a statement on the site, with a link to where one complains
    (directive 2016/2102, article 7), which the Commission encourages bodies to review at least
    once a year (decision 2018/1523, recital 3); in Sweden complaints go to Digg
    (law 2018:1937, digg.se/tdosanmalan).
    """

    NORWAY = "norway"
    SWEDEN = "sweden"
    EU = "eu"
    NONE = "none"

    @property
    def asks_for_statement(self) -> bool:
        """Whether a public body owes its readers a statement about accessibility."""
        return self is not LegalProfile.NONE

    @property
    def statement_expires(self) -> bool:
        """Whether a statement that nobody has renewed for a year is no longer valid."""
        return self is LegalProfile.NORWAY
