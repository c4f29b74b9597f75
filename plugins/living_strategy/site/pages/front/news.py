"""News of the front page: what has changed, in sentences for those who do not follow the work.

The page of changes tells each change of each field; here the title says what it is about, one
sentence says what a reader can now know or do, and an entry is told of once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, islice

from living_strategy.history.change import FieldChange, Operation
from living_strategy.history.event import Event, Nature
from living_strategy.history.event_words import title_of, told
from living_strategy.history.sentences.treated import is_treatment
from living_strategy.language import Language
from living_strategy.language.nouns import inside_sentence
from living_strategy.model import Entry, Term
from living_strategy.model.trait import Change
from living_strategy.model.values import Status
from living_strategy.site.context import ViewContext
from living_strategy.site.parts.change_rows import kind_label

# Entries of which the same is new, by name; the page of changes has the others.
_MAX_NAMES = 3


@dataclass(frozen=True, slots=True)
class Subject:
    """What is new of something: `entry` is None for what is gone and for the strategy itself."""

    entry: Entry | None
    title: str
    kind_label: str
    sentence: str
    day: date


@dataclass(frozen=True, slots=True)
class News:
    """What is new, and of what: `more` are so many beside the subjects. There is no label of the
    kind where these differ.
    """

    subjects: tuple[Subject, ...]
    more: int
    kind_label: str
    sentence: str
    day: date


def newest_news(context: ViewContext, most: int) -> tuple[News, ...]:
    """Return the newest changes that readers must know of, each entry once, at most so many. A word
    that is explained is no news of the strategy.
    """
    same = groupby(_subjects(context), key=lambda subject: (subject.day, subject.sentence))
    return tuple(
        _together(tuple(subjects), sentence, day)
        for (day, sentence), subjects in islice(same, most)
    )


def _together(subjects: Sequence[Subject], sentence: str, day: date) -> News:
    kinds = {subject.kind_label for subject in subjects}
    more = len(subjects) - _MAX_NAMES if len(subjects) > _MAX_NAMES + 1 else 0
    shown = tuple(subjects[:_MAX_NAMES] if more else subjects)
    return News(shown, more, kinds.pop() if len(kinds) == 1 else "", sentence, day)


def _subjects(context: ViewContext) -> Iterator[Subject]:
    told_of: set[tuple[str, str]] = set()
    for event in reversed(context.history.events):
        about = event.kind, event.entry
        if not event.is_substantive or event.kind == Term.kind or about in told_of:
            continue
        if _is_renaming(event):
            continue
        told_of.add(about)
        entry = context.graph.entries.get(event.entry)
        title = entry.title if entry else title_of(event, context.titles)
        label = kind_label(event.kind, context)
        yield Subject(entry, title, label, news_sentence(event, context), event.day)


def _is_renaming(event: Event) -> bool:
    """Return whether parts of the entry have other names, and that is all that weighs."""
    weighty = {change.path[-1] for change in event.changes if change.change is Change.SUBSTANTIVE}
    return event.nature is Nature.CHANGED and weighty == {"title"}


def news_sentence(event: Event, context: ViewContext) -> str:
    """Tell an event in one sentence to somebody who does not know the form of the entry."""
    language = context.language
    if not is_treatment(event) and (sentence := _of_whole(event.nature, language)):
        return sentence
    changes = [change for change in event.changes if change.change is Change.SUBSTANTIVE]
    if event.nature is Nature.CHANGED and changes:
        if all(change.correction for change in changes):
            return language.text("A mistake is put right.")
        if sentence := _of_status(changes, language) or _of_topic(changes, language):
            return sentence
    sentences = told(event, context.titles, language)
    return f"{sentences[0].text}." if sentences else ""


def _of_whole(nature: Nature, language: Language) -> str:
    match nature:
        case Nature.NEW:
            return language.text("It is new in the strategy.")
        case Nature.RETURNED:
            return language.text("It is in the strategy again.")
        case Nature.RETIRED | Nature.REMOVED:
            return language.text("It is no longer part of the strategy.")
        case _:
            return ""


def _of_status(changes: Sequence[FieldChange], language: Language) -> str:
    text = language.text
    sentences = {
        "proposed": text("The work is proposed."),
        "planned": text("The work is planned."),
        "ongoing": text("The work is under way."),
        "completed": text("The work is completed."),
        "paused": text("The work is paused."),
        "stopped": text("The work is stopped."),
    }
    statuses = (str(change.new) for change in changes if change.path == ("status",))
    status = next((status for status in statuses if status in sentences), None)
    if status is None:
        return ""
    if language.has_own_word(Status(status)):
        # Nobody knows what a word of the strategy's own is in a sentence.
        word = inside_sentence(language.term(Status(status)))
        return text("The status of the work is “{status}”.").format(status=word)
    return sentences[status]


def _of_topic(changes: Sequence[FieldChange], language: Language) -> str:
    """Tell the weightiest field that changed; nothing for one that has no sentence here."""
    changed = {change.path[0] for change in changes}
    for field, came, became in _topics(language):
        if field not in changed:
            continue
        of_field = [change for change in changes if change.path[0] == field]
        if all(change.path[-1] == "title" for change in of_field):
            # Another name is no news of the figures.
            continue
        for change in of_field:
            if field == "milestones" and change.path[-1] == "done" and change.new:
                reached = language.text("A milestone is reached: {title}.")
                return reached.format(title=change.path[1])
        return came if all(map(_came, of_field)) else became
    return ""


def _came(change: FieldChange) -> bool:
    """Return whether something came and nothing went."""
    if change.operation is Operation.SET:
        return change.old is None
    return change.operation in (Operation.ADDED, Operation.LINKED)


def _topics(language: Language) -> Iterator[tuple[str, str, str]]:
    """Yield fields with what is told when something of them came, and when it became another. The
    weightiest stand first: a decision says more than a figure, and a figure more than a link.
    """
    text = language.text
    figures = text("The figures are changed.")
    costs = text("Now it says here what it costs."), text("What it costs is changed.")
    money = (
        text("Now there is more here about where the money comes from."),
        text("What is told of the money is changed."),
    )
    answers = text("Now it says here who answers for it."), text("Who answers for it is changed.")
    with_whom = (
        text("Now there is more here about who takes part."),
        text("What is told of who takes part is changed."),
    )
    links = (
        text("It is linked to more of the strategy."),
        text("Its links to the rest of the strategy are changed."),
    )
    yield (
        "decisions",
        text("There is a new decision."),
        text("What is told of decisions is changed."),
    )
    yield "indicators", text("There are new figures of how it goes."), figures
    yield "adoption", text("There are new figures of how many use it."), figures
    yield "updates", text("There is a new report on how it goes."), text("A report is changed.")
    yield "milestones", text("There is a new milestone."), text("A milestone is changed.")
    yield (
        "phase",
        text("Now it says here how far the work has come."),
        text("The work is in a new phase."),
    )
    yield "period", text("Now it says here when it happens."), text("When it happens is changed.")
    yield from ((field, *costs) for field in ("prices", "price_model", "costs", "total_cost"))
    yield from ((field, *money) for field in ("funding", "grants", "amounts"))
    yield from ((field, *answers) for field in ("lead", "responsible", "owner", "owners"))
    yield from ((field, *with_whom) for field in ("partners", "participants", "members"))
    yield (
        "involvement",
        text("Now it says here how the municipal sector was involved."),
        text("What is told of how the municipal sector was involved is changed."),
    )
    yield (
        "adopted",
        text("Now it says here when the strategy was adopted."),
        text("What is told of when the strategy was adopted is changed."),
    )
    yield (
        "status_date",
        text("Now it says here when the status is from."),
        text("What is told of when the status is from is changed."),
    )
    yield from ((field, *links) for field in ("frameworks", "measures", "goals", "uses"))
