"""`status`: what is late, what nobody has looked at, and a letter to each who is responsible."""

from __future__ import annotations

from pathlib import Path

import click

from living_strategy.adapters.cli.command import Definition
from living_strategy.adapters.cli.findings import exit_code, show_findings
from living_strategy.adapters.cli.mail_folder import write_letters
from living_strategy.adapters.cli.options import as_of_option, format_option
from living_strategy.adapters.cli.output import note, progress, write, write_data
from living_strategy.adapters.cli.session import Session
from living_strategy.adapters.cli.site_url import site_url
from living_strategy.adapters.git.history import read_history
from living_strategy.adapters.item_prefetch import without_keeping
from living_strategy.adapters.reporting.text import printable
from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Finding
from living_strategy.figures.signals import LastChanged, SignalKind
from living_strategy.figures.status_summary import status_summary
from living_strategy.history.event import NO_HISTORY
from living_strategy.inspection import inspect_strategy
from living_strategy.language import Language
from living_strategy.model import Entry
from living_strategy.model.own_words import language_of
from living_strategy.papers.owner_letter import owner_letters
from living_strategy.papers.status import STATUS_PAPERS
from living_strategy.papers.status.paper import StatusReport
from living_strategy.site.addresses import Addresses
from living_strategy.site.last_changes import last_changes_in
from living_strategy.upstream.national_goals import national_goals


def define(language: Language) -> Definition:
    """Define the command in a language."""
    text = language.text
    return Definition(
        status,
        text(
            "What is found is computed from dates, and stands beside the status that somebody has "
            "declared. For each who is responsible there is a text ready to be sent."
        ),
        (
            as_of_option(language),
            format_option(language, *(paper.name for paper in STATUS_PAPERS)),
            click.Option(
                ["--mail"],
                type=click.Path(path_type=Path, file_okay=False),
                metavar=text("FOLDER"),
                help=text(
                    "Write the texts to those who are responsible into this folder instead, one "
                    "file each. Files that are there already are not changed."
                ),
            ),
            click.Option(
                ["--url"],
                default="",
                metavar=text("ADDRESS"),
                help=text("The address of the site; with it the texts lead to its pages."),
            ),
        ),
    )


def status(session: Session, output_format: str, mail: Path | None, url: str) -> int:
    """Write the report, or the letters. Letters are only written of a strategy without errors."""
    root, today = session.root, session.today
    address = site_url(url, session.language)
    with progress(session.language.text("Checking …")):
        inspection = inspect_strategy(root, today, without_keeping(root))
    graph = inspection.graph
    if mail and inspection.has_errors:
        return _refuse(inspection.diagnostics, session)
    history = NO_HISTORY if inspection.has_errors else read_history(root, graph, today).history
    report = _report(graph, session, address, last_changes_in(history))
    if mail:
        write_letters(report.letters, mail, root, session.language)
        _tell(report, mail, session.language)
        return 0
    if inspection.has_errors:
        message = session.language.text(
            "The strategy has errors. What could not be read is left out here. Run “{command}”."
        )
        note(message.format(command=session.language.command("check")))
    paper = next(paper for paper in STATUS_PAPERS if paper.name == output_format)
    content = paper.render(report)
    if output_format == "text":
        write("\n".join(printable(line) for line in content.split("\n")))
    else:
        write_data(content)
    return 0


def _report(graph: Graph, session: Session, site: str, last_changed: LastChanged) -> StatusReport:
    settings, language = graph.corpus.settings, session.language
    # Letters are in the language of the strategy, whatever that of the person who runs this.
    of_strategy = language_of(settings, graph.corpus.language)
    addresses = Addresses(of_strategy)

    def address(entry: Entry) -> str:
        return f"{site}{addresses.entry(entry)}" if site else ""

    summary = status_summary(graph, settings.judged_on(session.today), last_changed)
    letters = owner_letters(summary, settings, of_strategy, address)
    national = national_goals(graph, summary.today)
    return StatusReport(settings, summary, letters, language, national)


def _refuse(diagnostics: tuple[Finding, ...], session: Session) -> int:
    show_findings(diagnostics, session.language, session.root, "text")
    write(session.language.text("Nothing was written, because there are errors."))
    return exit_code(diagnostics)


def _tell(report: StatusReport, folder: Path, language: Language) -> None:
    count = len(report.letters)
    message = language.plural(
        "{count} text is in {folder}, ready to be sent.",
        "{count} texts are in {folder}, ready to be sent.",
        count,
    )
    write(message.format(count=count, folder=folder))
    if orphans := report.summary.all.by_kind.get(SignalKind.NO_OWNER, 0):
        words = language.plural(
            "{count} item has nobody to write to: no one is responsible for it.",
            "{count} items have nobody to write to: no one is responsible for them.",
            orphans,
        )
        note(words.format(count=orphans))
