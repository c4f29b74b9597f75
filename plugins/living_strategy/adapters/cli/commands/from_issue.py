"""`from-issue`: a status that somebody has reported in an issue, as a change of the content."""

from __future__ import annotations

from pathlib import Path

import click

from living_strategy.adapters.cli.command import Definition
from living_strategy.adapters.cli.entry_lookup import find_entry, target_of
from living_strategy.adapters.cli.issue_file import Issue, read_issue
from living_strategy.adapters.cli.output import note
from living_strategy.adapters.cli.proposed import (
    carry_out,
    check_committed_files,
    check_option,
    undo_stopped,
)
from living_strategy.adapters.cli.session import CannotStart, Session
from living_strategy.adapters.cli.set_entry import set_entry
from living_strategy.adapters.editing.proposal import Proposal
from living_strategy.adapters.git.branch import (
    BranchExists,
    begin_branch,
    commit_paths,
    leave_branch,
)
from living_strategy.adapters.git.command import GitError
from living_strategy.adapters.reporting.text import printable
from living_strategy.adapters.system_faults import explained
from living_strategy.content.graph import Graph, link
from living_strategy.content.loader import load
from living_strategy.content.source import DiskSource
from living_strategy.editing.reported_status import Lacking, ReportedStatus, reported_status
from living_strategy.language import Language
from living_strategy.model import Entry, Measure, Project
from living_strategy.model.own_words import speaking
from living_strategy.proposals.answers import read_answers
from living_strategy.proposals.questions import STATUS, proposals
from living_strategy.proposals.questions import Proposal as Form


def define(language: Language) -> Definition:
    """Define the command in a language."""
    text = language.text
    return Definition(
        from_issue,
        text(
            "FILE is the text of an issue in which somebody reports a new status, as the form for "
            "it makes it, or the JSON in which the host tells of the issue. The status, its date, "
            "and what has happened are set. With --branch the change is committed on a branch of "
            "its own, which is named after the entry."
        ),
        (
            click.Argument(
                ["path"], metavar=text("FILE"), type=click.Path(path_type=Path, dir_okay=False)
            ),
            click.Option(
                ["--branch", "on_branch"],
                is_flag=True,
                help=text("Commit the change on a branch of its own."),
            ),
            check_option(language),
        ),
    )


def from_issue(session: Session, path: Path, on_branch: bool, only_check: bool) -> int:
    """Set what was reported, unless something is wrong with it."""
    issue = read_issue(path, session.language)
    undo_stopped(session)
    corpus = load(DiskSource(session.root)).corpus
    graph = link(corpus)
    language = speaking(session.language, corpus.settings)
    form = next(form for form in proposals(graph, language) if form.name == STATUS)
    report = _report(issue, form, language)
    entry = _entry(report, graph, language)
    target = target_of(graph.record(entry.id))
    proposal = set_entry(session, target, list(report.assignments()), corpus.settings, language)
    if isinstance(proposal, int):
        return proposal
    if not on_branch or only_check:
        return carry_out(
            proposal, language, only_check=only_check, remarks=_remarks(report, language)
        )
    check_committed_files(proposal, language)
    message = f"{form.title}: {entry.title}\n\n{issue.address}".strip()
    return _on_branch(proposal, f"status-{entry.id}", message, report, language)


def _report(issue: Issue, form: Form, language: Language) -> ReportedStatus:
    """Return what an issue reports.

    Raises:
        CannotStart: an answer is missing; the message says which, and what it may be.
    """
    answers = read_answers(issue.text, form)
    report = reported_status(answers, language)
    if isinstance(report, ReportedStatus):
        return report
    question = next(question for question in form.questions if question.id == report.value)
    if not answers:
        message = language.text("The issue has no answers to the form “{form}”.")
        raise CannotStart(message.format(form=form.title))
    message = language.text("The issue has no answer that can be used below “{question}”.")
    hint = ", ".join(question.choices) or question.help
    words = message.format(question=question.label)
    if report is not Lacking.ENTRY and (said := answers.get(question.id)):
        words = f"{words} {printable(said[:100])}"
    raise CannotStart(f"{words}\n    {hint}" if hint else words)


def _entry(report: ReportedStatus, graph: Graph, language: Language) -> Entry:
    """Return the entry that is meant: by its id, or by its title if no other has it.

    Raises:
        CannotStart: there is none, or it has no status.
    """
    kinds = (Measure, Project)
    entries = [entry for kind in kinds for entry in graph.of_kind(kind)]
    named = [entry for entry in entries if entry.title.casefold() == report.entry.casefold()]
    if len(named) == 1 and not graph.find(report.name):
        return named[0]
    entry = find_entry(printable(report.name[:100]), graph, language)
    if not isinstance(entry, kinds):
        message = language.text("“{id}” has no status: only measures and projects have.")
        raise CannotStart(message.format(id=entry.id))
    return entry


def _remarks(report: ReportedStatus, language: Language) -> list[str]:
    """Return what was said that no field has: where somebody has it from, if not an address."""
    if not report.evidence or report.evidence_address:
        return []
    words = language.text("Where they have it from: {evidence}")
    return [words.format(evidence=" ".join(report.evidence.split()))]


def _on_branch(
    proposal: Proposal, branch: str, message: str, report: ReportedStatus, language: Language
) -> int:
    """Write the change on a branch of its own and commit it, or leave everything as it was."""
    root, is_written = proposal.root, False
    try:
        begin_branch(root, branch)
        code = carry_out(proposal, language, only_check=False, remarks=_remarks(report, language))
        is_written = code == 0
        if is_written:
            commit_paths(root, proposal.files, message)
        else:
            leave_branch(root, branch)
    except BranchExists as error:
        words = language.text("There is a branch “{branch}” already, with an earlier report.")
        raise CannotStart(words.format(branch=error)) from None
    except (GitError, OSError) as error:
        said = explained(error, language) if isinstance(error, OSError) else str(error)
        if is_written:
            words = language.text("The change is written, but not committed. Git says: {message}")
            raise CannotStart(words.format(message=said)) from None
        words = language.text("Git refuses: {message}")
        raise CannotStart(words.format(message=said)) from None
    if code == 0:
        note(language.text("The change is on the branch “{branch}”.").format(branch=branch))
    return code
