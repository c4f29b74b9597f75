"""`set`: fields of an entry set to other values."""

from __future__ import annotations

import click

from living_strategy.adapters.cli.assignments import read_assignments
from living_strategy.adapters.cli.command import Definition
from living_strategy.adapters.cli.entry_lookup import find_entry, target_of
from living_strategy.adapters.cli.proposed import carry_out, check_option, undo_stopped
from living_strategy.adapters.cli.session import Session
from living_strategy.adapters.cli.set_entry import set_entry
from living_strategy.content.graph import link
from living_strategy.content.loader import load
from living_strategy.content.source import DiskSource
from living_strategy.language import Language
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
    corpus = load(DiskSource(session.root)).corpus
    graph = link(corpus)
    language = speaking(language, corpus.settings)
    target = target_of(graph.record(find_entry(entry_id, graph, language).id))
    assignments = list(read_assignments(written, target, language))
    proposal = set_entry(session, target, assignments, corpus.settings, language)
    if isinstance(proposal, int):
        return proposal
    return carry_out(proposal, language, only_check=only_check)
