"""What a pinned version asks for, written as somebody wants it."""

from __future__ import annotations

from living_strategy.adapters.cli.session import Session
from living_strategy.content.corpus import Pinned
from living_strategy.content.graph import Graph
from living_strategy.model.catalogue import Catalogue
from living_strategy.model.own_words import speaking
from living_strategy.papers.forms import FORMS
from living_strategy.papers.impact.council_paper import council_paper
from living_strategy.papers.impact.data import as_csv, as_json
from living_strategy.papers.impact.report import impact_report
from living_strategy.partial_date import PartialDate
from living_strategy.upstream.impact import impact
from living_strategy.upstream.impact_words import words_for

PAPER = "paper"
IMPACT_FORMATS = (
    *(form.name for form in FORMS),
    "csv",
    "json",
    PAPER,
    *(f"{PAPER}-{form.name}" for form in FORMS if form.name != "md"),
)
"""The report in each form, the data, and the draft for a council: as Markdown, or in a form."""


def impact_text(
    graph: Graph,
    pinned: Pinned,
    output_format: str,
    session: Session,
    start: Catalogue | None = None,
) -> str:
    """Return what the pinned version asks for, in one of `IMPACT_FORMATS`, without the last line
    feed. With `start` everything is compared with that version.
    """
    catalogue = pinned.catalogue
    if catalogue is None:
        return ""
    language = speaking(session.language, graph.corpus.settings)
    asked = impact(graph, pinned, start)
    earlier = (start,) if start else pinned.earlier
    words = words_for(graph, (*earlier, catalogue), language)
    if output_format == "csv":
        return as_csv(asked, catalogue, words).decode().removesuffix("\r\n")
    if output_format == "json":
        return as_json(asked, catalogue, words)
    name, _, form_name = output_format.partition("-")
    if name == PAPER:
        today = language.date(PartialDate(session.today.isoformat()))
        paper = council_paper(asked, catalogue, words, today)
    else:
        paper, form_name = impact_report(asked, catalogue, words), name
    form = next(form for form in FORMS if form.name == (form_name or "md"))
    return form.render(paper).rstrip("\n")
