"""Why a file stays as it is, in words."""

from __future__ import annotations

from living_strategy.content.file_names import shown
from living_strategy.editing.canonical import Left
from living_strategy.language import Language


def stays_words(left: Left, file: str, language: Language) -> str:
    """Return the sentence about a file that cannot be written in the canonical form."""
    return language.text(_REASONS[left]).format(file=shown(file))


def _(message: str) -> str:
    """Mark a message that is translated where it is shown."""
    return message


_REASONS = {
    Left.UNREADABLE: _("{file} stays as it is, because it cannot be read. The check says why."),
    Left.ANCHORED: _(
        "{file} stays as it is, because it repeats a part with & and *. Write the part in full in "
        "each place."
    ),
    Left.NOT_THE_SAME: _(
        "{file} stays as it is, because it could not be written without changing what it says."
    ),
}
