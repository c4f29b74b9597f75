"""Phrases of what a council says about an entry of a strategy above its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pydantic import BaseModel

from living_strategy.history.sentences.phrases import (
    ADDRESS,
    DATE,
    TEXT,
    TOLD_DATE,
    VALUE,
    Phrases,
)
from living_strategy.model.adoption import Adoption, CouncilDecision, JudgedAgainst, Overlay

_AGAIN = Phrases(
    came="It was read again in the version of today",
    went="It was read again in the version of today",
    changed="It was read again in the version of today",
)

ADOPTION_PHRASES: Mapping[type[BaseModel], Mapping[str, Phrases]] = {
    Adoption: {
        "state": replace(VALUE, label="Treated here"),
        "against": Phrases(
            came="Judged against version {version}",
            went="It no longer says against which version it was judged",
            changed="Judged against another version",
        ),
        "reason": TEXT,
        "decision": Phrases(
            came="Decided by {body}, {date}",
            went="It no longer says who decided it (was {body}, {date})",
            changed="The decision is told otherwise",
        ),
        "planned": replace(DATE, label="When it is planned"),
        "next_review": TOLD_DATE,
        "overlays": Phrases(
            added="Other words here than in the national text: “{text}”",
            removed="No longer other words here than in the national text (was “{text}”)",
        ),
    },
    JudgedAgainst: {
        "version": replace(VALUE, label="Version that was judged"),
        "hash": _AGAIN,
    },
    CouncilDecision: {
        "body": replace(VALUE, label="Who decided"),
        "date": replace(TOLD_DATE, label="Date of the decision"),
        "case": VALUE,
        "url": replace(ADDRESS, label="Address of the minutes"),
    },
    Overlay: {
        "field": VALUE,
        "text": TEXT,
        "base": _AGAIN,
    },
}
