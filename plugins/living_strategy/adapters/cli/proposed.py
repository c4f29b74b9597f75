"""A change of content on the command line: told in words, checked, and written as a whole."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

import click

from living_strategy.adapters.cli.findings import show_findings
from living_strategy.adapters.cli.output import note, write
from living_strategy.adapters.cli.session import CannotStart, Session
from living_strategy.adapters.editing.proposal import Proposal
from living_strategy.adapters.reporting.text import printable
from living_strategy.adapters.system_faults import explained
from living_strategy.adapters.upgrading.exchange import recover
from living_strategy.adapters.upgrading.plan import check_committed
from living_strategy.adapters.upgrading.refusal import Refusal
from living_strategy.content.file_names import shown
from living_strategy.diagnostics import Diagnostic
from living_strategy.history.event import Event, Nature
from living_strategy.language import Language
from living_strategy.papers.changes import ChangeWords, item
from living_strategy.rules.wording import render

REFUSED = 1


def check_option(language: Language) -> click.Option:
    """Return the option by which nothing is written."""
    help_text = language.text("Say what would change, and change nothing.")
    return click.Option(["--check", "only_check"], is_flag=True, help=help_text)


def undo_stopped(session: Session) -> None:
    """Put back what a change left behind that was stopped in the middle."""
    try:
        if recover(session.root):
            note(session.language.text("A change that was stopped has been undone first."))
    except OSError as error:
        raise CannotStart(explained(error, session.language, session.root)) from None


def carry_out(
    proposal: Proposal,
    language: Language,
    *,
    only_check: bool,
    remarks: Iterable[str] = (),
    unwritten: str = "",
) -> int:
    """Say what changes, and write it unless it would do harm; return the exit code. `unwritten` is
    said in place of the name of the option by which nothing is written.
    """
    for line in (*_told(proposal, language), *remarks):
        write(printable(line))
    if proposal.findings:
        note("\n" + language.text("The change would lead to this:") + "\n")
        show_findings(proposal.findings, language, proposal.root, "text")
    if proposal.is_harmful:
        note(language.text("Nothing has been written."))
        return REFUSED
    if only_check:
        note(unwritten or language.text("Nothing has been written, because of --check."))
        return 0
    try:
        proposal.write()
    except OSError as error:
        raise CannotStart(explained(error, language)) from None
    for message in _written(proposal, language):
        note(message)
    return 0


def _told(proposal: Proposal, language: Language) -> Iterator[str]:
    words = ChangeWords(proposal.titles(), language, lambda kind, entry: "")
    for event in proposal.events():
        told = item((_without_title(event),), words)
        yield f"{told.title} ({told.about})" if told.about else told.title
        yield from (f"  - {line}" for line in told.lines)


def _without_title(event: Event) -> Event:
    """Return an event without the title of a new entry, which stands above what is told of it."""
    if event.nature is not Nature.NEW:
        return event
    return event._replace(
        changes=tuple(change for change in event.changes if change.path != ("title",))
    )


def _written(proposal: Proposal, language: Language) -> Iterator[str]:
    for path, content in proposal.files.items():
        message = (
            language.text("{file} has been removed.")
            if content is None
            else language.text("{file} has been written.")
        )
        yield message.format(file=shown(os.path.relpath(proposal.root / path)))


def check_committed_files(proposal: Proposal, language: Language) -> None:
    """Refuse where what is written could not be told from what somebody is working on.

    Raises:
        CannotStart: a file has changes that are not committed.
    """
    try:
        check_committed(proposal.root, proposal.files)
    except Refusal as error:
        raise CannotStart(error.message(language)) from None


def show_faults(faults: Iterable[Diagnostic], language: Language) -> None:
    """Say what is wrong with the values. The lines that they would stand on are nowhere yet."""
    for fault in faults:
        message, hint = render(fault, language)
        note(f"{fault.location.field}: {message}")
        if hint:
            note(f"    {hint}")
    note(language.text("Nothing has been written."))
