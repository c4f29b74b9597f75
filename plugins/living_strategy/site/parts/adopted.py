"""What an entry, or the whole strategy, says today that it did not say when it was adopted."""

from __future__ import annotations

from dataclasses import dataclass, replace

from living_strategy.content.versions import SETTINGS, single_entry
from living_strategy.history.comparison import Comparison, Occasion
from living_strategy.history.event import Event, Nature
from living_strategy.history.event_words import told
from living_strategy.history.sentences import Sentence
from living_strategy.model import Entry, Goal, Measure, Project
from living_strategy.model.goal import Standing
from living_strategy.model.levels import LEVELS
from living_strategy.model.trait import Origin
from living_strategy.model.values import Status
from living_strategy.site.context import ViewContext
from living_strategy.site.parts.change_rows import of_origin

# Of the settings, what readers take for the strategy itself.
_OWN_WORDS = ("title", "summary", "period", "vision")
_KINDS = frozenset(kind.kind for kind in LEVELS)


@dataclass(frozen=True, slots=True)
class SinceAdopted:
    """An entry of today beside the one that was adopted. `path` is the page with all that differs.

    `decided` are the changes of what was adopted, `reported` those of what is reported along the
    way. One that `is_unknown` could not be read as it was then; one that `is_proposal` stood in the
    strategy as a proposal, and may do so still.
    """

    occasion: Occasion
    path: str
    is_new: bool = False
    is_unknown: bool = False
    is_proposal: bool = False
    decided: tuple[Sentence, ...] = ()
    reported: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class StrategySinceAdopted:
    """The strategy of today beside the one that was adopted: how many entries are new, are gone or
    retired, or say something else in what was adopted, and what differs in the strategy itself.
    """

    strategy: SinceAdopted
    new: int
    gone: int
    changed: int

    @property
    def is_changed(self) -> bool:
        """Whether anything of what was adopted is different."""
        return bool(self.strategy.decided or self.new or self.gone or self.changed)


def entry_since_adopted(entry: Entry, context: ViewContext) -> SinceAdopted | None:
    """Compare an entry with the newest decision whose text is known; None where there is none, and
    for what no strategy decides on: the registers say who and what it speaks of.
    """
    adopted = context.adopted
    if adopted is None or entry.kind not in _KINDS:
        return None
    unread = adopted.unread
    names = {(entry.kind, name) for name in (entry.id, *entry.aliases)}
    is_unknown = context.graph.record(entry.id).source.path in unread or any(
        single_entry(path) in names for path in unread
    )
    state = _since(adopted, (entry.kind, entry.id), context, is_unknown)
    return replace(state, is_proposal=_is_proposal(entry))


def strategy_since_adopted(context: ViewContext) -> StrategySinceAdopted | None:
    """Compare the whole strategy with that decision; None where there is none."""
    adopted = context.adopted
    if adopted is None:
        return None
    events = [event for event in adopted.events if event.kind in _KINDS]
    new, gone = (
        sum(event.nature in natures for event in events)
        for natures in ((Nature.NEW,), (Nature.REMOVED, Nature.RETIRED))
    )
    changed = sum(
        event.nature is Nature.CHANGED and bool(of_origin(Origin.DECIDED, _told(event, context)))
        for event in events
    )
    return StrategySinceAdopted(_since(adopted, (SETTINGS, ""), context), new, gone, changed)


def _is_proposal(entry: Entry) -> bool:
    if isinstance(entry, Goal):
        return entry.standing is Standing.PROPOSED
    return isinstance(entry, Measure | Project) and entry.status is Status.PROPOSED


def _since(
    adopted: Comparison, key: tuple[str, str], context: ViewContext, is_unknown: bool = False
) -> SinceAdopted:
    occasion, path = adopted.occasion, context.addresses.since(adopted.occasion.key)
    if is_unknown:
        return SinceAdopted(occasion, path, is_unknown=True)
    event = context.adopted_events.get(key)
    if event is None:
        return SinceAdopted(occasion, path)
    if event.nature is Nature.NEW:
        return SinceAdopted(occasion, path, is_new=True)
    sentences = _told(event, context)
    decided = of_origin(Origin.DECIDED, sentences)
    reported = of_origin(Origin.REPORTED, sentences)
    return SinceAdopted(occasion, path, decided=decided, reported=reported)


def _told(event: Event, context: ViewContext) -> tuple[Sentence, ...]:
    if event.kind == SETTINGS:
        changes = (change for change in event.changes if change.path[0] in _OWN_WORDS)
        event = event._replace(changes=tuple(changes))
    return told(event, context.titles, context.language)
