"""What a preview says at the top of a page while the last edit is not on it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from living_strategy.diagnostics import Finding, Severity
from living_strategy.language import Language
from living_strategy.rules.wording import render

# More than fits beside the page they stand on; the terminal has them all.
_MAX_SHOWN = 10


def stopped_notice(diagnostics: Iterable[Finding], error: str, language: Language) -> str:
    """HTML for the top of a page of the last good site: why it is not the newest. Without errors
    in the content, `error` says it.
    """
    wrong = [finding for finding in diagnostics if finding.severity is Severity.ERROR]
    rows = [
        " ".join((_place(finding), *render(finding, language))) for finding in wrong[:_MAX_SHOWN]
    ]
    items = "".join(f"<li>{escape(row)}</li>" for row in rows or [error])
    text = language.text("This page is from before the last change, which has errors:")
    return (
        f'<div class="ls-stopped" role="alert"><p><strong>{escape(text)}</strong></p>'
        f"<ul>{items}</ul></div>"
    )


def _place(finding: Finding) -> str:
    return f"{finding.location.file}:{finding.location.line}:{finding.location.column}:"
