"""One change of one field between two versions of an entry, as a value that can be kept as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from living_strategy.model.trait import Change, Origin

# What YAML says of a field: scalars are text, as the reader leaves them.
Plain: TypeAlias = "str | Sequence[Plain] | Mapping[str, Plain] | None"


class Operation(Enum):
    """What happened to a field.

    `SET` is a value that came (no old one), went (no new one) or became another; `WORDED` a text
    whose words differ. `ADDED` and `REMOVED` are an element or a part of a list, `LINKED` and
    `UNLINKED` the id of another entry, `REORDERED` a list that says the same in another order.
    `UNKNOWN` is a key that no field of today's model has: no reader is told of it.
    """

    SET = "set"
    WORDED = "worded"
    ADDED = "added"
    REMOVED = "removed"
    LINKED = "linked"
    UNLINKED = "unlinked"
    REORDERED = "reordered"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What happened to one field.

    `path` leads from the entry to the leaf field: names of fields, and behind a list of parts the
    name of the part, as in ("milestones", "Første kommune i drift", "date"). `change` is the class
    by the declaration of the leaf field and, for a text, by what differs in it. `old` and `new` are
    whole values, so that replaying all changes of an entry gives its last version.

    `slips` are the pairs of words (old, new) that differ in a text if each of them could be a
    slip of the pen; then `change` is the class if one of them is none. Whether they are is
    decided with the vocabulary of today's texts, when the history is put together: a change stays
    a pure function of two texts.

    `parts` are the parts of lists that the path leads through, outermost first, as they are
    afterwards: a sentence needs the name of an indicator and its unit to tell of a value.
    `position` is where an element that came stands in its list. `correction` is set where an
    editor says that a substantive change only puts a mistake right.
    """

    operation: Operation
    path: tuple[str, ...]
    change: Change
    origin: Origin
    old: Plain = None
    new: Plain = None
    slips: tuple[tuple[str, str], ...] = ()
    parts: tuple[Mapping[str, Plain], ...] = ()
    position: int | None = None
    correction: bool = False

    @property
    def is_told(self) -> bool:
        """Whether readers are told of it."""
        return self.operation is not Operation.UNKNOWN
