"""Code: what a diagnostic code means, how it reads, and an example of it and of the cure."""

from __future__ import annotations

from dataclasses import dataclass

from living_strategy.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class Code:
    """One diagnostic code. All texts but the examples are message ids of the catalogues.

    `message` says in one sentence what is wrong; `hint` says what to do and may be empty when
    `hint_near` says it all. `hint_near` replaces the hint when the parameter `near` is given.
    A `fixed` code cannot be made less severe, because the entry could not be shown as written.
    """

    name: str
    severity: Severity
    message: str
    hint: str
    meaning: str
    wrong: str
    right: str
    hint_near: str = ""
    fixed: bool = False
