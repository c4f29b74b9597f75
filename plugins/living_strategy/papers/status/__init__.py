"""The report about the status, a format a file; the first is the one that a terminal gets."""

from __future__ import annotations

from living_strategy.papers.status import data, markdown, plain_text
from living_strategy.papers.status.paper import Paper

STATUS_PAPERS: tuple[Paper, ...] = (plain_text.PAPER, data.PAPER, markdown.PAPER)
