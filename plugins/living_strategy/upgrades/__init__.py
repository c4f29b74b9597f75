"""What versions of the program renamed, and what editors must do themselves; one version one file.

Listed from the oldest to the newest. Steps are looked for whatever version a strategy comes from:
a name is only in the way where the program no longer knows it.
"""

from __future__ import annotations

from living_strategy.upgrades import v0_1_0
from living_strategy.upgrades.upgrade import Upgrade

UPGRADES: tuple[Upgrade, ...] = (v0_1_0.UPGRADE,)
