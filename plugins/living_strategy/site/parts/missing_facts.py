"""What is not known of an entry, in a line: empty fields are no content."""

from __future__ import annotations

from collections.abc import Mapping

from living_strategy.language import Language
from living_strategy.model import (
    Body,
    Component,
    Entry,
    Framework,
    Measure,
    Network,
    Project,
    Scheme,
)
from living_strategy.model.trait import Trait

# The fields that readers miss when they are empty, in the order of their questions.
ASKED_FOR: Mapping[type[Entry], tuple[str, ...]] = {
    Measure: ("status_date", "responsible", "period", "costs"),
    Project: ("status_date", "phase", "lead", "participants", "period", "funding"),
    Component: ("owner", "maturity", "price_model"),
    Network: ("members",),
    Body: ("mandate", "members"),
    Scheme: ("owners", "rules"),
    Framework: ("owners",),
}


def missing_facts(entry: Entry, language: Language) -> tuple[str, ...]:
    """Return the labels of what is missing, as they stand in a sentence. Nobody needs to know more
    of what is retired.
    """
    if entry.retired:
        return ()
    kind = type(entry)
    return tuple(
        language.text(_label(kind, name)).lower()
        for name in ASKED_FOR.get(kind, ())
        if getattr(entry, name) in (None, ())
    )


def _label(kind: type[Entry], name: str) -> str:
    marks = kind.model_fields[name].metadata
    return next(mark.label for mark in marks if isinstance(mark, Trait))
