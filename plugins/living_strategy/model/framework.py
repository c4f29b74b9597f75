"""Framework: a strategy above this one, with the goals that ours can support."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import StringConstraints

from living_strategy.model.entry import RegisterEntry
from living_strategy.model.trait import Change, Labels, Relation, decided, reported
from living_strategy.model.values import Id, Period, SameBy, Text, Title, Value

FrameworkRef = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?$")
]
SUPPORTS = Relation(
    "supports",
    "supported_by",
    ("framework",),
    labels=Labels(one="Supports", many="Supports"),
    inverse_labels=Labels(one="Supported by", many="Supported by"),
    added="Now supports {other}",
    removed="No longer supports {other}",
)


class Wording(StrEnum):
    """How exactly the goal of a framework is known."""

    VERBATIM = "verbatim"
    PARAPHRASED = "paraphrased"
    UNKNOWN = "unknown"


class GoalList(StrEnum):
    """Whether the goals of a framework are all there."""

    COMPLETE = "complete"
    INCOMPLETE = "incomplete"


class FrameworkRole(StrEnum):
    """What a framework is to this strategy."""

    ABOVE = "above"
    PREDECESSOR = "predecessor"


class FrameworkGoal(Value):
    """A goal or priority of a framework."""

    SAME_BY: ClassVar[SameBy] = (("id",), ("title",))

    id: Annotated[Id, decided("Id", "kortere-kor")]
    """Permanent name, unique within the framework."""
    title: Annotated[Title, decided("Title", "Kortere køer")]
    """The goal as the framework words it, a paraphrase, or its number while the words are unknown."""
    wording: Annotated[
        Wording | None, reported("Wording", "paraphrased", change=Change.CLARIFICATION)
    ] = None
    """verbatim, paraphrased or unknown. What is unknown cannot be judged, and is not counted as unsupported."""
    description: Annotated[Text | None, decided("Description")] = None
    """One or two sentences on what it means."""


class Framework(RegisterEntry):
    """A strategy above this one, such as a white paper or a joint state and municipal strategy."""

    kind: ClassVar[str] = "framework"
    label: ClassVar[str] = "Overarching strategy"
    labels: ClassVar[str] = "Overarching strategies"
    register: ClassVar[str] = "frameworks"

    owners: Annotated[
        tuple[Id, ...],
        decided(
            "Owners",
            "[biblioteket]",
            relation=Relation(
                "owned_by",
                "owns",
                ("organisation", "body", "network"),
                labels=Labels(one="Owner", many="Owners"),
                inverse_labels=Labels(one="Owns", many="Owns"),
                added="Now owned by {other}",
                removed="No longer owned by {other}",
                replaced="Now owned by {new} (was {old})",
            ),
        ),
    ] = ()
    """Ids of the organisations that own the strategy."""
    period: Annotated[Period | None, decided("Period")] = None
    """The years it is in force."""
    goals: Annotated[tuple[FrameworkGoal, ...], decided("Goals")] = ()
    """Its goals or priorities, in its own order."""
    goal_list: Annotated[
        GoalList | None, reported("List of goals", "incomplete", change=Change.CLARIFICATION)
    ] = None
    """complete, or incomplete when it is known to have more goals than are listed."""
    role: Annotated[FrameworkRole, decided("Role", "predecessor", change=Change.CLARIFICATION)] = (
        FrameworkRole.ABOVE
    )
    """above, or predecessor for a strategy that this one took over from: its goals are not counted."""
    follows: Annotated[
        Id | None,
        decided(
            "Follows",
            relation=Relation(
                "follows",
                "followed_by",
                ("framework",),
                labels=Labels(one="Follows", many="Follows"),
                inverse_labels=Labels(one="Followed by", many="Followed by"),
                added="Took over from {other}",
                removed="No longer told as taking over from {other}",
                replaced="Took over from {new}, not {old}",
                acyclic=True,
            ),
        ),
    ] = None
    """Id of the strategy it replaced."""
