"""Form: what the fields of a kind become for those who fill them in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from living_strategy.language import Language
from living_strategy.model import Entry


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known of the entry to be made. `known` holds the ids there are, by kind: what its
    links can be chosen from.
    """

    id: str
    title: str
    known: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Form:
    """A form. `render` writes it for a kind, in a language; one that serves all entries of the kind
    alike passes over the draft.
    """

    name: str
    render: Callable[[type[Entry], Language, Draft], str]
