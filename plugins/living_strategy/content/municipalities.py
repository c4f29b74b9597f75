"""Reads the register of municipalities and counties that comes with the package."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from living_strategy.model.municipality import Municipalities, Municipality

REGISTER = Path(__file__).with_name("municipalities.csv")


@lru_cache(maxsize=1)
def load_municipalities() -> Municipalities:
    """Return the register; numbers stay text, so leading zeros are kept."""
    lines = REGISTER.read_text(encoding="utf-8").splitlines()
    rows = (line.split(";") for line in lines if not line.startswith(("#", "number;")))
    return Municipalities.of(
        Municipality(number, name, int(inhabitants) if inhabitants else None, form)
        for number, name, inhabitants, form in rows
    )
