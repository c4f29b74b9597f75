"""Assignments to fields on the command line, and what is wrong with them in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from living_strategy.adapters.cli.left_words import stays_words
from living_strategy.adapters.cli.session import CannotStart
from living_strategy.editing.assignment import Assignment, Misread, Misreading, assignment
from living_strategy.editing.choices import in_keys
from living_strategy.editing.setting import Outcome, Target
from living_strategy.language import Language


def read_assignments(
    written: Iterable[str], target: Target, language: Language
) -> Iterator[Assignment]:
    """Read assignments as somebody writes them; choices may be written in words.

    Raises:
        CannotStart: one cannot be read.
    """
    for text in written:
        read = assignment(text, target.model)
        if isinstance(read, Misread):
            raise CannotStart(_misread_words(read, language))
        yield in_keys(read, target.model, language)


def refusal_words(outcome: Outcome, file: str, language: Language) -> str:
    """Return why the fields of an entry in a file could not be set, apart from mistakes in it."""
    if outcome.left:
        return stays_words(outcome.left, file, language)
    return _misread_words(outcome.misread[0], language)


def _misread_words(misread: Misread, language: Language) -> str:
    message = language.text(_MISREADINGS[misread.reason])
    if misread.reason is Misreading.NO_SUCH_ITEM and not misread.known:
        message = language.text("“{written}” is empty: there is no item in it that could be set.")
    return message.format(written=misread.written, names=", ".join(misread.known))


def _(message: str) -> str:
    """Mark a message that is translated where it is shown."""
    return message


_MISREADINGS = {
    Misreading.NO_ASSIGNMENT: _("“{written}” sets no field. Write it as status=completed."),
    Misreading.NO_VALUE: _("“{written}” has no value that can be read."),
    Misreading.NO_LIST: _("“{written}”: only a list can be added to or taken from. Write = alone."),
    Misreading.NO_SUCH_ITEM: _(
        "Say which item of “{written}” is meant, in brackets behind it: {names}."
    ),
    Misreading.NOT_THERE: _(
        "“{written}” is not there, so it cannot be taken away. What is there: {names}."
    ),
}
