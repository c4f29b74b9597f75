"""Code: what a diagnostic code means, how it reads, and an example of it and of the cure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from living_strategy.diagnostics import Severity
from living_strategy.language.particulars import Particulars


@dataclass(frozen=True, slots=True)
class Code:
    """One diagnostic code. All texts but the examples are message ids of the catalogues.

    `message` says in one sentence what is wrong, and one of `messages` in its place when the
    parameter `case` names it; `hint` says what to do and may be empty when
    `hint_near` says it all. `hint_near` replaces the hint when the parameter `near` is given, and
    one of `hints` replaces both when the parameter `case` names it: one mistake may have several
    cures, and the code stays the same.
    A `fixed` code cannot be made less severe, because the entry could not be shown as written.
    """

    name: str
    severity: Severity
    message: str
    hint: str
    meaning: str
    wrong: str
    right: str
    messages: Mapping[str, str] = field(default_factory=dict)
    hint_near: str = ""
    hints: Mapping[str, str] = field(default_factory=dict)
    fixed: bool = False

    def message_for(self, params: Particulars) -> str:
        """Return the message that fits a finding with these particulars, as a message id."""
        return self.messages.get(str(params.get("case", "")), self.message)

    def hint_for(self, params: Particulars) -> str:
        """Return the hint that fits a finding with these particulars, as a message id."""
        if special := self.hints.get(str(params.get("case", ""))):
            return special
        return self.hint_near if params.get("near") and self.hint_near else self.hint
