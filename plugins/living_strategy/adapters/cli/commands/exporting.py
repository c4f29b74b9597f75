"""`export`: the content as a workbook to edit in."""

from __future__ import annotations

import os
from pathlib import Path

import click

from living_strategy.adapters.cli.command import Definition
from living_strategy.adapters.cli.output import note, progress
from living_strategy.adapters.cli.session import CannotStart, Session
from living_strategy.adapters.cli.workbook_form import form_argument
from living_strategy.adapters.storage.pair_writer import write_together
from living_strategy.adapters.system_faults import explained
from living_strategy.content.graph import link
from living_strategy.content.loader import load
from living_strategy.content.source import DiskSource
from living_strategy.content.validate import id_from
from living_strategy.language import Language
from living_strategy.workbooks.content import content_of, words_of
from living_strategy.workbooks.writing import write_workbook


def define(language: Language) -> Definition:
    """Define the command in a language."""
    text = language.text
    return Definition(
        export,
        text(
            "A workbook to edit in, for people who know spreadsheets: a sheet for each kind of "
            "entries and for each list in them, with drop-downs, explanations and the words of "
            "the site. “{command}” shows what has been changed in it and takes it over."
        ).format(command=language.command("import")),
        (
            form_argument(),
            click.Option(
                ["--to", "target"],
                type=click.Path(path_type=Path),
                metavar=text("FILE"),
                help=text("The file to write. Without it: one called as the strategy, here."),
            ),
        ),
    )


def export(session: Session, form: str, target: Path | None) -> None:
    """Write the workbook; a file that is there already may hold somebody's work, and stays."""
    language = session.language
    graph = link(load(DiskSource(session.root)).corpus)
    settings = graph.corpus.settings
    path = target or Path(f"{id_from(settings.title) or 'strategy'}.{form}")
    if path.exists():
        message = language.text("{file} exists already. Name another file with --to.")
        raise CannotStart(message.format(file=path))
    content = content_of(graph)
    with progress(language.text("Writing …")):
        written = write_workbook(settings.title, content, words_of(graph))
    try:
        write_together({path: written})
    except OSError as error:
        raise CannotStart(explained(error, language, path)) from None
    for entry in sorted(graph.corpus.broken):
        message = language.text(
            "“{id}” cannot be read and is not in the workbook. Run “{command}”."
        )
        note(message.format(id=entry, command=language.command("check")))
    message = language.plural(
        "{file} has been written, with {count} entry.",
        "{file} has been written, with {count} entries.",
        len(content.entries),
    )
    note(message.format(file=os.path.relpath(path), count=len(content.entries)))
