"""Annotations on the changed lines of a pull request, by GitHub's workflow commands."""

from __future__ import annotations

from collections.abc import Sequence

from living_strategy.adapters.reporting.files import Files
from living_strategy.adapters.reporting.reporter import Reporter
from living_strategy.adapters.reporting.text import summary
from living_strategy.diagnostics import Finding, Severity
from living_strategy.language import Language
from living_strategy.rules.wording import render

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def report(diagnostics: Sequence[Finding], language: Language, files: Files) -> str:
    """Write one workflow command per finding, and the summary as an ordinary line of the log."""
    commands = [_command(finding, language, files) for finding in diagnostics]
    return "\n".join([*commands, summary(diagnostics, language)])


def _command(finding: Finding, language: Language, files: Files) -> str:
    location = finding.location
    properties = {"file": files.name(location), "title": finding.code}
    if location.line:
        properties = {**properties, "line": str(location.line), "col": str(max(location.column, 1))}
    order = ("file", "line", "col", "title")
    listed = ",".join(f"{key}={_property(properties[key])}" for key in order if key in properties)
    text = "\n".join(filter(None, render(finding, language)))
    return f"::{_COMMANDS[finding.severity]} {listed}::{_data(text)}"


def _data(text: str) -> str:
    """Escape exactly what GitHub decodes; a percent sign first, so that none is escaped twice."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


REPORTER = Reporter("github", report)
