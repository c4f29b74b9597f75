"""How serious a finding is: as its code says, or as the strategy has chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from living_strategy.diagnostics import Severity
from living_strategy.rules.code import Code
from living_strategy.settings import SeverityChoice


@dataclass(frozen=True, slots=True)
class SeverityPolicy:
    """The strategy's choices by the name of the code, over those that the codes bring."""

    codes: Mapping[str, Code]
    choices: Mapping[str, SeverityChoice]

    def severity(self, name: str) -> Severity | None:
        """Return the severity of findings with this code; `None` when they are switched off.

        A choice for a fixed code has no effect (the check `fixed-severity` says so).
        """
        code = self.codes[name]
        choice = None if code.fixed else self.choices.get(name)
        if choice is SeverityChoice.OFF:
            return None
        return Severity(choice.value) if choice else code.severity
