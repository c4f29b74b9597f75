"""What a council has said about an entry of a strategy above, as one plain sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from living_strategy.content.versions import ADOPTION
from living_strategy.history.change import FieldChange
from living_strategy.history.event import Event, Nature
from living_strategy.history.sentences.words import Words, cut
from living_strategy.language import Language
from living_strategy.language.nouns import inside_sentence
from living_strategy.model.adoption import AdoptionState

_TOLD = ("state", "decision", "against")


def treatment_label(language: Language) -> str:
    """Return the word for such records, where others have that of their kind."""
    return language.text("Treated here")


def treated_sentence(event: Event, words: Words) -> str:
    """Tell what an event did to a record; empty where neither it nor its state is another."""
    title = words.title(event.entry)
    match event.nature:
        case Nature.REMOVED:
            text = words.language.text("What was said about {title} is taken out")
        case Nature.RETURNED:
            text = words.language.text("What was said about {title} is in force again")
            if decided := _decided(event.changes, title, words):
                return decided
        case _:
            return _decided(event.changes, title, words)
    return text.format(title=title)


def beside_sentence(event: Event) -> tuple[FieldChange, ...]:
    """Return the changes of a record that its sentence does not tell of."""
    if _changed(event.changes, "state") is None:
        return tuple(event.changes)
    return tuple(change for change in event.changes if change.path[0] not in _TOLD)


def _decided(changes: Sequence[FieldChange], title: str, words: Words) -> str:
    change = _changed(changes, "state")
    if change is None:
        return ""
    language = words.language
    gaps = {"title": title, **_decision(changes, words)}
    message = _message(str(change.new), "body" in gaps, language)
    text = message.format_map(gaps)
    if "date" in gaps and "body" in gaps:
        template = language.text("{sentence}, {date}")
        text = template.format(sentence=text, date=gaps["date"])
    if isinstance(change.old, str):
        template = language.text("{sentence} (before: {state})")
        text = template.format(sentence=text, state=_state(change.old, language))
    return text


def _message(state: str, is_decision: bool, language: Language) -> str:
    """Return the sentence for a state, with who decided if that is known."""
    by_council = {
        "adopted": language.text("{body} adopted {title} from the national strategy"),
        "adapted": language.text(
            "{body} adopted {title} from the national strategy, in words of its own"
        ),
        "declined": language.text("{body} said no to {title} from the national strategy"),
        "planned": language.text("{body} put off {title} from the national strategy"),
        "not-relevant": language.text(
            "{body} found that {title} from the national strategy does not concern this strategy"
        ),
    }
    alone = {
        "adopted": language.text("{title} from the national strategy is adopted here"),
        "adapted": language.text(
            "{title} from the national strategy is adopted here, in words of its own"
        ),
        "declined": language.text("{title} from the national strategy is not adopted here"),
        "planned": language.text("{title} from the national strategy is planned here"),
        "under-consideration": language.text(
            "{title} from the national strategy is being considered here"
        ),
        "not-relevant": language.text(
            "{title} from the national strategy does not concern this strategy"
        ),
    }
    told = (by_council.get(state) if is_decision else None) or alone.get(state)
    return told or language.text("{title} from the national strategy is treated")


def _decision(changes: Sequence[FieldChange], words: Words) -> dict[str, str]:
    """Return who decided and when, as far as that came with the change."""
    whole = _changed(changes, "decision")
    said: dict[str, object] = dict(whole.new) if whole and isinstance(whole.new, Mapping) else {}
    for name in ("body", "date"):
        if change := _changed(changes, "decision", name):
            said[name] = change.new
    known: dict[str, str] = {}
    if isinstance(body := said.get("body"), str):
        known["body"] = cut(words.titles.get(body, body))
    if isinstance(date := said.get("date"), str):
        known["date"] = words.date(date)
    return known


def _state(state: str, language: Language) -> str:
    choice = language.choice(AdoptionState, state)
    return inside_sentence(language.term(choice)) if choice else cut(state)


def _changed(changes: Sequence[FieldChange], *path: str) -> FieldChange | None:
    return next((change for change in changes if change.path == path), None)


def is_treatment(event: Event) -> bool:
    """Whether an event is about such a record."""
    return event.kind == ADOPTION
