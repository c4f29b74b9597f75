"""Changes in words: plain sentences for the fields of every kind, in the language of the reader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from living_strategy.history.change import FieldChange, Operation
from living_strategy.history.sentences.gathered import gathered_sentence, is_gathered
from living_strategy.history.sentences.nature import nature_sentence
from living_strategy.history.sentences.telling import Telling, sentence
from living_strategy.history.sentences.words import Words, cut
from living_strategy.language import Language
from living_strategy.model.trait import Change, Origin

__all__ = ["Sentence", "nature_sentence", "sentence", "sentences"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """What readers are told of one change, or of `changes` that are one thing to them."""

    text: str
    change: Change
    origin: Origin
    changes: int = 1
    correction: bool = False


def sentences(
    changes: Sequence[FieldChange],
    model: type[BaseModel],
    titles: Mapping[str, str],
    language: Language,
) -> tuple[Sentence, ...]:
    """Tell the changes of an entry in the order of its fields. What no field of today's model has
    is not told.
    """
    telling = Telling(model, Words(titles, language))
    told: list[Sentence] = []
    rest = [change for change in changes if change.operation is not Operation.UNKNOWN]
    while rest:
        group = _belongs_together(telling, rest)
        rest = [change for change in rest if not any(change is member for member in group)]
        told.append(_told(telling, group))
    return tuple(told)


def _belongs_together(telling: Telling, changes: Sequence[FieldChange]) -> list[FieldChange]:
    """Return the first change, and those that are told in the same sentence."""
    first = changes[0]
    if first.path == ("status",):
        return [change for change in changes if change.path[0].startswith("status")]
    if is_gathered(first):
        return [
            change
            for change in changes
            if is_gathered(change) and change.operation is first.operation
        ]
    if first.path[0] == "design":
        return [change for change in changes if change.path[0] == "design"]
    if first.operation in (Operation.LINKED, Operation.UNLINKED):
        links = [change for change in changes if change.path == first.path]
        trail = telling.trail(first)
        relation = trail.plan.trait.relation if trail else None
        operations = {change.operation for change in links}
        if relation and relation.replaced and len(links) == len(operations) == 2:
            return sorted(links, key=lambda change: change.operation is Operation.LINKED)
    return [first]


def _told(telling: Telling, group: Sequence[FieldChange]) -> Sentence:
    first, *others = group
    weight = next(weight for weight in Change if any(change.change is weight for change in group))
    if others and first.operation is Operation.UNLINKED:
        text = telling.replacement(first, others[0])
    elif others and is_gathered(first):
        text = gathered_sentence(group, telling.words)
    elif first.path == ("status",):
        text = _status(telling, first, others)
    else:
        text = telling.sentence(first)
    correction = any(change.correction for change in group)
    return Sentence(text, weight, first.origin, len(group), correction)


def _status(telling: Telling, status: FieldChange, others: Sequence[FieldChange]) -> str:
    """Return a status with the date it is of, and the reason for it."""
    text, language = telling.sentence(status), telling.language
    for change in others:
        if not isinstance(change.new, str):
            continue
        if change.path == ("status_date",):
            date = telling.words.date(change.new)
            text = language.text("{sentence}, as of {date}").format(sentence=text, date=date)
        else:
            reason = cut(telling.words.plain(change.new))
            text = language.text("{sentence}: “{reason}”").format(sentence=text, reason=reason)
    return text
