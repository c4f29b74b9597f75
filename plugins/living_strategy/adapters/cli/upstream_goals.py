"""The entries of a pinned version that a council decides on, with what is decided about each."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import click

from living_strategy.adapters.cli.session import Session
from living_strategy.adapters.reporting.text import printable
from living_strategy.content.corpus import Corpus
from living_strategy.language import Language
from living_strategy.model.own_words import speaking
from living_strategy.papers.csv_file import for_excel
from living_strategy.upstream.national_words import state_key, state_words
from living_strategy.upstream.treatment import Treatment, treatments

LIST_FORMATS = ("text", "csv", "json")
"""A table for the terminal, or the same as data."""


class _Goal(NamedTuple):
    """A row: `id` as files here write it, `state` for programs and `words` for people."""

    id: str
    kind: str
    title: str
    state: str
    outdated: bool
    words: str
    url: str


def goals_text(corpus: Corpus, names: Iterable[str], output_format: str, session: Session) -> str:
    """Return the rows of strategies above, one below the other, by the ids that are written in
    files here, as one table or list without the last line feed. Raise click.UsageError for a format
    that is not of `LIST_FORMATS`.
    """
    if output_format not in LIST_FORMATS:
        message = session.language.text("“list” writes one of: {formats}.")
        raise click.UsageError(message.format(formats=", ".join(LIST_FORMATS)))
    language = speaking(session.language, corpus.settings)
    goals = [
        _goal(corpus, name, row, language) for name in names for row in treatments(corpus, name)
    ]
    if output_format == "json":
        return json.dumps([goal._asdict() for goal in goals], ensure_ascii=False, indent=2)
    if output_format == "csv":
        text = language.text
        heads = text("Id"), text("State"), text("Title"), text("Address")
        rows = ((goal.id, goal.words, printable(goal.title), goal.url) for goal in goals)
        return for_excel(heads, rows).decode().removesuffix("\r\n")
    return _table(goals)


def _goal(corpus: Corpus, name: str, row: Treatment, language: Language) -> _Goal:
    catalogue = corpus.upstreams[name].catalogue
    words = state_words(row.state, language)
    if row.is_outdated:
        words = f"{words} ({language.text('judgement outdated')})"
    url = catalogue.page(row.entry) if catalogue else ""
    written_id = f"{name}:{row.entry.id}"
    title, state = row.entry.title, state_key(row.state)
    return _Goal(written_id, row.entry.kind, title, state, row.is_outdated, words, url)


def _table(goals: Sequence[_Goal]) -> str:
    ids = max((len(goal.id) for goal in goals), default=0)
    words = max((len(goal.words) for goal in goals), default=0)
    return "\n".join(
        f"{goal.id:<{ids}}  {goal.words:<{words}}  {printable(goal.title)}" for goal in goals
    )
