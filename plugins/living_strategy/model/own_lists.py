"""The lists of a strategy's own, from its settings: what its entries may choose from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from living_strategy.language import NOK, Language
from living_strategy.model.body import Level
from living_strategy.model.budget import GainUnit
from living_strategy.model.measure import Audience
from living_strategy.model.organisation import OrganisationKind
from living_strategy.model.own_value import NO_LISTS, Choice, OwnLists, OwnMoney, OwnUnit, OwnValue
from living_strategy.model.values import Phase, Unit
from living_strategy.settings import Choices, Settings, choice_of

# By the setting that gives a list, the vocabularies that it is for.
VOCABULARIES: Mapping[str, tuple[type[StrEnum], ...]] = {
    "units": (Unit, GainUnit),
    "audiences": (Audience,),
    "organisation_types": (OrganisationKind,),
    "phases": (Phase,),
    "body_levels": (Level,),
}
# Those that take the place of the package's, instead of standing beside them.
REPLACING = ("audiences", "organisation_types", "phases", "body_levels")


def lists_of(
    settings: Settings, language: Language | None = None, unread: Iterable[str] = ()
) -> OwnLists:
    """Return the lists of a strategy, with words of ours in `language`, else in its own. `unread`
    are the settings that could not be read.

    Units of its own stand behind those of the package, and one with the same key takes the place
    of the other. Every other list takes the place of the package's as a whole.
    """
    values: dict[type[StrEnum], Mapping[str, Choice]] = {}
    units, money = _units(settings), _money(settings, language or Language.load(settings.language))
    if units or money:
        for vocabulary in VOCABULARIES["units"]:
            built_in = [money.get(unit, unit) for unit in vocabulary]
            values[vocabulary] = {**{unit.value: unit for unit in built_in}, **units}
    for name in REPLACING:
        (vocabulary,) = VOCABULARIES[name]
        if choices := getattr(settings, name):
            values[vocabulary] = _replaced(choices, vocabulary)
    unknown = frozenset(vocabulary for name in unread for vocabulary in VOCABULARIES.get(name, ()))
    return OwnLists(values, unknown) if values or unknown else NO_LISTS


def _money(settings: Settings, language: Language) -> dict[StrEnum, Choice]:
    """Return the units of sums in another currency, by those of the package that they replace: they
    are called after it.
    """
    if settings.currency == NOK:
        return {}
    language = language.paying(settings.currency)
    code = settings.currency.lower()
    sums, millions = language.text("Sums in {currency}"), language.text("Millions in {currency}")
    return {
        GainUnit.KRONER: OwnMoney(code, sums),
        Unit.MILLION_KRONER: OwnMoney(f"million_{code}", millions, in_millions=True),
    }


def _units(settings: Settings) -> dict[str, Choice]:
    return {
        key: OwnUnit(key, unit.symbol, unit.one or "", unit.decimals, (unit.minimum, unit.maximum))
        for key, unit in settings.units.items()
    }


def _replaced(choices: Choices, vocabulary: type[StrEnum]) -> dict[str, Choice]:
    """Return the values of a list. What has a key of the package counts as what it names there."""
    values: dict[str, Choice] = {}
    for key, written in choices.items():
        choice = choice_of(written)
        meant = choice.counts_as or key
        counts_as = vocabulary(meant) if meant in list(vocabulary) else None
        values[key] = OwnValue(key, choice.word, counts_as)
    return values
