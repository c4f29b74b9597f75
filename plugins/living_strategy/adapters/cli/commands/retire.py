"""`retire`: an entry that no longer is part of the strategy."""

from __future__ import annotations

import click

from living_strategy.adapters.cli.command import Definition
from living_strategy.adapters.cli.entry_lookup import find_entry, target_of
from living_strategy.adapters.cli.left_words import stays_words
from living_strategy.adapters.cli.proposed import (
    REFUSED,
    carry_out,
    check_committed_files,
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
from living_strategy.editing.assignment import Assignment
from living_strategy.editing.canonical import Left
from living_strategy.editing.setting import set_fields
from living_strategy.language import Language
from living_strategy.model.own_lists import lists_of
from living_strategy.model.own_words import speaking


def define(language: Language) -> Definition:
    """Define the command in a language."""
    text = language.text
    return Definition(
        retire,
        text(
            "The entry with the ID goes out of the strategy. Its page stays and says so, with the "
            "reason and what took over; its id is never used again. What still leads to it is "
            "named."
        ),
        (
            click.Argument(["entry_id"], metavar=text("ID")),
            click.Option(
                ["--reason"],
                required=True,
                metavar=text("TEXT"),
                help=text("Why, in one sentence for readers."),
            ),
            click.Option(
                ["--date"], metavar=text("DATE"), help=text("Since when; today if nothing is said.")
            ),
            click.Option(
                ["--replaced-by", "successors"],
                multiple=True,
                metavar="ID",
                help=text("What took over. More than once, where it was split."),
            ),
            check_option(language),
        ),
    )


def retire(
    session: Session,
    entry_id: str,
    reason: str,
    date: str | None,
    successors: tuple[str, ...],
    only_check: bool,
) -> int:
    """Retire the entry, unless something is wrong."""
    language = session.language
    undo_stopped(session)
    source = DiskSource(session.root)
    corpus = load(source).corpus
    graph = link(corpus)
    language = speaking(language, corpus.settings)
    entry = find_entry(entry_id, graph, language)
    if entry.retired:
        message = language.text("“{title}” has been retired already.")
        raise CannotStart(message.format(title=entry.title))
    retired: dict[str, str | list[str]] = {
        "date": date or session.today.isoformat(),
        "reason": " ".join(reason.split()),
    }
    ids = [find_entry(successor, graph, language).id for successor in successors]
    if len(ids) > 1:
        retired["split_into"] = ids
    elif ids:
        retired["replaced_by"] = ids[0]
    target = target_of(graph.record(entry.id))
    content = source.read(target.path, MAX_BYTES)
    if not isinstance(content, bytes):
        raise CannotStart(stays_words(Left.UNREADABLE, target.path, language))
    changes = [Assignment(("retired",), retired)]
    outcome = set_fields(content, target, changes, lists_of(corpus.settings))
    if outcome.left:
        raise CannotStart(stays_words(outcome.left, target.path, language))
    if outcome.faults:
        show_faults(outcome.faults, language)
        return REFUSED
    proposal = Proposal(session.root, session.today, {target.path: outcome.content})
    check_committed_files(proposal, language)
    return carry_out(proposal, language, only_check=only_check)
