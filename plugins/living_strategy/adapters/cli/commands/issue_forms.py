"""`issue-forms`: the forms in which readers propose changes at the host of the files."""

from __future__ import annotations

import click

from living_strategy.adapters.cli.command import Definition
from living_strategy.adapters.cli.output import note, write
from living_strategy.adapters.cli.session import CannotStart, Session
from living_strategy.adapters.system_faults import explained
from living_strategy.adapters.upgrading.exchange import exchange
from living_strategy.content.graph import link
from living_strategy.content.loader import load
from living_strategy.content.source import DiskSource
from living_strategy.forms.issues import issue_forms
from living_strategy.language import Language
from living_strategy.model.own_words import speaking
from living_strategy.proposals.issue_addresses import IssueHost
from living_strategy.proposals.questions import proposals

STALE = 1


def define(language: Language) -> Definition:
    """Define the command in a language."""
    text = language.text
    return Definition(
        write_issue_forms,
        text(
            "The forms for a change, a new status and a new measure are written where HOST looks "
            "for them, in the words of the strategy. Pages lead to them where the address of the "
            "files is known."
        ),
        (
            click.Argument(
                ["host"],
                metavar=text("HOST"),
                type=click.Choice([host.value for host in IssueHost]),
            ),
            click.Option(
                ["--check", "only_check"],
                is_flag=True,
                help=text("Say which forms are out of date, and write nothing."),
            ),
        ),
    )


def write_issue_forms(session: Session, host: str, only_check: bool) -> int:
    """Write the forms that differ from what they should be; with `--check`, name them."""
    root = session.root
    corpus = load(DiskSource(root)).corpus
    language = speaking(session.language, corpus.settings)
    forms = proposals(link(corpus), language)
    try:
        stale = {
            path: content.encode()
            for path, content in issue_forms(forms, IssueHost(host))
            if not (root / path).is_file() or (root / path).read_bytes() != content.encode()
        }
        if not stale:
            write(language.text("The forms are up to date."))
            return 0
        if only_check:
            for path in stale:
                note(language.text("{file} is out of date.").format(file=path))
            return STALE
        exchange(root, stale)
    except OSError as error:
        raise CannotStart(explained(error, language, root)) from None
    for path in stale:
        write(language.text("{file} has been written.").format(file=path))
    return 0
