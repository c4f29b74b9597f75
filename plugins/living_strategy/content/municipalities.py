"""Reads the register of municipalities and counties that comes with the package."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from pathlib import Path

from living_strategy.model.municipality import Municipalities, Municipality

REGISTER = Path(__file__).with_name("municipalities.csv")
FORMER = Path(__file__).with_name("former_numbers.csv")


@lru_cache(maxsize=1)
def load_municipalities() -> Municipalities:
    """Return the register; numbers stay text, so leading zeros are kept. A county has the
    inhabitants of its municipalities.
    """
    rows = _rows(REGISTER)
    by_county: Counter[str] = Counter()
    for number, _, inhabitants, _, _ in rows:
        by_county[number[:2]] += int(inhabitants or 0)
    return Municipalities.of(
        (
            Municipality(number, name, int(inhabitants or by_county[number]), form, norwegian_name)
            for number, name, inhabitants, form, norwegian_name in rows
        ),
        {number: tuple(successors.split()) for number, successors in _rows(FORMER)},
    )


def _rows(file: Path) -> list[list[str]]:
    """Return the cells of a table below its remarks and its heading."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return [line.split(";") for line in lines if not line.startswith(("#", "number;"))]
