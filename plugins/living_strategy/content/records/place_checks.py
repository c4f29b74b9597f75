"""What the lines of a table of places say of each other: numbers given twice, loose successors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from living_strategy.diagnostics import misspelt
from living_strategy.model.municipality import Municipality

# The line of a place, the columns of the text where its values begin, and the place.
Listed = tuple[int, Mapping[str, int], Municipality]


@dataclass(frozen=True, slots=True)
class Fault:
    """A mistake, with its line and column from 1, and the name of the column of the table."""

    code: str
    line: int
    column: int
    field: str
    params: Mapping[str, str]


def check_places(listed: Sequence[Listed]) -> Iterator[Fault]:
    """Yield the mistakes that only the whole table shows, in the order of its lines."""
    by_number: defaultdict[str, list[tuple[int, Municipality]]] = defaultdict(list)
    for line, _, place in listed:
        by_number[place.number].append((line, place))
    for line, starts, place in listed:
        others = [other for other in by_number[place.number] if other[0] < line]
        if first := next((at for at, other in others if _overlap(other, place)), 0):
            params = {"value": place.number, "line": str(first)}
            yield Fault("duplicate-place", line, starts["number"], "number", params)
        if place.parent and (place.parent == place.number or place.parent not in by_number):
            params = {"case": "parent", "value": place.parent}
            params |= _near(place.parent, by_number)
            yield Fault("unknown-place", line, starts["parent"], "parent", params)
        elif _lies_in_itself(place, by_number):
            params = {"case": "within", "value": place.parent, "number": place.number}
            yield Fault("bad-place", line, starts["parent"], "parent", params)
        for params in _wrong_successors(place, by_number):
            code = "unknown-place" if params["case"] == "successor" else "bad-place"
            yield Fault(code, line, starts["successors"], "successors", params)


def _lies_in_itself(
    place: Municipality, by_number: Mapping[str, Sequence[tuple[int, Municipality]]]
) -> bool:
    """Return whether the parents of a place lead back to it. A circle is told of once, at the
    place with the first of its numbers.
    """
    waiting, seen = [place.parent], {""}
    while waiting:
        number = waiting.pop()
        if number == place.number:
            return number == min({number, *seen} - {""})
        if number not in seen:
            seen.add(number)
            waiting += [parent.parent for _, parent in by_number.get(number, ())]
    return False


def _wrong_successors(
    place: Municipality, by_number: Mapping[str, Sequence[tuple[int, Municipality]]]
) -> Iterator[dict[str, str]]:
    if place.successors and not place.valid_to:
        yield {"case": "in-use", "value": place.number}
        return
    for number in place.successors:
        if number not in by_number:
            yield {"case": "successor", "value": number, **_near(number, by_number)}
        # Whoever comes after is in use for longer: so no chain of successors can be a circle.
        elif not any(
            other.valid_to is None or (place.valid_to and place.valid_to < other.valid_to)
            for _, other in by_number[number]
        ):
            yield {"case": "circle", "value": number, "number": place.number}


def _near(number: str, by_number: Mapping[str, object]) -> dict[str, str]:
    near = misspelt(number, by_number)
    return {"near": near} if near and near != number else {}


def _overlap(one: Municipality, other: Municipality) -> bool:
    """Return whether two places had a number at the same time, however their dates are read."""
    return not (_ends_first(one, other) or _ends_first(other, one))


def _ends_first(one: Municipality, other: Municipality) -> bool:
    return bool(
        one.valid_to and other.valid_from and one.valid_to.earliest() < other.valid_from.latest()
    )
