"""What the content itself dates within a period, as the changes that wrote it down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from pydantic import BaseModel

from living_strategy.history.change import FieldChange, Operation, Plain
from living_strategy.history.fields import field_plans
from living_strategy.history.pairing import part_names
from living_strategy.history.period import Period
from living_strategy.model import Entry
from living_strategy.model.goal import Indicator, Measurement
from living_strategy.model.trait import Change, Origin
from living_strategy.partial_date import PartialDate
from living_strategy.settings import Settings

# Lists whose parts have a date of their own, which says when it was decided or reported.
_DATED = ("decisions", "updates", "adopted")


def dated_facts(holder: Entry | Settings, period: Period, today: date) -> Iterator[FieldChange]:
    """Yield the milestones that an entry says were reached in the period, the decisions, the
    reports and the values of indicators that are dated in it, in this order.
    """
    for milestone in getattr(holder, "milestones", ()):
        if _lies_in(milestone.done, period, today):
            yield _reached(_as_written(milestone))
    for name in _DATED:
        for position, part in enumerate(getattr(holder, name, ())):
            if _lies_in(part.date, period, today):
                yield _added((name,), _as_written(part), position)
    indicators = getattr(holder, "indicators", ())
    if any(_lies_in(known.date, period, today) for known in _known(indicators)):
        written = [_as_written(indicator) for indicator in indicators]
        names = part_names(field_plans(type(holder))["indicators"], written)
        for name, indicator in zip(names, written, strict=True):
            yield from _measured(name, indicator, period, today)


def _lies_in(written: PartialDate | None, period: Period, today: date) -> bool:
    return written is not None and period.has_date(written, today)


def _known(indicators: Sequence[Indicator]) -> Iterator[Measurement]:
    """Yield everything that was measured."""
    for indicator in indicators:
        yield from (known for known in (indicator.baseline, *indicator.values) if known)


def _reached(milestone: Mapping[str, Plain]) -> FieldChange:
    return FieldChange(
        Operation.SET,
        ("milestones", str(milestone["title"]), "done"),
        Change.SUBSTANTIVE,
        Origin.REPORTED,
        new=milestone["done"],
        parts=(milestone,),
    )


def _measured(
    name: str, indicator: Mapping[str, Plain], period: Period, today: date
) -> Iterator[FieldChange]:
    baseline, values = indicator.get("baseline"), indicator.get("values")
    if isinstance(baseline, Mapping) and period.has_text(baseline.get("date"), today):
        path = ("indicators", name, "baseline")
        yield FieldChange(
            Operation.SET,
            path,
            Change.SUBSTANTIVE,
            Origin.REPORTED,
            new=baseline,
            parts=(indicator,),
        )
    for position, value in enumerate(values if isinstance(values, list) else ()):
        if isinstance(value, Mapping) and period.has_text(value.get("date"), today):
            path = ("indicators", name, "values")
            yield _added(path, value, position, (indicator,))


def _added(
    path: tuple[str, ...],
    part: Mapping[str, Plain],
    position: int,
    parts: tuple[Mapping[str, Plain], ...] = (),
) -> FieldChange:
    return FieldChange(
        Operation.ADDED,
        path,
        Change.SUBSTANTIVE,
        Origin.REPORTED,
        new=part,
        parts=parts,
        position=position,
    )


def _as_written(part: BaseModel) -> Mapping[str, Plain]:
    """Return a part of a list as a file says it, by field."""
    fields: Mapping[str, Plain] = _plain(part.model_dump(mode="json", exclude_none=True))
    return fields


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list) else str(value)


def is_told_by(change: FieldChange, fact: FieldChange) -> bool:
    """Return whether a change only wrote down what the content says with its date."""
    if fact.path[0] == "milestones":
        name = fact.path[1]
        is_new = change.operation is Operation.ADDED and change.path == ("milestones",)
        return change.path == fact.path or (is_new and _field(change.new, "title") == name)
    if change.path != fact.path or change.operation is not fact.operation:
        return False
    words = ("date", "text", "title")
    known = [(_field(change.new, word), _field(fact.new, word)) for word in words]
    return any(was and was == now for was, now in known)


def _field(part: Plain, name: str) -> Plain:
    return part.get(name) if isinstance(part, Mapping) else None
