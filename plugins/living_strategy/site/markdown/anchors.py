"""The ids that a rendered text has: where on its page a link may lead."""

from __future__ import annotations

import re

_ID = re.compile(r'<[a-z][a-z0-9]*(?:\s(?:[^<>"]|"[^"]*")*?)?\sid="([^"]*)"')


def anchors_of(text: str) -> tuple[str, ...] | None:
    """Return the ids of headings and whatever else has one, in the order of the text; None when it
    cannot be rendered.

    They are those of the finished page, made by what makes the page: nobody else needs to know
    how a heading gets its id. Few texts have a link into them, so only these cost anything.
    """
    # Most checks render nothing, and loading the renderer takes as long as such a check.
    from living_strategy.site.markdown.markdown_body import (
        MarkdownRenderer,
        TextTooDeepError,
    )

    try:
        return tuple(_ID.findall(MarkdownRenderer().render(text)))
    except TextTooDeepError:
        return None
