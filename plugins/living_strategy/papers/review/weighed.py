"""What readers would be told of a proposal, by weight, and entry by entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from living_strategy.history.event import Event, EventClass, Nature
from living_strategy.history.event_words import title_of, told
from living_strategy.history.sentences import Sentence
from living_strategy.history.sentences.treated import is_treatment, treatment_label
from living_strategy.language import Language
from living_strategy.model.trait import Change, Origin
from living_strategy.papers.outline import Item, Section
from living_strategy.papers.review.review import Review
from living_strategy.papers.review.written import written_pages

_WEIGHTS = {change.value: index for index, change in enumerate(Change)}


def by_weight(review: Review) -> Iterator[Section]:
    """Yield a section for each weight, the heaviest first."""
    items: dict[EventClass, list[Item]] = {weight: [] for weight in EventClass}
    for event in review.events:
        if event.classified and event not in review.gone:
            items[event.classified].append(_item(event, review))
    for weight, item in written_pages(review):
        items[weight].append(item)
    for weight in EventClass:
        if items[weight]:
            yield Section(review.language.term(weight), (), tuple(items[weight]))


def _item(event: Event, review: Review) -> Item:
    language, titles = review.language, review.words.titles
    sentences = told(event, titles, language)
    lines = [_line(sentence, event, language) for sentence in sentences]
    if event.nature is Nature.NEW:
        # The title stands above already.
        fields = [change for change in event.changes if change.path != ("title",)]
        sentences = told(event._replace(changes=tuple(fields)), titles, language)
        lines = [sentence.text for sentence in sentences]
    if review.adopted and _departs(event, sentences):
        lines.append(language.text("This changes what was adopted: a new decision may be needed"))
    about = treatment_label(language) if is_treatment(event) else language.kind(event.kind)
    is_there = event.nature not in (Nature.REMOVED, Nature.MERGED)
    return Item(
        title_of(event, titles) or language.kind(event.kind),
        about if event.entry else "",
        review.address(event.kind, event.entry) if is_there else "",
        tuple(lines),
    )


def _line(sentence: Sentence, event: Event, language: Language) -> str:
    """Return a sentence, with how it counts where that is less than its entry as a whole."""
    weight = event.classified.value if event.classified else ""
    if _WEIGHTS.get(weight, 0) >= _WEIGHTS[sentence.change.value]:
        return sentence.text
    term = language.term(EventClass(sentence.change.value)).lower()
    return f"{sentence.text} ({term})"


def _departs(event: Event, sentences: Iterable[Sentence]) -> bool:
    """Whether what was decided is to say something else."""
    if event.nature is Nature.NEW:
        return False
    return any(
        sentence.origin is Origin.DECIDED and sentence.change is Change.SUBSTANTIVE
        for sentence in sentences
    )
