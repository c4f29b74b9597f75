"""Compares two versions of an entry field by field and link by link, along today's model.

Nothing is validated: an old version may say what today's model refuses, and a reader is told of it
all the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from pydantic import BaseModel

from living_strategy.history.change import FieldChange, Operation, Plain
from living_strategy.history.fields import FieldPlan, Sort, field_plans, ignored_keys
from living_strategy.history.pairing import pair_parts, pair_values, part_names
from living_strategy.history.texts import Rewording, difference
from living_strategy.history.values import is_empty, key_of, listed
from living_strategy.history.weights import lighter
from living_strategy.model.trait import Change, Origin


class _Place(NamedTuple):
    """Where a comparison is: the path, the parts on it, and the most a change can weigh there."""

    path: tuple[str, ...] = ()
    parts: tuple[Mapping[str, Plain], ...] = ()
    most: Change = Change.SUBSTANTIVE

    def field(self, plan: FieldPlan) -> _Place:
        """Return the place of a field."""
        return _Place((*self.path, plan.name), self.parts, lighter(self.most, plan.trait.change))

    def part(self, name: str, part: Plain) -> _Place:
        """Return the place of a part of the list that stands here."""
        parts = (*self.parts, part) if isinstance(part, Mapping) else self.parts
        return _Place((*self.path, name), parts, self.most)


_ENTRY = _Place()


@cache
def _entry_places(model: type[BaseModel]) -> Mapping[str, _Place]:
    """Return the places of the fields of an entry, most of which change again and again."""
    return {name: _ENTRY.field(plan) for name, plan in field_plans(model).items()}


def compare(
    model: type[BaseModel], old: Mapping[str, Plain], new: Mapping[str, Plain]
) -> tuple[FieldChange, ...]:
    """Return what differs between two versions of an entry, in the order of the model's fields.

    Versions are what the reader of YAML leaves: scalars are text, the body is `description`, and
    the id is the name of the file.
    """
    return compare_fields(model, old, new, differing(old, new))


def compare_fields(
    model: type[BaseModel],
    old: Mapping[str, Plain],
    new: Mapping[str, Plain],
    names: Sequence[str],
) -> tuple[FieldChange, ...]:
    """Return what differs between two versions of an entry in these fields, as `compare` does."""
    comparison = _Comparison()
    comparison.fields(model, old, new, _ENTRY, names)
    return tuple(comparison.changes)


def differing(old: Mapping[str, Plain], new: Mapping[str, Plain]) -> list[str]:
    """Return the names of the fields whose values are not the same, in no order."""
    # What was read once is one object in all versions: most fields are told equal by identity.
    get = old.get
    names = [
        name
        for name, value in new.items()
        if (before := get(name)) is not value and before != value
    ]
    return names if old.keys() <= new.keys() else names + [name for name in old if name not in new]


@dataclass(slots=True)
class _Comparison:
    changes: list[FieldChange] = field(default_factory=list)

    def mappings(
        self,
        model: type[BaseModel],
        old: Mapping[str, Plain],
        new: Mapping[str, Plain],
        place: _Place,
    ) -> None:
        """Compare two entries, or two versions of one part."""
        self.fields(model, old, new, place, differing(old, new))

    def fields(
        self,
        model: type[BaseModel],
        old: Mapping[str, Plain],
        new: Mapping[str, Plain],
        place: _Place,
        names: Sequence[str],
    ) -> None:
        """Compare these fields of two entries or parts."""
        plans = field_plans(model)
        places = _entry_places(model) if place is _ENTRY else None
        if len(names) > 1:
            order = {name: index for index, name in enumerate(plans)}
            names = sorted(names, key=lambda name: (order.get(name, len(order)), name))
        for name in names:
            if plan := plans.get(name):
                inner = places[name] if places else place.field(plan)
                self._field(plan, old.get(name), new.get(name), inner)
            elif name not in ignored_keys(model):
                self._unknown(name, old.get(name), new.get(name), place)

    def _unknown(self, name: str, old: Plain, new: Plain, place: _Place) -> None:
        if is_empty(old) and is_empty(new):
            return
        path = (*place.path, name)
        self.changes.append(
            FieldChange(
                Operation.UNKNOWN,
                path,
                Change.EDITORIAL,
                Origin.REPORTED,
                old,
                new,
                parts=place.parts,
            )
        )

    def _field(self, plan: FieldPlan, old: Plain, new: Plain, place: _Place) -> None:
        # A file that leaves out a choice with a default says the default.
        default = plan.default or None
        old = default if is_empty(old) else old
        new = default if is_empty(new) else new
        if plan.is_list:
            self._list(plan, listed(old), listed(new), place)
        elif plan.part and isinstance(old, Mapping) and isinstance(new, Mapping):
            self.mappings(plan.part, old, new, place)
        elif plan.sort is Sort.PROSE and isinstance(old, str) and isinstance(new, str):
            self._text(plan, old, new, place)
        elif key_of(plan, old) == key_of(plan, new):
            # Written in another way, it says the same.
            return
        elif plan.trait.relation:
            if old is not None:
                self._tell(plan, Operation.UNLINKED, place, old=old)
            if new is not None:
                self._tell(plan, Operation.LINKED, place, new=new)
        else:
            weight = Change.CLARIFICATION if _is_more_exact(plan, old, new) else place.most
            self._tell(plan, Operation.SET, place, old=old, new=new, most=weight)

    def _text(self, plan: FieldPlan, old: str, new: str, place: _Place) -> None:
        differing = difference(old, new)
        match differing.rewording:
            case Rewording.LAYOUT:
                return
            case Rewording.FORM:
                weight = Change.EDITORIAL
            case Rewording.SLIPS | Rewording.WORDS:
                # What was decided says something else; a report is only put otherwise.
                decided = plan.trait.origin is Origin.DECIDED
                weight = place.most if decided else Change.CLARIFICATION
        slips = () if place.most is Change.EDITORIAL else differing.slips
        self._tell(plan, Operation.WORDED, place, old=old, new=new, most=weight, slips=slips)

    def _list(
        self, plan: FieldPlan, old: Sequence[Plain], new: Sequence[Plain], place: _Place
    ) -> None:
        pairing = pair_parts(plan.part, old, new) if plan.part else pair_values(plan, old, new)
        link = plan.trait.relation is not None
        for index in pairing.gone:
            operation = Operation.UNLINKED if link else Operation.REMOVED
            self._tell(plan, operation, place, old=old[index], position=index)
        names = part_names(plan, old) if pairing.changed or pairing.is_reordered else []
        for before, after in pairing.changed:
            self._pair(plan, old[before], new[after], place.part(names[before], new[after]))
        for index in pairing.came:
            operation = Operation.LINKED if link else Operation.ADDED
            self._tell(plan, operation, place, new=new[index], position=index)
        if pairing.is_reordered:
            was, now = ([names[index] for index in order] for order in pairing.orders)
            self._tell(plan, Operation.REORDERED, place, old=was, new=now, most=Change.EDITORIAL)

    def _pair(self, plan: FieldPlan, old: Plain, new: Plain, place: _Place) -> None:
        if plan.part and isinstance(old, Mapping) and isinstance(new, Mapping):
            self.mappings(plan.part, old, new, place)
        elif isinstance(old, str) and isinstance(new, str):
            self._text(plan, old, new, place)

    def _tell(
        self,
        plan: FieldPlan,
        operation: Operation,
        place: _Place,
        *,
        old: Plain = None,
        new: Plain = None,
        most: Change = Change.SUBSTANTIVE,
        slips: tuple[tuple[str, str], ...] = (),
        position: int | None = None,
    ) -> None:
        weight = lighter(place.most, most)
        origin = plan.trait.origin
        self.changes.append(
            FieldChange(
                operation, place.path, weight, origin, old, new, slips, place.parts, position
            )
        )


def _is_more_exact(plan: FieldPlan, old: Plain, new: Plain) -> bool:
    """Whether a date is the same, told more or less exactly."""
    if plan.sort is not Sort.DATE or not (isinstance(old, str) and isinstance(new, str)):
        return False
    shorter, longer = sorted((old.strip(), new.strip()), key=len)
    return longer.startswith(shorter)
