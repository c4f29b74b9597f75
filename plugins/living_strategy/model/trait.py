"""Trait: what every content field declares about itself: label, change, origin, relation."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from enum import StrEnum


class Change(StrEnum):
    """How a change to a field counts in the change log."""

    SUBSTANTIVE = "substantive"
    CLARIFICATION = "clarification"
    EDITORIAL = "editorial"


class Origin(StrEnum):
    """Whether a field is adopted by a decision or reported along the way."""

    DECIDED = "decided"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The heading over one entry, and over several: message ids of the catalogues."""

    one: str
    many: str

    def of(self, count: int) -> str:
        """Return the heading for this number of entries."""
        return self.one if count == 1 else self.many


@dataclass(frozen=True, slots=True)
class Relation:
    """A typed link, declared once on the field that editors write.

    `name` and `inverse` are permanent keys: source, name, target reads as a sentence
    ("measure serves goal"), and so does target, inverse, source ("goal served_by measure").
    `targets` are the kinds the field may point to. `labels` stand over the targets, and
    `inverse_labels` over the sources on the target's page. `added` and `removed` tell of a link
    that came to {other} or went, and `replaced` of one that leads to {new} where it led to {old};
    a relation to many has none. An `acyclic` relation may not lead back
    to where it started.
    """

    name: str
    inverse: str
    targets: tuple[str, ...]
    _: KW_ONLY
    labels: Labels
    inverse_labels: Labels
    added: str
    removed: str
    replaced: str = ""
    acyclic: bool = False


@dataclass(frozen=True, slots=True)
class Trait:
    """The declaration of one field. `label` is a message id; `example` is language-neutral YAML."""

    label: str
    change: Change = Change.SUBSTANTIVE
    origin: Origin = Origin.DECIDED
    example: str = ""
    relation: Relation | None = None


def decided(
    label: str,
    example: str = "",
    *,
    change: Change = Change.SUBSTANTIVE,
    relation: Relation | None = None,
) -> Trait:
    """Mark a field that a decision adopts: changing it needs a new decision."""
    return Trait(label, change, Origin.DECIDED, example, relation)


def reported(
    label: str,
    example: str = "",
    *,
    change: Change = Change.SUBSTANTIVE,
    relation: Relation | None = None,
) -> Trait:
    """Mark a field that its owner reports along the way, such as a status or a figure."""
    return Trait(label, change, Origin.REPORTED, example, relation)
