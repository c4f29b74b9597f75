"""A report for people at a terminal: one block per finding, and a summary."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from living_strategy.adapters.reporting.files import Files
from living_strategy.adapters.reporting.reporter import Reporter
from living_strategy.diagnostics import Finding, Location, Severity
from living_strategy.language import Language
from living_strategy.rules.wording import render, severity_word

WIDTH = 100
# Everything a terminal would take as a command rather than show, and the sign within a line that
# pipelines take for one: `##[…]` on GitHub, `##vso[…]` on Azure.
_UNSHOWABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|(?<=#)#(?=(?:vso)?\\[)"
)


def report(diagnostics: Sequence[Finding], language: Language, files: Files) -> str:
    """Write all findings in the order given: location, message, the line in question and a hint."""
    blocks = ["\n".join(_block(finding, language, files)) for finding in diagnostics]
    return "\n\n".join([*blocks, summary(diagnostics, language)])


def summary(diagnostics: Sequence[Finding], language: Language) -> str:
    """Count the findings of each severity, and the files they are in."""
    if not diagnostics:
        return language.text("No errors.")
    counts = Counter(finding.severity for finding in diagnostics)
    errors, warnings, notes = (counts[severity] for severity in Severity)
    parts = [
        text.format(count=count)
        for count, text in (
            (errors, language.plural("{count} error", "{count} errors", errors)),
            (warnings, language.plural("{count} warning", "{count} warnings", warnings)),
            (notes, language.plural("{count} note", "{count} notes", notes)),
        )
        if count
    ]
    if len(parts) > 1:
        beginning, last = ", ".join(parts[:-1]), parts[-1]
        parts = [language.text("{most} and {last}").format(most=beginning, last=last)]
    file_count = len({finding.location.file for finding in diagnostics})
    sentence = language.plural(
        "{findings} in {count} file.", "{findings} in {count} files.", file_count
    )
    return sentence.format(findings=parts[0], count=file_count)


def printable(text: str) -> str:
    """Escape every character that could move the cursor or hide text."""
    return _UNSHOWABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _block(finding: Finding, language: Language, files: Files) -> Iterator[str]:
    message, hint = render(finding, language)
    word = severity_word(finding, language)
    yield f"{_location_text(finding.location, files)}: {word}[{finding.code}] {printable(message)}"
    yield from _excerpt(finding.location, finding.excerpt)
    if hint:
        yield f"    {printable(hint)}"
    for location in finding.related:
        location_text = _location_text(location, files)
        yield "    " + language.text("See also {place}").format(place=location_text)


def _location_text(location: Location, files: Files) -> str:
    parts = [printable(files.name(location))]
    if location.line:
        parts.append(str(location.line))
        if location.column:
            parts.append(str(location.column))
    return ":".join(parts)


def _excerpt(location: Location, line: str) -> Iterator[str]:
    """Yield the line, cut to the width around the location, and a caret below it."""
    line = line.replace("\t", " ")
    if not line.strip():
        return
    column = max(location.column, 1) - 1
    start = max(0, column - WIDTH // 2) if len(line) > WIDTH else 0
    before, after = printable(line[start:column]), printable(line[column : start + WIDTH])
    number = f"{location.line:>6} | "
    yield number + before + after
    yield f"{'':>6} | " + " " * len(before) + "^"


REPORTER = Reporter("text", report)
