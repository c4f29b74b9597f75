"""Fields of one entry set: the proposal of it, or what is wrong with the values in words."""

from __future__ import annotations

from collections.abc import Sequence

from living_strategy.adapters.cli.assignments import refusal_words
from living_strategy.adapters.cli.left_words import stays_words
from living_strategy.adapters.cli.output import write
from living_strategy.adapters.cli.proposed import REFUSED, show_faults
from living_strategy.adapters.cli.session import CannotStart, Session
from living_strategy.adapters.editing.proposal import Proposal
from living_strategy.content.reading import MAX_BYTES
from living_strategy.content.source import DiskSource
from living_strategy.editing.assignment import Assignment
from living_strategy.editing.canonical import Left
from living_strategy.editing.setting import Target, set_fields
from living_strategy.language import Language
from living_strategy.model.own_lists import lists_of
from living_strategy.settings import Settings


def set_entry(
    session: Session,
    target: Target,
    assignments: Sequence[Assignment],
    settings: Settings,
    language: Language,
) -> Proposal | int:
    """Return the file with the fields set; the exit code where there is nothing to propose, which
    has been said.

    Raises:
        CannotStart: an assignment cannot be carried out, or the file cannot be written.
    """
    content = DiskSource(session.root).read(target.path, MAX_BYTES)
    if not isinstance(content, bytes):
        raise CannotStart(stays_words(Left.UNREADABLE, target.path, language))
    outcome = set_fields(content, target, assignments, lists_of(settings))
    if outcome.misread or outcome.left:
        raise CannotStart(refusal_words(outcome, target.path, language))
    if outcome.faults:
        show_faults(outcome.faults, language)
        return REFUSED
    if outcome.content == content:
        write(language.text("There is nothing to change: it says so already."))
        return 0
    return Proposal(session.root, session.today, {target.path: outcome.content})
