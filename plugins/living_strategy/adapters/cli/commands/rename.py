"""`rename`: another id for an entry, everywhere at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import click

from living_strategy.adapters.cli.command import Definition
from living_strategy.adapters.cli.entry_lookup import find_entry
from living_strategy.adapters.cli.left_words import stays_words
from living_strategy.adapters.cli.new_ids import check_form, check_free
from living_strategy.adapters.cli.proposed import (
    carry_out,
    check_committed_files,
    check_option,
    undo_stopped,
)
from living_strategy.adapters.cli.session import CannotStart, Session
from living_strategy.adapters.editing.proposal import Proposal
from living_strategy.adapters.editing.renamed import renamed
from living_strategy.content.corpus import Corpus
from living_strategy.content.file_names import shown
from living_strategy.content.graph import link
from living_strategy.content.loader import load
from living_strategy.content.source import DiskSource
from living_strategy.language import Language
from living_strategy.model.own_words import speaking


def define(language: Language) -> Definition:
    """Define the command in a language."""
    text = language.text
    return Definition(
        rename,
        text(
            "The entry with the id OLD gets the id NEW: its file or its key, all fields that lead "
            "to it, and all mentions of it in texts. OLD becomes an earlier id, so that its old "
            "address still leads to the page. Files with changes that are not committed are not "
            "touched."
        ),
        (
            click.Argument(["old"], metavar=text("OLD")),
            click.Argument(["new"], metavar=text("NEW")),
            check_option(language),
        ),
    )


def rename(session: Session, old: str, new: str, only_check: bool) -> int:
    """Rename the entry, in all files or in none."""
    language = session.language
    undo_stopped(session)
    source = DiskSource(session.root)
    corpus = load(source).corpus
    graph = link(corpus)
    language = speaking(language, corpus.settings)
    entry = find_entry(old, graph, language)
    check_form(new, language)
    if new not in entry.aliases:
        check_free(new, graph, language)
    _check_readable(corpus, language)
    result = renamed(source, corpus, entry.id, new)
    if result.left:
        file, left = result.left
        raise CannotStart(stays_words(left, file, language))
    proposal = Proposal(session.root, session.today, result.files, {entry.id: new})
    check_committed_files(proposal, language)
    remarks = _remarks(result.counts, language)
    return carry_out(proposal, language, only_check=only_check, remarks=remarks)


def _check_readable(corpus: Corpus, language: Language) -> None:
    """Refuse where a file cannot be read: it may name the entry."""
    if corpus.broken or corpus.unread or corpus.possible_ids or corpus.broken_links:
        message = language.text(
            "Some content cannot be read, and may name the entry. Run “{command}” and mend that "
            "first."
        )
        raise CannotStart(message.format(command=language.command("check")))


def _remarks(counts: Mapping[str, int], language: Language) -> Iterator[str]:
    for file, count in counts.items():
        message = language.plural(
            "{file}: the new id in {count} place", "{file}: the new id in {count} places", count
        )
        yield message.format(file=shown(file), count=count)
