"""Headings over linked entries: sentences in readers' words, not names of relations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NewType

from living_strategy.language import Language
from living_strategy.model import Entry

Heading = NewType("Heading", str)
"""A message id, in which {title} is the title of the page."""

# Over the entries of a kind that point to this one, by the inverse of the relation and the kind.
INCOMING: Mapping[tuple[str, str], Heading] = {
    ("goals", "goal"): Heading("Goals of the priority area"),
    ("supported_by", "area"): Heading("Priority areas that support {title}"),
    ("supported_by", "goal"): Heading("Goals that support {title}"),
    ("decisions", "goal"): Heading("Goals that {title} has decided on"),
    ("decisions", "measure"): Heading("Measures that {title} has decided on"),
    ("decisions", "project"): Heading("Joint projects that {title} has decided on"),
    ("decisions", "scheme"): Heading("Funding schemes that {title} has decided on"),
    ("measures", "measure"): Heading("Measures of the priority area"),
    ("projects", "project"): Heading("Joint projects of the priority area"),
    ("served_by", "measure"): Heading("Measures that serve the goal"),
    ("furthered_by", "project"): Heading("Joint projects that serve the goal"),
    ("responsible_for", "measure"): Heading("Measures that {title} is responsible for"),
    ("funds", "measure"): Heading("Measures with money from {title}"),
    ("funds", "project"): Heading("Joint projects with money from {title}"),
    ("pays_for", "measure"): Heading("Measures that {title} pays for"),
    ("pays_for", "project"): Heading("Joint projects that {title} pays for"),
    ("used_by", "measure"): Heading("Measures that use {title}"),
    ("used_by", "project"): Heading("Joint projects that use {title}"),
    ("implemented_by", "project"): Heading("Joint projects that carry out the measure"),
    ("leads", "project"): Heading("Joint projects that {title} leads"),
    ("partner_in", "project"): Heading("Joint projects that {title} is a partner in"),
    ("takes_part_in", "project"): Heading("Joint projects that {title} takes part in"),
    ("needed_by", "project"): Heading("Joint projects that depend on this one"),
    ("involved_in", "project"): Heading("Joint projects that have involved {title}"),
    ("parts", "organisation"): Heading("Organisations that are part of {title}"),
    ("parts", "network"): Heading("Networks that are part of {title}"),
    ("member_of", "body"): Heading("Governance bodies that {title} is a member of"),
    ("receives_from", "body"): Heading("Governance bodies that report to {title}"),
    ("owns", "component"): Heading("Shared components that {title} owns"),
    ("owns", "scheme"): Heading("Funding schemes that {title} owns"),
    ("owns", "framework"): Heading("Strategies that {title} owns"),
    ("basis_of", "component"): Heading("Shared components that build on {title}"),
    ("followed_by", "framework"): Heading("Strategies that took over from {title}"),
}
# Over what an entry of a kind points to, by the relation and the kind: what has a list of its own.
OUTGOING: Mapping[tuple[str, str], Heading] = {
    ("serves", "measure"): Heading("Goals that the measure serves"),
    ("uses", "measure"): Heading("Shared components that the measure uses"),
    ("implements", "project"): Heading("Measures that the project carries out"),
    ("furthers", "project"): Heading("Goals that the project serves"),
    ("uses", "project"): Heading("Shared components that the project uses"),
    ("depends_on", "project"): Heading("Joint projects that it depends on"),
}
# Whatever took over from something retired.
REPLACES = "replaces"


def incoming_heading(relation: str, kind: str, target: Entry, language: Language) -> str:
    """Return the heading over the entries of a kind that point to `target`."""
    if relation == REPLACES:
        return language.text("What it took over from")
    message: str = INCOMING[relation, kind]
    return language.text(message).format(title=target.title)


def outgoing_heading(relation: str, kind: str, language: Language) -> str:
    """Return the heading over what an entry of a kind points to; nothing where no list is."""
    message = OUTGOING.get((relation, kind))
    return language.text(message) if message else ""
