"""Pages that people write: mentions become links, and nothing in them can run code."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import Any

import nh3

from living_strategy.loading.prose import MENTION, blank_code
from living_strategy.rendering.context import ViewContext

# What Markdown, the theme's admonitions and tabs, and its icons make.
_TAGS = set(nh3.ALLOWED_TAGS) | {
    "section",
    "details",
    "summary",
    "figure",
    "figcaption",
    "div",
    "span",
    "dl",
    "dt",
    "dd",
    "table",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "th",
    "td",
    "caption",
    "abbr",
    "sup",
    "sub",
    "mark",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
}
_ATTRIBUTES = {
    **{tag: set(names) for tag, names in nh3.ALLOWED_ATTRIBUTES.items()},
    "*": {"id", "class", "title", "lang", "dir", "role", "aria-label", "aria-hidden"},
    "a": {"href", "hreflang", "title"},
    "img": {"src", "alt", "title", "width", "height", "loading"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "details": {"open"},
    "ol": {"start"},
}


def harmless_meta(meta: Mapping[str, Any], title: str) -> dict[str, Any]:
    """What a page may tell the theme: a title, a description, and which side menus to hide.

    The theme prints these values as they are; others choose templates or add to the page's head.
    """
    kept: dict[str, Any] = {"title": escape(title)}
    if isinstance(description := meta.get("description"), str):
        kept["description"] = escape(description)
    if isinstance(hide := meta.get("hide"), list):
        kept["hide"] = [part for part in hide if part in ("navigation", "toc", "footer")]
    return kept


def link_mentions(markdown: str, url: str, context: ViewContext) -> str:
    """The text with `[[id]]` turned into links; examples in code stay as they are."""
    if "[[" not in markdown:
        return markdown
    here = context.here(url if url.endswith("/") or not url else f"{url}/")
    plain = blank_code(markdown)
    parts, position = [], 0
    for match in MENTION.finditer(plain):
        found = context.graph.find(match["id"].strip())
        label = (match["text"] or "").strip()
        if found is not None:
            words = escape(label or found.title)
            link = f'<a href="{escape(here.entry(found))}">{words}</a>'
            parts += [markdown[position : match.start()], link]
            position = match.end()
    return "".join((*parts, markdown[position:]))


def sanitise(html: str) -> str:
    """HTML without scripts, event handlers, styles and addresses that could run code."""
    clean = nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
        strip_comments=True,
    )
    return re.sub(
        r"<table(?![^>]*class)[^>]*>(.*?)</table>",
        r'<div class="ls-scroll" tabindex="0"><table class="ls-table">\1</table></div>',
        clean,
        flags=re.S,
    )
