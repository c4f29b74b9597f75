"""The page of a preview while the content has errors: the findings, as on the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from living_strategy.artifact import Page
from living_strategy.diagnostics import Finding
from living_strategy.site.context import ViewContext

Words = Callable[[Finding], tuple[str, str]]
"""The message and the hint of a finding, in the language of the site."""


def findings_page(context: ViewContext, diagnostics: Iterable[Finding], words: Words) -> Page:
    """Return a page with every finding; it is never published."""
    rows = [
        (finding, *words(finding), context.language.term(finding.severity))
        for finding in diagnostics
    ]
    title = context.language.text("The content has errors")
    return context.page("", "findings.html", title=title, in_menu=True, rows=rows)
