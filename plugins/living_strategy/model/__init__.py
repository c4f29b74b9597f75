"""What a strategy is made of: one kind one file, frozen pydantic models, relations declared on fields."""

from living_strategy.model.area import Area
from living_strategy.model.body import Body
from living_strategy.model.component import Component
from living_strategy.model.entry import Entry
from living_strategy.model.framework import Framework
from living_strategy.model.goal import Goal
from living_strategy.model.measure import Measure
from living_strategy.model.network import Network
from living_strategy.model.organisation import Organisation
from living_strategy.model.project import Project
from living_strategy.model.scheme import Scheme
from living_strategy.model.term import Term

KINDS: tuple[type[Entry], ...] = (
    Area,
    Goal,
    Measure,
    Project,
    Organisation,
    Network,
    Body,
    Component,
    Scheme,
    Framework,
    Term,
)

# The folders that hold an item a file.
ITEM_FOLDERS: tuple[str, ...] = tuple(kind.folder for kind in KINDS if kind.folder)

__all__ = [
    "ITEM_FOLDERS",
    "KINDS",
    "Area",
    "Body",
    "Component",
    "Entry",
    "Framework",
    "Goal",
    "Measure",
    "Network",
    "Organisation",
    "Project",
    "Scheme",
    "Term",
]
