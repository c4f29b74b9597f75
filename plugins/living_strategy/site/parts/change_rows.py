"""Events of the history as rows of a list: in words, with links to what is still there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from living_strategy.content.versions import ADOPTION
from living_strategy.history.event import Event, EventClass, Nature
from living_strategy.history.event_words import title_of, told
from living_strategy.history.sentences import Sentence
from living_strategy.history.sentences.treated import treatment_label
from living_strategy.model import KINDS, Entry
from living_strategy.model.trait import Origin
from living_strategy.site.channels import MIN_ROUND
from living_strategy.site.context import ViewContext

_WORDING = (EventClass.CLARIFICATION, EventClass.EDITORIAL)


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One line of a list of changes.

    `entry` is None for what is gone, and for a row that tells of many: `entries` are those that
    are still there, `count` is how many there were. `title` is the title then. `key` is that of
    the event, or made of those of all.
    """

    key: str
    day: date
    kind: str
    kind_label: str
    title: str
    entry: Entry | None
    classified: EventClass
    nature: Nature
    sentences: tuple[Sentence, ...]
    entries: tuple[Entry, ...] = ()
    count: int = 1

    @property
    def decided(self) -> tuple[Sentence, ...]:
        """What is told of what a decision adopts."""
        return of_origin(Origin.DECIDED, self.sentences)

    @property
    def reported(self) -> tuple[Sentence, ...]:
        """What is told of what is reported along the way."""
        return of_origin(Origin.REPORTED, self.sentences)

    @property
    def is_wording(self) -> bool:
        """Whether it says the same in other words."""
        return self.classified in _WORDING

    @property
    def month(self) -> str:
        """Year and month, as 2026-11."""
        return f"{self.day:%Y-%m}"


def of_origin(origin: Origin, sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
    """Return the sentences of what is decided, or of what is reported."""
    return tuple(sentence for sentence in sentences if sentence.origin is origin)


def change_rows(events: Sequence[Event], context: ViewContext) -> Iterator[ChangeRow]:
    """Yield a row for each event that readers are told of, newest first. The entries that were
    written down together, and those that a round of corrections went over, share one.
    """
    rounds = _rounds(events)
    shared: defaultdict[tuple[str, Nature], list[Event]] = defaultdict(list)
    for event in events:
        if key := _shared_by(event, rounds):
            shared[key].append(event)
    done: set[tuple[str, Nature]] = set()
    for event in reversed(events):
        key = _shared_by(event, rounds)
        if key is None:
            if event.classified:
                yield change_row(event, event.classified, context)
        elif key not in done:
            done.add(key)
            yield _shared_row(shared[key], context)


def _rounds(events: Iterable[Event]) -> frozenset[str]:
    """Return the revisions that went over many entries without touching their substance."""
    touched = Counter(event.revision for event in events if _is_wording(event))
    return frozenset(revision for revision, count in touched.items() if count > MIN_ROUND)


def _is_wording(event: Event) -> bool:
    return event.classified in _WORDING


def _shared_by(event: Event, rounds: frozenset[str]) -> tuple[str, Nature] | None:
    is_shared = event.nature is Nature.FOUNDED or (_is_wording(event) and event.revision in rounds)
    return (event.revision, event.nature) if is_shared else None


def change_row(event: Event, classified: EventClass, context: ViewContext) -> ChangeRow:
    """Return the row of one event."""
    return ChangeRow(
        event.key,
        event.day,
        event.kind,
        kind_label(event.kind, context),
        title_of(event, context.titles),
        _entry(event, context),
        classified,
        event.nature,
        told(event, context.titles, context.language),
    )


def _shared_row(events: Sequence[Event], context: ViewContext) -> ChangeRow:
    first = events[0]
    classes = [event.classified for event in events]
    classified = next(weight for weight in EventClass if weight in classes)
    entries = (_entry(event, context) for event in events)
    there = {entry.id: entry for entry in entries if entry}
    key = context.language.sort_key
    return ChangeRow(
        _joined(event.key for event in events),
        first.day,
        "",
        "",
        "",
        None,
        classified,
        first.nature,
        (),
        tuple(sorted(there.values(), key=lambda entry: (key(entry.title), entry.id))),
        len({(event.kind, event.entry) for event in events}),
    )


def _joined(keys: Iterable[str]) -> str:
    return sha256(" ".join(sorted(keys)).encode()).hexdigest()[:16]


def _entry(event: Event, context: ViewContext) -> Entry | None:
    return context.graph.entries.get(event.entry)


def kind_label(kind: str, context: ViewContext) -> str:
    """Return the word for a kind; that of the strategy itself is its own."""
    text = context.language.text
    if kind == ADOPTION:
        return treatment_label(context.language)
    labels = {model.kind: model.label for model in KINDS}
    return text(labels[kind]) if kind in labels else text("The strategy")


def entry_rows(entry: Entry, context: ViewContext) -> tuple[ChangeRow, ...]:
    """Return what happened to one entry, newest first, each event by itself."""
    events = context.history.by_entry.get((entry.kind, entry.id), ())
    return tuple(
        change_row(event, classified, context)
        for event in reversed(events)
        if (classified := event.classified)
    )
