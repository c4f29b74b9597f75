"""The history of a strategy on disk, from the repository that it lies in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path

from living_strategy.adapters.git.command import ask
from living_strategy.adapters.git.history_log import GitLog, open_log
from living_strategy.adapters.git.kept_history import history_of
from living_strategy.adapters.git.moving_names import moving_names
from living_strategy.content.graph import Graph
from living_strategy.content.versions import VersionReader
from living_strategy.history.assembly import settled, settled_changes
from living_strategy.history.comparison import (
    Comparison,
    Occasion,
    OccasionSort,
    compared,
    distinct,
    occasions,
)
from living_strategy.history.delta import EntryKey
from living_strategy.history.event import Gap, History
from living_strategy.history.log import LogGapError
from living_strategy.history.net import Difference, difference
from living_strategy.history.slips import vocabulary_of
from living_strategy.partial_date import PartialDate

# Tags with this beginning are editions of the strategy; others may be of the program.
RELEASES = "strategy-"
# Comparisons are a page each; with more than these releases, the oldest have none.
MAX_RELEASES = 20


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of the past: everything that happened, and what is different since occasions.
    `unknown` are those whose revision the repository does not have; `moving` are the names of
    revisions of decisions that lead to another commit after each change, each with that of today.
    """

    history: History
    comparisons: tuple[Comparison, ...] = ()
    unknown: tuple[Occasion, ...] = ()
    moving: Mapping[str, str] = field(default_factory=dict)


class Past:
    """The past of a strategy, which is asked about piece by piece.

    Raises:
        LogGapError: in all methods, where the log cannot be read to its end.
    """

    def __init__(self, log: GitLog, root: Path, graph: Graph, today: date) -> None:
        self._log = log
        self._root = root
        self._graph = graph
        self._today = today
        self._reader = VersionReader()
        self._words = vocabulary_of(_texts(graph))

    @cached_property
    def history(self) -> History:
        """Everything that happened, up to the commit that is checked out."""
        whole = history_of(self._root, self._log, self._reader, dict(_aliases(self._graph)))
        history = settled(whole, self._words, self._today, self._graph.aliases)
        return replace(history, gap=self._log.gap)

    @cached_property
    def occasions(self) -> tuple[Occasion, ...]:
        """Decisions, meetings and tagged editions, each sort oldest first."""
        return (*occasions(self._graph.corpus.settings), *_releases(self._root))

    def commit(self, revision: str) -> str:
        """Return the commit that a revision leads to.

        Raises:
            LookupError: there is no such revision.
        """
        return self._log.commit(revision)

    def differ(self, state: str) -> Difference:
        """Compare the newest published revision with another one.

        Raises:
            LookupError: there is no such revision.
        """
        history = self.history
        net = difference(self._log, self._reader, state, history.tip, dict(history.successors))
        words, aliases = self._words, self._graph.aliases
        deltas = (
            delta._replace(changes=settled_changes(delta.changes, words, aliases))
            for delta in net.deltas
        )
        return replace(net, deltas=tuple(deltas))

    def since(self, occasion: Occasion) -> Comparison | None:
        """Compare today with an occasion; None for one that is still to come."""
        return next(compared((occasion,), self.history, self.differ, self._today), None)

    def record(self) -> Record:
        """Return everything that pages need."""
        comparisons: list[Comparison] = []
        unknown: list[Occasion] = []
        adopted: dict[str, str] = {}
        for occasion in self.occasions:
            try:
                resolved = self._resolved(occasion)
                comparison = self.since(resolved)
            except LookupError:
                unknown.append(occasion)
                continue
            if occasion.sort is OccasionSort.ADOPTED and occasion.revision:
                adopted[occasion.revision] = resolved.revision
            if comparison:
                comparisons.append(comparison)
        moving = {name: adopted[name] for name in moving_names(self._root, adopted)}
        return Record(self.history, tuple(distinct(comparisons)), tuple(unknown), moving)

    def _resolved(self, occasion: Occasion) -> Occasion:
        if not occasion.revision:
            return occasion
        return replace(occasion, revision=self.commit(occasion.revision))


def open_past(root: Path, graph: Graph, today: date) -> Past | Gap:
    """Open the past of the strategy below `root`, or say why nothing is known of it."""
    log = open_log(root)
    return log if isinstance(log, Gap) else Past(log, root, graph, today)


def read_history(root: Path, graph: Graph, today: date) -> Record:
    """Read what happened to the strategy below `root`, as far as anybody can tell."""
    past = open_past(root, graph, today)
    if isinstance(past, Gap):
        return Record(History(gap=past))
    try:
        return past.record()
    except LogGapError as error:
        return Record(History(gap=error.gap))


def _releases(root: Path) -> Sequence[Occasion]:
    """Return the tagged editions, oldest first."""
    listed = ask(
        root,
        *("for-each-ref", "--sort=creatordate"),
        "--format=%(refname:strip=2)%00%(creatordate:unix)",
        f"refs/tags/{RELEASES}*",
    )
    lines = listed.stdout.decode("utf-8", "replace").splitlines()
    return [_release(*line.split("\0")) for line in lines[-MAX_RELEASES:]]


def _release(tag: str, seconds: str) -> Occasion:
    day = datetime.fromtimestamp(int(seconds), UTC).date()
    return Occasion(
        OccasionSort.RELEASE, PartialDate(day.isoformat()), title=tag, revision=f"refs/tags/{tag}"
    )


def _aliases(graph: Graph) -> Iterator[tuple[EntryKey, EntryKey]]:
    for alias, entry_id in graph.aliases.items():
        kind = graph.entries[entry_id].kind
        yield (kind, alias), (kind, entry_id)


def _texts(graph: Graph) -> Iterator[str]:
    for record in graph.corpus.records.values():
        yield record.source.text
    for page in graph.corpus.prose:
        yield page.text.text
