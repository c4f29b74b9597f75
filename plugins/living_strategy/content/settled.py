"""What the settings leave open, settled by what the strategy is about."""

from __future__ import annotations

from collections.abc import Mapping

from living_strategy.content.corpus import Record
from living_strategy.model import Organisation
from living_strategy.model.municipality import Municipalities
from living_strategy.model.organisation import OrganisationKind
from living_strategy.settings import Settings, Switch

_LOOK_UP = "municipalities"


def settled(
    settings: Settings, records: Mapping[str, Record], register: Municipalities
) -> Settings:
    """Return the settings with the look-up of municipalities off where it has no use: where the
    register has no counties to list them by, and in a municipality's own strategy unless that
    asks for it, because its readers look for its own units and partners.
    """
    asked = _LOOK_UP in settings.use.model_fields_set
    if register.has_counties and (asked or not _is_of_one_municipality(settings, records)):
        return settings
    use = settings.use.model_copy(update={_LOOK_UP: Switch.OFF})
    return settings.model_copy(update={"use": use})


def _is_of_one_municipality(settings: Settings, records: Mapping[str, Record]) -> bool:
    record = records.get(settings.owner or "")
    owner = record.entry if record else None
    return isinstance(owner, Organisation) and owner.type is OrganisationKind.MUNICIPALITY
