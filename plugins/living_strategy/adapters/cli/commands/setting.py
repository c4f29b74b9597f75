"""`set`: fields of an entry set to other values."""

from __future__ import annotations

import click

from living_strategy.adapters.cli.assignments import read_assignments, refusal_words
from living_strategy.adapters.cli.command import Definition
from living_strategy.adapters.cli.entry_lookup import find_entry, target_of
from living_strategy.adapters.cli.left_words import stays_words
from living_strategy.adapters.cli.output import write
from living_strategy.adapters.cli.proposed import (
    REFUSED,
    carry_out,
    check_option,
    show_faults,
    undo_stopped,
)
from living_strategy.adapters.cli.session import CannotStart, Session
from living_strategy.adapters.editing.proposal import Proposal
from living_strategy.content.graph import link
from living_strategy.content.loader import load
from living_strategy.content.reading import MAX_BYTES
from living_strategy.content.source import DiskSource
from living_strategy.editing.canonical import Left
from living_strategy.editing.setting import set_fields
from living_strategy.language import Language
from living_strategy.model.own_lists import lists_of
from living_strategy.model.own_words import speaking


def define(language: Language) -> Definition:
    """Define the command in a language."""
    text = language.text
    return Definition(
        set_values,
        text(
            "The fields of the entry with the ID are set, all of them or none, and what readers "
            "will be told is shown. FIELD=VALUE is such as status=completed; FIELD= empties the "
            "field. To a list FIELD+=VALUE adds, and FIELD-=VALUE takes from it; several values "
            "have commas between them. Parts of fields are written as period.end=2027, and items "
            "of lists by their id, title or year in brackets: milestones[pilot].done=2026-11."
        ),
        (
            click.Argument(["entry_id"], metavar=text("ID")),
            click.Argument(["written"], nargs=-1, required=True, metavar=text("FIELD=VALUE…")),
            check_option(language),
        ),
    )


def set_values(session: Session, entry_id: str, written: tuple[str, ...], only_check: bool) -> int:
    """Set the fields, unless something is wrong with them."""
    language = session.language
    undo_stopped(session)
    source = DiskSource(session.root)
    corpus = load(source).corpus
    graph = link(corpus)
    language = speaking(language, corpus.settings)
    record = graph.record(find_entry(entry_id, graph, language).id)
    target = target_of(record)
    assignments = list(read_assignments(written, target, language))
    content = source.read(target.path, MAX_BYTES)
    if not isinstance(content, bytes):
        raise CannotStart(stays_words(Left.UNREADABLE, target.path, language))
    outcome = set_fields(content, target, assignments, lists_of(corpus.settings))
    if outcome.misread or outcome.left:
        raise CannotStart(refusal_words(outcome, target.path, language))
    if outcome.faults:
        show_faults(outcome.faults, language)
        return REFUSED
    if outcome.content == content:
        write(language.text("There is nothing to change: it says so already."))
        return 0
    proposal = Proposal(session.root, session.today, {target.path: outcome.content})
    return carry_out(proposal, language, only_check=only_check)
