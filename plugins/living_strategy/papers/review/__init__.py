"""What a proposal changes for readers, a format a file; the first is the one for a pull request."""

from __future__ import annotations

from living_strategy.papers.review import data, html, markdown
from living_strategy.papers.review.review import Paper

REVIEW_PAPERS: tuple[Paper, ...] = (markdown.PAPER, data.PAPER, html.PAPER)
