"""The lists of a strategy's own, from its settings: what its entries may choose from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from living_strategy.model.budget import GainUnit
from living_strategy.model.own_value import NO_LISTS, Choice, OwnLists, OwnUnit
from living_strategy.model.values import Unit
from living_strategy.settings import Settings

# By the setting that gives a list, the vocabularies that it is for.
VOCABULARIES: Mapping[str, tuple[type[StrEnum], ...]] = {"units": (Unit, GainUnit)}


def lists_of(settings: Settings, unread: Iterable[str] = ()) -> OwnLists:
    """Return the lists of a strategy. `unread` are the settings that could not be read.

    Units of its own stand behind those of the package, and one with the same key takes the place
    of the other.
    """
    values: dict[type[StrEnum], Mapping[str, Choice]] = {}
    if units := _units(settings):
        for vocabulary in VOCABULARIES["units"]:
            built_in = {unit.value: unit for unit in vocabulary}
            values[vocabulary] = {**built_in, **units}
    unknown = frozenset(vocabulary for name in unread for vocabulary in VOCABULARIES.get(name, ()))
    return OwnLists(values, unknown) if values or unknown else NO_LISTS


def _units(settings: Settings) -> dict[str, Choice]:
    return {
        key: OwnUnit(key, unit.symbol, unit.one or "", unit.decimals, (unit.minimum, unit.maximum))
        for key, unit in settings.units.items()
    }
