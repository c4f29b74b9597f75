"""Findings on the command line: a report in a format, and an exit code."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from living_strategy.adapters.cli.output import write, write_data
from living_strategy.adapters.reporting import REPORTERS
from living_strategy.adapters.reporting.files import Files
from living_strategy.diagnostics import Finding, Severity
from living_strategy.language import Language

_WORKSPACES = {"github": "GITHUB_WORKSPACE", "gitlab": "CI_PROJECT_DIR"}


def show_findings(
    diagnostics: Sequence[Finding], language: Language, root: Path, output_format: str
) -> None:
    """Write the findings in a format."""
    reporter = next(reporter for reporter in REPORTERS if output_format == reporter.name)
    # Annotations start from the checked-out repository, people from where they stand.
    workspace = os.environ.get(_WORKSPACES.get(output_format, ""))
    files = Files(root, Path(workspace or os.path.curdir).absolute())
    report = reporter.report(diagnostics, language, files)
    (write if output_format == "text" else write_data)(report)


def exit_code(diagnostics: Sequence[Finding], *, strict: bool = False) -> int:
    """Return 1 when there are errors, or warnings that count as errors; otherwise 0."""
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return int(any(finding.severity in failing for finding in diagnostics))
