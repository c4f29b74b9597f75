"""An event in words: what happened to the entry as a whole, then its fields, by weight."""

from __future__ import annotations

from collections.abc import Mapping

from living_strategy.content.graph import Graph
from living_strategy.history.delta import MODELS
from living_strategy.history.event import Event, EventClass, History, Nature
from living_strategy.history.sentences import Sentence, nature_sentence, sentences
from living_strategy.history.sentences.treated import beside_sentence, is_treatment
from living_strategy.language import Language
from living_strategy.model import Framework
from living_strategy.model.trait import Change, Origin

_WEIGHTS = {weight: index for index, weight in enumerate(Change)}


def told(event: Event, titles: Mapping[str, str], language: Language) -> tuple[Sentence, ...]:
    """Return the sentences of an event, without full stops. `titles` are those of entries by id,
    and of municipalities and counties by number.
    """
    changes = event.changes
    if event.nature is Nature.RETIRED:
        changes = tuple(change for change in changes if change.path != ("retired",))
    if is_treatment(event):
        changes = () if event.nature is Nature.FOUNDED else beside_sentence(event)
    fields = sentences(changes, MODELS[event.kind], titles, language)
    # Fields that readers know by one name change together: that is told once.
    by_weight = sorted(dict.fromkeys(fields), key=lambda sentence: _WEIGHTS[sentence.change])
    whole = nature_sentence(event, titles, language)
    if not whole:
        return tuple(by_weight)
    weight = Change.EDITORIAL if event.classified is EventClass.EDITORIAL else Change.SUBSTANTIVE
    return (Sentence(whole, weight, Origin.DECIDED), *by_weight)


def titles_of(graph: Graph, history: History) -> Mapping[str, str]:
    """Return the titles of all entries by id and earlier id, with the last that those had which are
    gone, the goals of overarching strategies by `framework/goal`, the entries of strategies above
    by `ks:id`, and the names of municipalities and counties by number.
    """
    then = {event.entry: event.title for event in history.events if event.title}
    places = graph.corpus.municipalities
    names = places.labels()
    aliases = {alias: graph.entries[entry].title for alias, entry in graph.aliases.items()}
    goals = {
        f"{framework.id}/{goal.id}": f"{framework.title}: {goal.title}"
        for framework in graph.of_kind(Framework)
        for goal in framework.goals
    }
    today = {entry.id: entry.title for entry in graph.entries.values()}
    above = {
        f"{name}:{entry.id}": entry.title
        for name, pinned in graph.corpus.upstreams.items()
        for entry in (pinned.catalogue.by_id.values() if pinned.catalogue else ())
    }
    return names | then | aliases | goals | above | today


def title_of(event: Event, titles: Mapping[str, str]) -> str:
    """Return what an event is about; a record is called after the entry that it is about."""
    return event.title or titles.get(event.entry, event.entry)
