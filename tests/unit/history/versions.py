"""Versions of entries for tests: whatever files may say, right or wrong."""

from __future__ import annotations

from random import Random
from typing import Any

from pydantic import BaseModel

from living_strategy.history.change import Plain
from living_strategy.history.fields import FieldPlan, Sort, field_plans

_TEXTS = {
    Sort.PROSE: (
        "Kommunene skal dele data.",
        "Kommnuene skal dele data.",
        "Kommunene  skal\ndele data.",
        "kommunene skal dele data",
        "Kommunene kan dele data innen 2027.",
        "Se [[felles-plattform]] og [[digihelse|Digihelse]].",
    ),
    Sort.NUMBER: ("1", "1.0", "2027", "0", "-3.50", "1e3", "mange", "NaN", "1" * 40),
    Sort.DATE: ("2027", "2027-06", "2027-06-30", "2028", "snart", " 2027"),
    Sort.PLAIN: ("ks", "digdir", "agenda/mal-3", "0301", "https://www.ks.no/a", "ks "),
    Sort.CHOICE: ("planned", "ongoing", "adopted", "municipality", "count", "above", "tull"),
}
_JUNK: tuple[Plain, ...] = ("", " ", [], {}, ["x", {"y": "z"}], {"x": "y"}, "noe annet", ["x", "x"])


def version_of(model: type[BaseModel], random: Random) -> dict[str, Any]:
    """Return a version of an entry or a part, most of it what the model wants."""
    version: dict[str, Any] = {
        name: _field(plan, random)
        for name, plan in field_plans(model).items()
        if random.random() < 0.6
    }
    for key in ("gammelt", "areas"):
        if random.random() < 0.2:
            version[key] = random.choice(_JUNK)
    return version


def _field(plan: FieldPlan, random: Random) -> Any:
    if random.random() < 0.1:
        return random.choice(_JUNK)
    if plan.is_list:
        return [_value(plan, random) for _ in range(random.randrange(5))]
    return _value(plan, random)


def _value(plan: FieldPlan, random: Random) -> Any:
    return version_of(plan.part, random) if plan.part else random.choice(_TEXTS[plan.sort])
