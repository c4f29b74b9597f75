"""Findings on the changed lines of a merge request, as a report about the quality of code.

GitLab shows such a report of a job (`artifacts:reports:codequality`) in the widget of a merge
request, and what is new in it beside the lines.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence

from living_strategy.adapters.reporting.files import Files
from living_strategy.adapters.reporting.reporter import Reporter
from living_strategy.diagnostics import Finding, Severity
from living_strategy.language import Language
from living_strategy.rules.wording import render

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}


def report(diagnostics: Sequence[Finding], language: Language, files: Files) -> str:
    """Write the findings as one JSON list."""
    seen: dict[str, int] = {}
    content = []
    for finding in diagnostics:
        digest = _digest(finding)
        seen[digest] = seen.get(digest, 0) + 1
        location = finding.location
        content.append(
            {
                "description": " ".join(filter(None, render(finding, language))),
                "check_name": finding.code,
                # The same finding on another line is no new one, and two are never one.
                "fingerprint": f"{digest}-{seen[digest]}",
                "severity": _SEVERITIES[finding.severity],
                "location": {
                    "path": files.name(location),
                    "lines": {"begin": max(location.line, 1)},
                },
            }
        )
    return json.dumps(content, ensure_ascii=False, indent=2)


def _digest(finding: Finding) -> str:
    return hashlib.blake2b("\0".join(_parts(finding)).encode(), digest_size=16).hexdigest()


def _parts(finding: Finding) -> Iterator[str]:
    yield from (finding.code, finding.location.file, finding.location.field, finding.ref)
    yield from (f"{name}={value}" for name, value in sorted(finding.params.items()))


REPORTER = Reporter("gitlab", report)
