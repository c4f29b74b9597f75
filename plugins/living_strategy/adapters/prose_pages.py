"""Pages that people write: mentions become links, and nothing in them can run code."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import Any

import nh3

from living_strategy.loading.prose import MENTION, blank_code, is_safe
from living_strategy.rendering.context import ViewContext
from living_strategy.rendering.markdown_body import scrolling_tables
from living_strategy.rendering.number_spaces import whole_numbers_in

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


# Names of parts of the page that the theme's scripts and ours look for.
_TAKEN_IDS = ("__", "ls-")
_IMAGE = re.compile(r'<img((?:\s+[a-z-]+="[^"]*")*)\s*/?>')
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
_FOREIGN = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")


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
        attribute_filter=_own_ids_only,
        link_rel=None,
        strip_comments=True,
    )
    clean = _IMAGE.sub(_foreign_image, clean)
    return whole_numbers_in(scrolling_tables(clean))


def _own_ids_only(tag: str, name: str, value: str) -> str | None:
    return None if name == "id" and value.startswith(_TAKEN_IDS) else value


def _foreign_image(match: re.Match[str]) -> str:
    """An image from another server becomes a link to it: a page of ours asks nobody else."""
    attributes: dict[str, str] = dict(_ATTRIBUTE.findall(match[1]))
    source = attributes.get("src", "")
    if not is_safe(source):
        return attributes.get("alt", "")
    if not _FOREIGN.match(source):
        return str(match.group())
    return f'<a href="{source}">{attributes.get("alt") or source}</a>'
