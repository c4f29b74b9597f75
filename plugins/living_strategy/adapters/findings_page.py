"""The front page of a preview whose content has errors: the findings, as on the command line."""

from __future__ import annotations

from collections.abc import Iterable

from living_strategy.adapters.reporting.wording import render
from living_strategy.artifact import Page
from living_strategy.diagnostics import Diagnostic
from living_strategy.rendering.context import ViewContext


def findings_page(context: ViewContext, diagnostics: Iterable[Diagnostic]) -> Page:
    """A page with every finding; it is never published."""
    rows = [
        (found, *render(found, context.language), context.language.term(found.severity))
        for found in diagnostics
    ]
    title = context.language.text("The content has errors")
    return context.page("", "findings.html", title=title, in_menu=True, rows=rows)
