"""A measure of a local strategy as a file for a strategy that copies it, with where it is from."""

from __future__ import annotations

import json
import re

from living_strategy.settings.upstream import is_upstream_name
from living_strategy.upstream.uptake import LocalMeasure

_FOLLOWED = "nasjonal"


def followed_name(owner: str | None) -> str:
    """Return the short name by which a copied measure calls this strategy: that of its owner."""
    return owner if owner and is_upstream_name(owner) else _FOLLOWED


def copied(local: LocalMeasure, upstream: str) -> str:
    """Return the contents of `measures/<id>.yml`. It is a proposal until somebody decides; goals
    are written as those of a strategy above called `upstream`.
    """
    measure, collected = local.measure, local.strategy.collected
    place = local.strategy.place
    version = collected.version if collected else ""
    licence = collected.licence if collected else ""
    facts = [f"{place.norwegian_name} ({place.number})"]
    facts += [fact for fact in (measure.id, version, licence) if fact]
    lines = [
        f"title: {_quoted(measure.title)}",
        *([f"summary: {_quoted(measure.summary)}"] if measure.summary else []),
        "goals:",
        *(f"  - {_quoted(f'{upstream}:{goal}')}" for goal in measure.goals),
        "status: proposed",
        "sources:",
        f"  - title: {_quoted(' – '.join((measure.title, *facts))[:300])}",
        f"    url: {_quoted(measure.page or (collected.address if collected else ''))}",
        f"    publisher: {_quoted(collected.title if collected and collected.title else facts[0])}",
    ]
    if collected and collected.fetched:
        lines.append(f"    date: {collected.fetched}")
        lines.append(f"as_of: {collected.fetched}")
    return "".join(f"{line}\n" for line in lines)


def _quoted(text: str) -> str:
    """Return a text as JSON, which YAML reads in the same way. Two brackets would be a link."""
    return json.dumps(re.sub(r"([\[\]])(?=\1)", r"\1 ", text), ensure_ascii=False)
