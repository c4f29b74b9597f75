"""A report for programs. Its structure is stable; `version` counts up when a change breaks readers.

    {"version": 1,
     "summary": {"error": 1, "warning": 0, "info": 0},
     "findings": [
       {"code": "unknown-reference", "severity": "error",
        "message": "…", "hint": "…",
        "file": "goals/x.md", "line": 3, "column": 7, "field": "area", "ref": "x",
        "related": [{"file": "…", "line": 1, "column": 1, "field": ""}],
        "help": "docs/checks/unknown-reference.md"}]}

Message and hint are in the site's language, everything else is not. `file` is relative to the
folder of the strategy. `line` and `column` count from 1 and are null when the whole file is meant.
`field` and `ref` (the id of the entry) may be empty.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from living_strategy.adapters.reporting.files import Files
from living_strategy.adapters.reporting.reporter import Reporter
from living_strategy.diagnostics import Finding, Location, Severity
from living_strategy.language import Language
from living_strategy.rules.wording import render

VERSION = 1


def report(diagnostics: Sequence[Finding], language: Language, _: Files) -> str:
    """Write the findings as one JSON object."""
    counts = Counter(finding.severity for finding in diagnostics)
    content = {
        "version": VERSION,
        "summary": {severity.value: counts[severity] for severity in Severity},
        "findings": [_finding(finding, language) for finding in diagnostics],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def _finding(finding: Finding, language: Language) -> dict[str, Any]:
    message, hint = render(finding, language)
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": message,
        "hint": hint,
        **_location(finding.location),
        "ref": finding.ref,
        "related": [_location(location) for location in finding.related],
        "help": f"docs/checks/{finding.code}.md",
    }


def _location(location: Location) -> dict[str, Any]:
    return {
        "file": location.file,
        "line": location.line or None,
        "column": location.column or None,
        "field": location.field,
    }


REPORTER = Reporter("json", report)
