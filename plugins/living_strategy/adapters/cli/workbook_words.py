"""What a workbook cannot change, and what it leaves as it is, in words."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.forms.fields import form_fields
from living_strategy.history.compare import compare
from living_strategy.history.delta import MODELS, between
from living_strategy.history.sentences import sentences
from living_strategy.language import Language
from living_strategy.workbooks.content import Content, Key
from living_strategy.workbooks.edits import Conflict, Edits, Gone
from living_strategy.workbooks.reading import ReadWorkbook
from living_strategy.workbooks.rows import Data
from living_strategy.workbooks.words import Words

# As many as fit on a screen or two; the rest is counted.
_MAX_FAULTS = 40


def refusals(edits: Edits, content: Content, words: Words, language: Language) -> Iterator[str]:
    """Yield why nothing is taken: each cell that is wrong, and each row that came too late."""
    for fault in edits.faults[:_MAX_FAULTS]:
        yield fault.message(language)
    if (more := len(edits.faults) - _MAX_FAULTS) > 0:
        message = language.plural("… and {count} more.", "… and {count} more.", more)
        yield message.format(count=more)
    for conflict in edits.conflicts:
        yield from _conflict(conflict, content, words, language)


def remarks(book: ReadWorkbook, edits: Edits, words: Words, language: Language) -> Iterator[str]:
    """Yield what is not taken and does no harm, and changes that no reader is told of."""
    for edit in edits.made:
        if edit.old is not None and between(edit.key, edit.old, edit.new) is None:
            message = language.text("{title}: only written in another way ({fields})")
            fields = _labels(edit.key, edit.fields, language)
            yield message.format(title=edit.title, fields=fields)
    for gone in edits.gone:
        yield _gone(gone, words, language)
    for fault in book.ignored:
        yield fault.message(language)


def _gone(gone: Gone, words: Words, language: Language) -> str:
    entry = words.reference(gone.key[1])
    if gone.part is None:
        message = language.text("The row of “{entry}” is missing. Nothing is deleted for it.")
        return message.format(entry=entry)
    message = language.text(
        "A row of “{entry}” is missing ({list}, no. {number}). It stays; to take it away, empty "
        "its cells."
    )
    part = gone.part
    name = _labels(gone.key, (part.table.partition("/")[0],), language)
    return message.format(entry=entry, list=name, number=part.number)


def _conflict(
    conflict: Conflict, content: Content, words: Words, language: Language
) -> Iterator[str]:
    entry = words.reference(conflict.key[1])
    place = f"{conflict.row.sheet}!A{conflict.row.line}"
    if conflict.old is None:
        message = language.text("{place} “{entry}” is no longer in the strategy.")
        yield message.format(place=place, entry=entry)
        return
    message = language.text(
        "{place} {file} has been changed since the workbook was written, and so has the row of "
        "“{entry}”. Export anew, and make the change there. The row would do this now:"
    )
    yield message.format(place=place, entry=entry, file=content.files[conflict.key])
    for sentence in _sentences(conflict.key, conflict.old, conflict.new, words, language):
        yield f"  - {sentence}"


def _sentences(key: Key, old: Data, new: Data, words: Words, language: Language) -> Iterator[str]:
    model = MODELS[key[0]]
    changes = compare(model, old, new)
    return (sentence.text for sentence in sentences(changes, model, words.titles, language))


def _labels(key: Key, names: tuple[str, ...], language: Language) -> str:
    labels = {field.name: field.label for field in form_fields(MODELS[key[0]])}
    return ", ".join(language.text(labels.get(name, name)) for name in names)
