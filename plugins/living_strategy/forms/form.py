"""Form: a document made from the fields of a kind for those who fill them in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from living_strategy.language import Language
from living_strategy.model import Entry


@dataclass(frozen=True, slots=True)
class Draft:
    """The entry to be made. `existing_ids` are those of other entries by kind, for its links;
    `unused` are the kinds that the strategy has switched off. `municipality` and `county` are the
    numbers of places of its own that examples name; empty where it is about Norway.
    """

    id: str
    title: str
    existing_ids: Mapping[str, Sequence[str]] = field(default_factory=dict)
    unused: frozenset[str] = frozenset()
    municipality: str = ""
    county: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A form. `render` writes it for a kind, in a language; a form that is the same for all entries
    of the kind ignores the draft.
    """

    name: str
    render: Callable[[type[Entry], Language, Draft], str]
