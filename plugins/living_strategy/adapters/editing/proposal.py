"""Files of a strategy as somebody wants them: what readers would be told, and what the check would
say, before anything is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from living_strategy.adapters.upgrading.exchange import exchange
from living_strategy.content.new_findings import not_among
from living_strategy.content.overlaid import OverlaidSource
from living_strategy.content.source import ContentSource, DiskSource
from living_strategy.diagnostics import Finding, Severity
from living_strategy.history.event import NO_HISTORY, Event
from living_strategy.history.event_words import titles_of
from living_strategy.history.proposal import aliases_of, compare_states, words_of
from living_strategy.history.two_states import TwoStates
from living_strategy.inspection import Inspection, inspect_source

Files = Mapping[str, bytes | None]


@dataclass(frozen=True)
class Proposal:
    """Files to write below the root, None for one to take away; `renamed` leads from earlier ids
    to those of today.
    """

    root: Path
    today: date
    files: Files
    renamed: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def before(self) -> Inspection:
        """The strategy as it is."""
        return inspect_source(self._source, self.today)

    @cached_property
    def after(self) -> Inspection:
        """The strategy as it would be."""
        return inspect_source(OverlaidSource(self._source, self.files), self.today)

    @property
    def _source(self) -> ContentSource:
        return DiskSource(self.root)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What the check would find that it does not find now."""
        entries = self.before.graph.entries
        renamed = {
            (entries[old].kind, old): (entries[old].kind, new) for old, new in self.renamed.items()
        }
        return not_among(
            self.after.diagnostics, self.before.diagnostics, renamed, lambda finding: finding
        )

    @property
    def is_harmful(self) -> bool:
        """Whether the site could not be published because of it."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    def events(self) -> tuple[Event, ...]:
        """Return what would happen to entries, as a review of it tells."""
        after = OverlaidSource(self._source, self.files)
        states = TwoStates(self._source, after, self.files.keys())
        graph = self.after.graph
        aliases, words = aliases_of(graph), words_of(graph)
        return compare_states(states, aliases, words, self.today, self.renamed).events

    def titles(self) -> Mapping[str, str]:
        """Return what readers call the entries that the words of events name."""
        before, after = (titles_of(each.graph, NO_HISTORY) for each in (self.before, self.after))
        return {**before, **after}

    def write(self) -> None:
        """Write all files, or none.

        Raises:
            OSError: the system refuses; everything is as it was.
        """
        exchange(self.root, self.files)
