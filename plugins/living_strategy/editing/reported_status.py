"""A status that somebody has reported, as values of fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from urllib.parse import urlsplit

from living_strategy.editing.assignment import Assignment, Operation
from living_strategy.language import Language
from living_strategy.model.values import Status
from living_strategy.partial_date import PartialDate
from living_strategy.proposals.questions import (
    ENTRY,
    EVIDENCE,
    NEW_STATUS,
    REASON,
    SINCE,
    statuses,
)


class Lacking(Enum):
    """Which answer a report cannot do without."""

    ENTRY = ENTRY
    STATUS = NEW_STATUS
    SINCE = SINCE


@dataclass(frozen=True, slots=True)
class ReportedStatus:
    """What was reported. `entry` is what somebody calls the entry: its id, its title, or the
    address of its page.
    """

    entry: str
    status: Status
    since: PartialDate
    reason: str = ""
    evidence: str = ""

    @property
    def name(self) -> str:
        """The last word of an address; else what was written."""
        if "/" not in self.entry:
            return self.entry
        path = urlsplit(self.entry).path.removesuffix("index.html")
        return path.rstrip("/").rpartition("/")[2]

    @property
    def evidence_address(self) -> str:
        """The address at which it can be read; empty where none was given."""
        text = self.evidence
        return text if text.startswith(("https://", "http://")) and not text.split()[1:] else ""

    def assignments(self) -> Iterator[Assignment]:
        """Yield the fields to set: the status with its date, and what has happened as its reason
        where it needs one, else as a report. An address that it can be read at is a source.
        """
        address = self.evidence_address
        yield Assignment(("status",), self.status.value)
        yield Assignment(("status_date",), str(self.since))
        reason = self.reason if self.status.needs_reason else ""
        yield Assignment(("status_reason",), reason or None)
        if self.reason and not reason:
            report = {"date": str(self.since), "text": self.reason}
            if address:
                report["source"] = address
            yield Assignment(("updates",), [report], Operation.ADD)
        if address:
            # Nobody has said what the page is called; its host is what we know.
            source = {"title": urlsplit(address).hostname or address, "url": address}
            yield Assignment(("sources",), [source], Operation.ADD)


def reported_status(answers: Mapping[str, str], language: Language) -> ReportedStatus | Lacking:
    """Return what the answers to the form about a status say, or what they lack. A status is known
    by its word in the language of the site, or by its key.
    """
    entry = " ".join(answers.get(ENTRY, "").split())
    if not entry:
        return Lacking.ENTRY
    word = answers.get(NEW_STATUS, "").strip().casefold()
    known = {**{each.value: each for each in Status}, **_folded(language)}
    if word not in known:
        return Lacking.STATUS
    try:
        since = PartialDate.parse(answers.get(SINCE, "").strip())
    except ValueError:
        return Lacking.SINCE
    evidence = answers.get(EVIDENCE, "").strip()
    return ReportedStatus(entry, known[word], since, answers.get(REASON, "").strip(), evidence)


def _folded(language: Language) -> dict[str, Status]:
    return {word.casefold(): status for word, status in statuses(language).items()}
