"""What the check of a new version finds that the one before it did not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from living_strategy.adapters.upgrading.other_program import unpacked
from living_strategy.adapters.upgrading.pin import Pin
from living_strategy.diagnostics import Finding
from living_strategy.upgrades.migration import Migration
from living_strategy.upgrades.upgrade import RenamedFile

Key = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Known:
    """How many findings there were of each code, by file and line. An upgrade changes no line's
    number. Without an answer of the version before, none are known.
    """

    findings: Counter[Key]

    def missing_among(
        self, findings: Iterable[Finding], migration: Migration
    ) -> tuple[Finding, ...]:
        """Return the findings that are new, in their order."""
        earlier = {
            place.step.new: place.file
            for place in migration.done
            if isinstance(place.step, RenamedFile)
        }
        left = self.findings.copy()
        new = []
        for finding in findings:
            file = finding.location.file
            key = finding.code, earlier.get(file, file), finding.location.line
            if left[key]:
                left[key] -= 1
            else:
                new.append(finding)
        return tuple(new)


def known_findings(pin: Pin, work: Path) -> Known:
    """Let the version that the strategy has check it, from its wheel."""
    wheel = pin.wheel()
    found = unpacked(wheel, work).findings(pin.root) if wheel else None
    return Known(
        Counter((finding["code"], finding["file"], finding["line"] or 0) for finding in found or ())
    )
