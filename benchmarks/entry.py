"""Entries of a generated strategy, and the links between them.

This is the benchmark's own small description of the content contract. It is kept apart from the
package on purpose: the peers' pages must not be made by the code they are compared with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

Fields = dict[str, Any]

MENTION = re.compile(r"\[\[([a-z0-9-]+)(?:\|([^\]]+))?\]\]")

ITEM_FOLDERS = {"goal": "goals", "measure": "measures", "project": "projects"}

REGISTER_KINDS = {
    "organisations": "organisation", "networks": "network", "bodies": "body",
    "components": "component", "schemes": "scheme", "frameworks": "framework",
}  # fmt: skip

SECTIONS = {
    "goal": ("mal", "Mål"),
    "measure": ("tiltak", "Tiltak"),
    "project": ("prosjekter", "Fellesprosjekter"),
    "area": ("omrader", "Satsingsområder"),
    "organisation": ("organisasjoner", "Organisasjoner"),
    "network": ("nettverk", "Nettverk"),
    "body": ("organer", "Samstyringsorganer"),
    "component": ("komponenter", "Felleskomponenter"),
    "scheme": ("ordninger", "Finansieringsordninger"),
    "framework": ("rammeverk", "Overordnede strategier"),
}
"""Kind to the folder of its pages and the title of its index."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A field that points to other entries: its path, the kinds it sits on, and its two labels."""

    path: tuple[str, ...]
    kinds: frozenset[str]
    label: str
    inverse: str


def _relation(path: str, kinds: str, label: str, inverse: str) -> Relation:
    return Relation(tuple(path.split(".")), frozenset(kinds.split()), label, inverse)


RELATIONS = (
    _relation("area", "goal", "Satsingsområde", "Mål"),
    _relation("goals", "measure", "Mål", "Tiltak"),
    _relation("measures", "project", "Tiltak", "Fellesprosjekter"),
    _relation("frameworks", "area goal", "Støtter", "Støttes av"),
    _relation("responsible", "measure", "Ansvarlig", "Ansvarlig for"),
    _relation("lead", "project", "Leder", "Leder"),
    _relation("partners", "project", "Partnere", "Partner i"),
    _relation("participants", "project", "Deltakere", "Deltar i"),
    _relation("uses", "measure project", "Felleskomponenter", "Brukes av"),
    _relation("depends_on", "project", "Avhenger av", "Trengs av"),
    _relation("costs.scheme", "measure", "Ordning", "Finansierer"),
    _relation("funding.scheme", "project", "Ordning", "Finansierer"),
    _relation("involvement.body", "project", "Organ", "Involvert i"),
    _relation("decisions.body", "goal measure project", "Vedtatt av", "Vedtak"),
    _relation("part_of", "organisation", "Del av", "Består av"),
    _relation("members", "body", "Medlemmer", "Medlem av"),
    _relation("reports_to", "body", "Rapporterer til", "Får rapport fra"),
    _relation("owner", "component", "Eier", "Eier"),
    _relation("builds_on", "component", "Bygger på", "Grunnlag for"),
    _relation("owners", "scheme framework", "Eiere", "Eier"),
    _relation("follows", "framework", "Følger", "Etterfølges av"),
)

MENTIONED_IN = "Nevnt i"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: an item with a body, an area or an entry of a register."""

    kind: str
    id: str
    fields: Fields
    body: str = ""

    @property
    def title(self) -> str:
        """The title readers see."""
        return str(self.fields["title"])

    @property
    def address(self) -> str:
        """Path of the page below the site's root, such as `mal/mal-0001`."""
        return f"{SECTIONS[self.kind][0]}/{self.id}"


@dataclass(slots=True)
class Corpus:
    """A whole generated strategy: entries by id, in a fixed order."""

    entries: dict[str, Entry] = field(default_factory=dict)

    def add(self, entry: Entry) -> None:
        """Add an entry; ids are unique over all kinds."""
        if entry.id in self.entries:
            raise ValueError(f"two entries are called {entry.id}")
        self.entries[entry.id] = entry

    def of(self, *kinds: str) -> list[Entry]:
        """Return the entries of some kinds, in the order they were made."""
        return [entry for entry in self.entries.values() if entry.kind in kinds]

    def backlinks(self) -> dict[str, dict[str, list[str]]]:
        """Return, for each target, the ids that point to it by inverse label, each once."""
        links: dict[str, dict[str, list[str]]] = {target: {} for target in self.entries}
        for entry in self.entries.values():
            for label, target in dict.fromkeys(references(entry)):
                if target in links and target != entry.id:
                    links[target].setdefault(label, []).append(entry.id)
        return links


def at(value: Any, path: tuple[str, ...]) -> list[str]:
    """Return all texts that a path leads to, through mappings and lists."""
    if isinstance(value, list):
        return [text for part in value for text in at(part, path)]
    if not path:
        return [] if value is None else [str(value)]
    return at(value.get(path[0]), path[1:]) if isinstance(value, dict) else []


def references(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield inverse label and target id of every link of an entry, mentions in prose included."""
    for relation in RELATIONS:
        if entry.kind in relation.kinds:
            for text in at(entry.fields, relation.path):
                yield relation.inverse, text.partition("/")[0]
    for mention in MENTION.finditer(entry.body):
        yield MENTIONED_IN, mention[1]
