"""What happened to an entry as a whole, as one plain sentence."""

from __future__ import annotations

from collections.abc import Mapping

from living_strategy.history.event import Event, Nature
from living_strategy.history.sentences.telling import Telling
from living_strategy.history.sentences.treated import is_treatment, treated_sentence
from living_strategy.history.sentences.words import Words, cut
from living_strategy.language import Language
from living_strategy.model import KINDS

_KINDS = {kind.kind: kind for kind in KINDS}


def nature_sentence(event: Event, titles: Mapping[str, str], language: Language) -> str:
    """Tell in one sentence without full stop what an event did to its entry; empty for one that
    only changed fields of it.
    """
    words = Words(titles, language)
    if is_treatment(event) and event.nature is not Nature.FOUNDED:
        return treated_sentence(event, words)
    match event.nature:
        case Nature.FOUNDED:
            return language.text("The content was written down here")
        case Nature.NEW:
            return _new(event.kind, language)
        case Nature.CHANGED:
            return ""
        case Nature.RETIRED:
            return _retired(event, words)
        case Nature.REMOVED:
            return language.text("Removed from the strategy")
        case Nature.RETURNED:
            return language.text("Taken in again")
        case Nature.MERGED:
            template = language.text("Merged with {other}")
            return template.format(other=words.title(event.other))
        case Nature.CONVERTED:
            template = language.text("Turned from {old} into {new}")
            return template.format(old=language.kind(event.other), new=language.kind(event.kind))


def _new(kind: str, language: Language) -> str:
    messages = {
        "area": language.text("New priority area"),
        "goal": language.text("New goal"),
        "measure": language.text("New measure"),
        "project": language.text("New joint project"),
        "organisation": language.text("New organisation"),
        "network": language.text("New digitalisation network"),
        "body": language.text("New governance body"),
        "component": language.text("New shared component"),
        "scheme": language.text("New funding scheme"),
        "framework": language.text("New overarching strategy"),
        "term": language.text("New term"),
    }
    return messages.get(kind) or language.text("New: {title}").format(title=cut(kind))


def _retired(event: Event, words: Words) -> str:
    for change in event.changes:
        if change.path == ("retired",) and event.kind in _KINDS:
            return Telling(_KINDS[event.kind], words).sentence(change)
    return words.language.text("Retired")
