"""Sources that came or went together: how many there are, and what the first ones are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from living_strategy.history.change import FieldChange, Operation
from living_strategy.history.sentences.words import Words, raised
from living_strategy.language.number_words import in_letters
from living_strategy.model.values import Source

# How many are named; of the others readers are told how many there are.
MAX_NAMED = 3
PATH = ("sources",)


def is_gathered(change: FieldChange) -> bool:
    """Whether a change is told together with its like: a source of the entry that came or went."""
    return change.path == PATH and change.operation in (Operation.ADDED, Operation.REMOVED)


def gathered_sentence(changes: Sequence[FieldChange], words: Words) -> str:
    """Tell in one sentence of two or more sources that came, or that went."""
    language, count = words.language, len(changes)
    if changes[0].operation is Operation.ADDED:
        template = language.plural(
            "{count} source added: {titles}", "{count} sources added: {titles}", count
        )
    else:
        template = language.plural(
            "{count} source removed: {titles}", "{count} sources removed: {titles}", count
        )
    named = [_title(change, words) for change in changes[:MAX_NAMED]]
    rest = language.number(count - len(named))
    last = language.text("{count} more").format(count=rest) if count > MAX_NAMED else named.pop()
    titles = language.text("{most} and {last}").format(most=", ".join(named), last=last)
    return raised(template.format(count=in_letters(count, language), titles=titles))


def _title(change: FieldChange, words: Words) -> str:
    source = change.old if change.new is None else change.new
    fields = words.fields(Source, source) if isinstance(source, Mapping) else {}
    title = fields.get("title") or words.language.text("unknown")
    return words.language.text("“{title}”").format(title=title)
