"""Codes of pinned catalogues that cannot be used."""

from living_strategy.diagnostics import Severity
from living_strategy.rules.code import Code

PINS = (
    Code(
        "damaged-pin",
        Severity.ERROR,
        fixed=True,
        message="The catalogue of “{name}” is not used: {reason}.",
        hint="Fetch it again. If it is of a newer format, take a newer version of this program first.",
        meaning="A pinned catalogue is used as it was published, to the byte. One that somebody has changed could say what nobody decided.",
        wrong="upstream/nasjonal.catalogue.json (changed by hand)",
        right="upstream/nasjonal.catalogue.json (as it was fetched)",
    ),
)
