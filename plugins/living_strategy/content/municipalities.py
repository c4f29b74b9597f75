"""Reads the register of municipalities and counties that comes with the package."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from living_strategy.model.municipality import (
    COUNTY,
    MUNICIPALITY,
    Division,
    Municipalities,
    Municipality,
)
from living_strategy.partial_date import PartialDate

REGISTER = Path(__file__).with_name("municipalities.csv")
FORMER = Path(__file__).with_name("former_numbers.csv")
NO_PLACES = Municipalities.of((), Division.NONE)


@lru_cache(maxsize=1)
def load_municipalities() -> Municipalities:
    """Return the register; numbers stay text, so leading zeros are kept. A county has the
    inhabitants of its municipalities.
    """
    return Municipalities.of((*_present(), *_earlier()))


def _present() -> Iterator[Municipality]:
    rows = _rows(REGISTER)
    by_county: Counter[str] = Counter()
    for number, _, inhabitants, _, _ in rows:
        by_county[number[:2]] += int(inhabitants or 0)
    for number, name, inhabitants, form, norwegian_name in rows:
        kind, county = _place_in_norway(number)
        yield Municipality(
            number,
            name,
            int(inhabitants or by_county[number]),
            form,
            norwegian_name,
            kind=kind,
            parent=county,
        )


def _earlier() -> Iterator[Municipality]:
    for number, name, first, last, successors in _rows(FORMER):
        kind, county = _place_in_norway(number)
        yield Municipality(
            number,
            name,
            kind=kind,
            parent=county,
            valid_from=PartialDate(first) if first else None,
            valid_to=PartialDate(last),
            successors=tuple(successors.split()),
        )


def _place_in_norway(number: str) -> tuple[str, str]:
    """Return the kind of a Norwegian number, and its county: its first two digits."""
    return (COUNTY, "") if len(number) == 2 else (MUNICIPALITY, number[:2])


def _rows(file: Path) -> list[list[str]]:
    """Return the cells of a table below its remarks and its heading."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return [line.split(";") for line in lines if not line.startswith(("#", "number;"))]
