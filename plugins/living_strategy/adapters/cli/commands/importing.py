"""`import`: what somebody has changed in a workbook, shown and taken over."""

from __future__ import annotations

from pathlib import Path

import click

from living_strategy.adapters.cli.command import Definition
from living_strategy.adapters.cli.left_words import stays_words
from living_strategy.adapters.cli.output import note, progress, write
from living_strategy.adapters.cli.proposed import REFUSED, carry_out, undo_stopped
from living_strategy.adapters.cli.session import CannotStart, Session
from living_strategy.adapters.cli.workbook_form import form_argument
from living_strategy.adapters.cli.workbook_words import refusals, remarks
from living_strategy.adapters.editing.proposal import Proposal
from living_strategy.adapters.editing.workbook_file import MAX_BYTES as MAX_WORKBOOK_BYTES
from living_strategy.adapters.editing.workbook_file import open_workbook
from living_strategy.adapters.reporting.text import printable
from living_strategy.adapters.system_faults import explained
from living_strategy.content.graph import Graph, link
from living_strategy.content.loader import load
from living_strategy.content.reading import MAX_BYTES
from living_strategy.content.source import DiskSource
from living_strategy.language import Language
from living_strategy.model.own_words import speaking
from living_strategy.workbooks.content import Content, content_of, taken_ids, words_of
from living_strategy.workbooks.edits import Edits, edits_of
from living_strategy.workbooks.fault import WorkbookError
from living_strategy.workbooks.files import edited_files
from living_strategy.workbooks.reading import ReadWorkbook, read_workbook
from living_strategy.workbooks.words import Words


def define(language: Language) -> Definition:
    """Define the command in a language."""
    text = language.text
    return Definition(
        import_workbook,
        text(
            "What has been changed in a workbook that “{command}” has written is told in the words "
            "of the change log. With --write the files are changed, all of them or none. A row "
            "that was changed here, too, since the workbook was written is refused, and so is a "
            "cell that cannot be read. No row that is missing deletes anything.\n\n"
            "The exit code is 0 when all is well, 1 when something is refused, and 2 when the file "
            "cannot be read at all."
        ).format(command=language.command("export")),
        (
            form_argument(),
            click.Argument(["file"], type=click.Path(path_type=Path), metavar=text("FILE")),
            click.Option(
                ["--write", "writes"], is_flag=True, help=text("Change the files of the strategy.")
            ),
        ),
    )


def import_workbook(session: Session, form: str, file: Path, writes: bool) -> int:
    """Show what a workbook changes, and write it if that is wanted and nothing is refused."""
    language = session.language
    if writes:
        undo_stopped(session)
    source = DiskSource(session.root)
    graph = link(load(source).corpus)
    content, words = content_of(graph), words_of(graph)
    with progress(language.text("Reading …")):
        book, edits = _compared(file, graph, content, words, language)
    language = speaking(language, graph.corpus.settings)
    if refused := list(refusals(edits, content, words, language)):
        for line in refused:
            write(printable(line))
        note(language.text("Nothing has been written."))
        return REFUSED
    beside = list(remarks(book, edits, words, language))

    def read(path: str) -> bytes | None:
        there = source.read(path, MAX_BYTES)
        return there if isinstance(there, bytes) else None

    files, left = edited_files(edits.made, content.files, read)
    if left:
        path, reason = next(iter(left.items()))
        raise CannotStart(stays_words(reason, path, language))
    if not files:
        for line in beside:
            write(printable(line))
        write(language.text("The workbook changes nothing."))
        return 0
    return carry_out(
        Proposal(session.root, session.today, files),
        language,
        only_check=not writes,
        remarks=beside,
        unwritten=language.text("Nothing has been written. Add --write to change the files."),
    )


def _compared(
    file: Path, graph: Graph, content: Content, words: Words, language: Language
) -> tuple[ReadWorkbook, Edits]:
    try:
        with file.open("rb") as opened:
            raw = opened.read(MAX_WORKBOOK_BYTES + 1)
        book = read_workbook(open_workbook(raw), content, words)
    except OSError as error:
        raise CannotStart(explained(error, language, file)) from None
    except WorkbookError as error:
        raise CannotStart(f"{file}: {error.message(language)}") from None
    return book, edits_of(book, content, words, taken_ids(graph))
