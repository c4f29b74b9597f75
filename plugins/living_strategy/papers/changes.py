"""What has changed in the strategy, as a paper: by weight, then entry by entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from living_strategy.history.event import Event, EventClass
from living_strategy.history.event_words import told
from living_strategy.history.sentences.treated import is_treatment, treatment_label
from living_strategy.language import Language
from living_strategy.papers.outline import Item, Outline, Section


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """What the words of changes need: titles by id, the language, and the address of an entry by
    its kind and id, empty where it has none.
    """

    titles: Mapping[str, str]
    language: Language
    address: Callable[[str, str], str]


def changes_paper(title: str, events: Sequence[Event], words: ChangeWords) -> Outline:
    """Return the paper. An entry that changed several times stands there once, with everything."""
    sections = tuple(_sections(events, words))
    if not sections:
        return Outline(title, (words.language.text("Nothing has been changed."),))
    return Outline(title, (), sections)


def _sections(events: Sequence[Event], words: ChangeWords) -> Iterator[Section]:
    for weight in EventClass:
        items: dict[tuple[str, str], list[Event]] = {}
        for event in events:
            if event.classified is weight:
                items.setdefault((event.kind, event.entry), []).append(event)
        if items:
            heading = words.language.term(weight)
            yield Section(heading, (), tuple(item(of_entry, words) for of_entry in items.values()))


def item(events: Sequence[Event], words: ChangeWords) -> Item:
    """Return what happened to one entry, in the order of the events."""
    last = events[-1]
    title = last.title or words.titles.get(last.entry, last.entry)
    lines = tuple(
        sentence.text for event in events for sentence in told(event, words.titles, words.language)
    )
    about = _about(last, words.language) if last.entry else ""
    return Item(title, about, words.address(last.kind, last.entry), lines)


def _about(event: Event, language: Language) -> str:
    return treatment_label(language) if is_treatment(event) else language.kind(event.kind)
