"""`check`: read the strategy and say what is wrong, where, and what to do."""

from __future__ import annotations

import click

from living_strategy.adapters.cli.command import Definition
from living_strategy.adapters.cli.findings import exit_code, show_findings
from living_strategy.adapters.cli.options import as_of_option, format_option
from living_strategy.adapters.cli.output import progress
from living_strategy.adapters.cli.session import Session
from living_strategy.adapters.item_prefetch import without_keeping
from living_strategy.adapters.reporting import REPORTERS
from living_strategy.inspection import inspect_strategy
from living_strategy.language import Language
from living_strategy.model.own_words import speaking


def define(language: Language) -> Definition:
    """Define the command in a language."""
    text = language.text
    return Definition(
        check,
        text(
            "Every finding names the file, the line and the column, and says what to do. The exit "
            "code is 0 when there are no errors, 1 when there are, and 2 when nothing could be "
            "checked."
        ),
        (
            click.Option(["--strict"], is_flag=True, help=text("Let warnings count as errors.")),
            as_of_option(language),
            format_option(language, *(reporter.name for reporter in REPORTERS)),
        ),
    )


def check(session: Session, strict: bool, output_format: str) -> int:
    """Report all findings; write nothing."""
    root, today = session.root, session.today
    with progress(session.language.text("Checking …")):
        inspection = inspect_strategy(root, today, without_keeping(root))
    diagnostics = inspection.diagnostics
    language = speaking(session.language, inspection.graph.corpus.settings)
    show_findings(diagnostics, language, root, output_format)
    return exit_code(diagnostics, strict=strict)
