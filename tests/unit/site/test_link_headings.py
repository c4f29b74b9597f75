"""Headings over links: every relation has a sentence."""

from __future__ import annotations

from living_strategy.language import Language
from living_strategy.model import KINDS
from living_strategy.model.relations import relations_of
from living_strategy.site.link_headings import (
    INCOMING,
    OUTGOING,
    REPLACES,
    incoming_heading,
    outgoing_heading,
)
from tests.factories import an_organisation

ENGLISH = Language.load("en")
RELATIONS = [(kind.kind, field.relation) for kind in KINDS for field in relations_of(kind)]


def test_every_relation_has_a_heading() -> None:
    """A new one cannot be forgotten, nor an old one stay behind."""
    incoming = {(relation.inverse, kind) for kind, relation in RELATIONS}

    assert set(INCOMING) == {(name, kind) for name, kind in incoming if name != REPLACES}
    assert set(OUTGOING) <= {(relation.name, kind) for kind, relation in RELATIONS}


def test_sentences_name_the_page() -> None:
    """What a thing is called stands in the heading, where it has a name of its own."""
    ks = an_organisation(title="KS")

    assert [
        incoming_heading("responsible_for", "measure", ks, ENGLISH),
        incoming_heading("replaces", "organisation", ks, ENGLISH),
        outgoing_heading("serves", "measure", ENGLISH),
        outgoing_heading("responsibility_of", "measure", ENGLISH),
    ] == [
        "Measures that KS is responsible for", "What it took over from",
        "Goals that the measure serves", "",
    ]  # fmt: skip
