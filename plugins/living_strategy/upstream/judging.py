"""A record as it is to be written: what somebody decides, against the version that is pinned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from living_strategy.model.adoption import Adoption, AdoptionState
from living_strategy.model.catalogue import Catalogue, CatalogueEntry

# A field that is longer, or built of parts, is no text that one says otherwise.
TEXT_FIELDS = ("title", "summary", "description", "note")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody says about an entry. `texts` are the local texts by the names of fields; what
    is empty is not said.
    """

    state: AdoptionState
    reason: str = ""
    planned: str = ""
    next_review: str = ""
    decision: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)


def judged(
    judgement: Judgement, entry: CatalogueEntry, catalogue: Catalogue, before: Adoption | None
) -> dict[str, Any]:
    """Return the fields of the record. If the same was decided before, what is not said now stays
    as it was; another state begins anew.

    The version and the hash are those that are pinned, also for local texts: whoever writes the
    record has seen the national ones.
    """
    kept = before if before and before.state is judgement.state else None
    fields: dict[str, Any] = {
        "state": judgement.state.value,
        "against": {"version": catalogue.version, "hash": entry.decided},
    }
    if kept:
        others = {"state", "against", "overlays"}
        fields |= kept.model_dump(mode="json", exclude_defaults=True, exclude=others)
    said = {
        "reason": judgement.reason,
        "planned": judgement.planned,
        "next_review": judgement.next_review,
        "decision": {key: value for key, value in judgement.decision.items() if value},
    }
    fields |= {key: value for key, value in said.items() if value}
    texts = {overlay.field: overlay.text for overlay in kept.overlays} if kept else {}
    if overlays := list(_overlays({**texts, **judgement.texts}, entry)):
        fields["overlays"] = overlays
    return fields


def _overlays(texts: Mapping[str, str], entry: CatalogueEntry) -> Iterator[dict[str, str]]:
    for name, text in texts.items():
        yield {"field": name, "text": text, "base": entry.base(name)}
