"""`check`: read the strategy and say what is wrong, where, and what to do."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from living_strategy.adapters.cli.options import format_option, root_option
from living_strategy.adapters.cli.output import progress, write, write_data
from living_strategy.adapters.cli.session import Session
from living_strategy.adapters.cli.translatable import N_
from living_strategy.diagnostics import Diagnostic, Severity


@click.command(
    "check",
    help=N_(
        "Find mistakes in the strategy.\n\n"
        "Every finding names the file, the line and the column, and says what to do. The exit "
        "code is 0 when there are no errors, 1 when there are, and 2 when nothing could be checked."
    ),
)
@root_option
@click.option("--strict", is_flag=True, help=N_("Let warnings count as errors."))
@format_option("text", "json", "github")
@click.pass_obj
def command(session: Session, strict: bool, output_format: str) -> int:
    """Report everything; nothing is written."""
    from living_strategy.adapters.process.fork import start
    from living_strategy.content.read_ahead import prefetch_half
    from living_strategy.inspection import inspect_strategy

    root, today = session.root, session.today
    with progress(session.language.text("Checking …")):
        found = inspect_strategy(root, today, prefetch_half(start)).diagnostics
    show_findings(found, session, root, output_format)
    return exit_code(found, strict=strict)


def show_findings(
    diagnostics: Sequence[Diagnostic], session: Session, root: Path, output_format: str
) -> None:
    """Write the findings in a format."""
    from living_strategy.adapters.reporting import REPORTERS
    from living_strategy.adapters.reporting.files import Files

    reporter = next(one for one in REPORTERS if one.name == output_format)
    # GitHub's annotations start from the checked-out repository, people from where they stand.
    workspace = os.environ.get("GITHUB_WORKSPACE") if output_format == "github" else None
    files = Files(root, Path(workspace or os.path.curdir).absolute())
    report = reporter.report(diagnostics, session.language, files)
    (write if output_format == "text" else write_data)(report)


def exit_code(diagnostics: Sequence[Diagnostic], *, strict: bool = False) -> int:
    """1 when there are errors, or warnings that count as errors; otherwise 0."""
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return int(any(found.severity in failing for found in diagnostics))
