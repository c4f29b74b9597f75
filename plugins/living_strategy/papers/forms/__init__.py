"""One form of paper one file; the first is the one that a terminal gets."""

from __future__ import annotations

from living_strategy.papers.forms import html, markdown, plain_text
from living_strategy.papers.outline import Form

FORMS: tuple[Form, ...] = (plain_text.FORM, markdown.FORM, html.FORM)
