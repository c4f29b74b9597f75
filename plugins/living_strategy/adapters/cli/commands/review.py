"""`review`: what a proposal changes for readers, beside the state that it is to change."""

from __future__ import annotations

from contextlib import ExitStack

import click

from living_strategy.adapters.cli.command import Definition
from living_strategy.adapters.cli.options import as_of_option, format_option
from living_strategy.adapters.cli.output import write_data
from living_strategy.adapters.cli.session import CannotStart, Session
from living_strategy.adapters.cli.site_url import site_url
from living_strategy.adapters.git.proposed import NoBeginning, open_beginning
from living_strategy.adapters.git.revision import GitSource, NoRevision, Why, open_revision
from living_strategy.adapters.reviewing import review as review_of
from living_strategy.content.source import ContentSource, DiskSource
from living_strategy.language import Language
from living_strategy.papers.review import REVIEW_PAPERS


def define(language: Language) -> Definition:
    """Define the command in a language."""
    text = language.text
    return Definition(
        review,
        text(
            "Tells what is changed since the proposal was begun, in the words of the change log, "
            "with links that come and go, what the check finds now and did not find before, and "
            "the pages to look at. The proposal is read as data: nothing in it is run, so it may "
            "be from anybody. The exit code is 0 also when there are errors, which are told."
        ),
        (
            click.Option(
                ["--base"],
                required=True,
                metavar=text("REVISION"),
                help=text(
                    "What the proposal is for: a branch, tag or commit, such as origin/main."
                ),
            ),
            click.Option(
                ["--head"],
                default="",
                metavar=text("REVISION"),
                help=text("The proposal: a branch, tag or commit. Without it: the files here."),
            ),
            click.Option(
                ["--preview-url"],
                default="",
                metavar=text("ADDRESS"),
                help=text("The address of a site made from the proposal, to link to its pages."),
            ),
            as_of_option(language),
            format_option(language, *(paper.name for paper in REVIEW_PAPERS)),
        ),
    )


def review(session: Session, base: str, head: str, preview_url: str, output_format: str) -> None:
    """Write the review."""
    root, language = session.root, session.language
    site = site_url(preview_url, language)
    paper = next(paper for paper in REVIEW_PAPERS if paper.name == output_format)
    with ExitStack() as opened:
        proposed: ContentSource = DiskSource(root)
        commit = "HEAD"
        if head:
            revision = opened.enter_context(_there(open_revision(root, head), language))
            proposed, commit = revision, revision.commit
        beginning = _there(open_beginning(root, base, commit), language)
        opened.enter_context(beginning)
        result = review_of(root, beginning, proposed, language, session.today, site)
        write_data(paper.render(result))


def _there(opened: GitSource | NoRevision | NoBeginning, language: Language) -> GitSource:
    """Return what could be opened.

    Raises:
        CannotStart: it could not.
    """
    match opened:
        case GitSource():
            return opened
        case NoRevision():
            raise CannotStart(_not_there(opened, language))
        case NoBeginning():
            raise CannotStart(
                language.text(
                    "Only the last part of the history is here, so nobody can tell where the "
                    "proposal begins; fetch all of it, with “git fetch --unshallow”, or "
                    "“fetch-depth: 0” in a pipeline."
                )
            )


def _not_there(missing: NoRevision, language: Language) -> str:
    """Say in a sentence why a revision cannot be read."""
    messages = {
        Why.NO_GIT: language.text("A review needs git, which is not installed here."),
        Why.NO_REPOSITORY: language.text(
            "A review compares with an earlier state, and this folder is in no git repository."
        ),
        Why.UNTRUSTED: language.text(
            "Git does not trust this folder, because somebody else owns it: {message}"
        ),
        Why.NO_REVISION: language.text(
            "“{revision}” is no branch, tag or commit that is here; fetch it first, with “git "
            "fetch”."
        ),
        Why.DAMAGED: language.text("“{revision}” cannot be read. Git says: {message}"),
    }
    message = missing.git_message.partition("\n")[0]
    return messages[missing.why].format(revision=missing.revision, message=message)
