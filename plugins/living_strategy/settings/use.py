"""What a strategy makes use of: overviews and registers that it does not need are switched off."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from living_strategy.settings.part import Part

# Switches whose overview has an address of another word.
_WORDS: Mapping[str, str] = {"strategy_map": "map"}
# What has nothing to show when another thing is off.
_SHOWS: Mapping[str, str] = {"coverage": "frameworks"}


class Switch(StrEnum):
    """Whether a strategy makes use of something."""

    ON = "on"
    OFF = "off"


class Use(Part):
    """A switch for each overview and each register that a strategy can do without."""

    results: Switch = Switch.ON
    """off: no overview of results, and none on the front page; goals keep their indicators."""
    strategy_map: Switch = Switch.ON
    """off: no map of how goals, measures and projects hang together."""
    timeline: Switch = Switch.ON
    """off: no page of what happens when."""
    late: Switch = Switch.ON
    """off: no page of what is past its date, and none of it on the front page."""
    status: Switch = Switch.ON
    """off: no page of what is late, and what nobody has looked at."""
    leads: Switch = Switch.ON
    """off: no page of who leads what."""
    coverage: Switch = Switch.ON
    """off: no page of how the goals support the strategies above; without those there is none."""
    financing: Switch = Switch.ON
    """off: no overview of where the money comes from; projects keep what they were granted."""
    action_plan: Switch = Switch.ON
    """off: no action plan of each year."""
    four_year_plan: Switch = Switch.ON
    """off: no plan of the costs of four years."""
    involvement: Switch = Switch.ON
    """off: no overview of how the state involves municipalities."""
    municipalities: Switch = Switch.ON
    """off: no look-up of municipalities and counties, no page for each of them, and no maps; else
    on, but for a strategy whose owner is one municipality."""
    networks: Switch = Switch.ON
    """off: no register of networks."""
    bodies: Switch = Switch.ON
    """off: no register of councils, boards and committees."""
    components: Switch = Switch.ON
    """off: no register of shared components."""
    schemes: Switch = Switch.ON
    """off: no register of funding schemes."""
    frameworks: Switch = Switch.ON
    """off: no register of strategies above this one."""
    terms: Switch = Switch.ON
    """off: no register of words and their meaning."""

    @property
    def unused(self) -> Mapping[str, str]:
        """What is switched off: the words of the addresses of overviews, and the names of
        registers, each with the switch that did it.
        """
        off = [name for name in Use.model_fields if getattr(self, name) is Switch.OFF]
        named = {_WORDS.get(name, name.replace("_", "-")): name for name in off}
        follows = {shown: named[needed] for shown, needed in _SHOWS.items() if needed in named}
        return {**follows, **named}
