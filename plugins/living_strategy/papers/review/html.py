"""A review as an HTML page of its own, without script and without anything from elsewhere."""

from __future__ import annotations

from html import escape

from living_strategy.papers.forms import html
from living_strategy.papers.review.matters import review_outline
from living_strategy.papers.review.review import Paper, Review


def render(review: Review) -> str:
    """Write the page."""
    outline = review_outline(review)
    language = escape(review.language.code)
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">\n'
        f"<title>{escape(outline.title)}</title>\n</head>\n<body>\n<main>\n"
        f"{html.render(outline)}</main>\n</body>\n</html>"
    )


PAPER = Paper("html", render)
