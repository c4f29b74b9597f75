"""Findings at the command line: which report, from where, and what the exit code says."""

from __future__ import annotations

from pathlib import Path

import pytest

from living_strategy.adapters.cli.findings import exit_code, show_findings
from living_strategy.diagnostics import Finding, Location, Severity
from living_strategy.language import Language

ENGLISH = Language.load("en")


def finding(severity: Severity) -> Finding:
    """A finding of this severity."""
    return Finding("file-empty", Location("goals/a.md", 1, 1), severity=severity)


@pytest.mark.parametrize(
    ("severities", "code", "strict"),
    [
        ((), 0, 0),
        ((Severity.INFO,), 0, 0),
        ((Severity.WARNING,), 0, 1),
        ((Severity.INFO, Severity.ERROR), 1, 1),
    ],
)
def test_exit_code(severities: tuple[Severity, ...], code: int, strict: int) -> None:
    """Errors fail, warnings only when strict, notes never."""
    findings = [finding(severity) for severity in severities]

    assert (exit_code(findings), exit_code(findings, strict=True)) == (code, strict)


@pytest.mark.parametrize(
    ("output_format", "begins"),
    [
        ("text", "strategy/goals/a.md:1:1: error[file-empty]"),
        ("json", '{\n  "version": 1,'),
        ("github", "::error file=repo/strategy/goals/a.md,line=1,col=1,title=file-empty::"),
    ],
)
def test_show_findings(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    output_format: str,
    begins: str,
) -> None:
    """Files are named from where one stands, and for GitHub from the checked-out repository."""
    (tmp_path / "repo/strategy").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "repo")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    findings = [finding(Severity.ERROR)]
    show_findings(findings, ENGLISH, tmp_path / "repo/strategy", output_format)

    assert capsys.readouterr().out.startswith(begins)
