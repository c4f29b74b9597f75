"""Codes of what was collected from local sites."""

from living_strategy.diagnostics import Severity
from living_strategy.rules.code import Code

COLLECTED = (
    Code(
        "damaged-collection",
        Severity.WARNING,
        message="What was collected from {number} cannot be read, and is not shown.",
        hint="Delete the file and collect again.",
        meaning="The files in collected/ are written by the program, from what other sites publish. One that somebody has changed is not used.",
        wrong="collected/3301.json (changed by hand)",
        right="collected/3301.json (as it was collected)",
    ),
)
