"""Pages that people write: mentions become links, and nothing in them can run code."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import nh3
from markupsafe import escape
from mkdocs.structure.toc import AnchorLink, TableOfContents

from living_strategy.content.corpus import ProsePage
from living_strategy.content.markdown.prose import as_browsers_read, blank_code, is_safe
from living_strategy.content.markdown.raw_html import with_tags_shown
from living_strategy.site.context import ViewContext
from living_strategy.site.markdown.markdown_body import marked_mentions, scrolling_tables
from living_strategy.site.markdown.marks import (
    hidden,
    revealed,
    settled,
    without_marks,
    without_references,
)
from living_strategy.site.markdown.number_spaces import whole_numbers_in
from living_strategy.site.markdown.written_page import one_title, title_and_rest

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
_ID = re.compile(r"[\w.:-]{1,200}")
_IMAGE = re.compile(r'<img((?:\s+[a-z-]+="[^"]*")*)\s*/?>')
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
_FOREIGN = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_HEADING = re.compile(r'<h([2-6])(?: [a-z-]+="[^"]*")*? id="([^"]*)"[^>]*>(.*?)</h\1>', re.S)
_TAG = re.compile(r"<[^>]*>")
_LEAD = re.compile(r"\s*<p>.*?</p>", re.S)


def meta_of(page: ProsePage | None, title: str) -> dict[str, Any]:
    """What the theme may know of a page, as we read it: a title and a description.

    The host reads the front matter by other rules than ours, and takes a first line with a colon
    for data; others of its keys choose templates or add to the page's head.
    """
    kept: dict[str, Any] = {"title": escape(title), "hide": ["navigation", "toc"]}
    if page and page.description:
        kept["description"] = escape(page.description)
    return kept


def for_host(text: str, context: ViewContext) -> str:
    """A text as the host's Markdown may read it: mentions are marks, and tags that would take
    what follows with them are text. Examples in code stay as they are.
    """
    text = without_marks(text)
    text = with_tags_shown(text, blank_code(text), hidden("<"), leave_out=False)

    def words_of(entry_id: str, words: str) -> str:
        found = context.graph.find(entry_id)
        return words or (found.title if found else entry_id)

    return marked_mentions(text, words_of)


def sanitise(html: str) -> str:
    """HTML without scripts, event handlers, styles and addresses that could run code. Its mentions
    are still marks.
    """
    clean = nh3.clean(
        revealed(without_references(html)),
        tags=_TAGS,
        clean_content_tags=set(),
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        attribute_filter=_plain_ids_only,
        link_rel=None,
        strip_comments=True,
    )
    clean = _IMAGE.sub(_own_image, clean)
    return settled(whole_numbers_in(scrolling_tables(one_title(clean))))


def _plain_ids_only(tag: str, name: str, value: str) -> str | None:
    """An id is a plain word, and none of those that parts of the page have."""
    if name != "id" or (_ID.fullmatch(value) and not value.startswith(_TAKEN_IDS)):
        return value
    return None


def _own_image(match: re.Match[str]) -> str:
    """An image from another server becomes a link to it: a page of ours asks nobody else."""
    attributes: dict[str, str] = dict(_ATTRIBUTE.findall(match[1]))
    source = as_browsers_read(attributes.get("src", ""))
    words = attributes.get("alt", "")
    if not is_safe(source):
        return words
    if not _FOREIGN.match(source):
        return str(match.group())
    return f'<a href="{escape(source)}">{words or escape(source)}</a>'


def headings_of(html: str) -> TableOfContents:
    """The headings of a finished text that a list of them names: those of its highest level below
    the title. Their ids are those of the text, their words are plain.
    """
    found = [(int(one[1]), one[2], _words(one[3])) for one in _HEADING.finditer(html)]
    highest = min((level for level, _, _ in found), default=0)
    return TableOfContents(
        [AnchorLink(words, name, level) for level, name, words in found if level == highest]
    )


def _words(html: str) -> str:
    return unescape(_TAG.sub("", html)).strip()


def parts_of(html: str, title: str) -> dict[str, str]:
    """The slots of a written page: its title and first paragraph, and what follows the list of its
    headings. On a phone the list would fill the screen if it came first.
    """
    own, rest = title_and_rest(html)
    lead = _LEAD.match(rest)
    end = lead.end() if lead else 0
    first = own or f"<h1>{escape(title)}</h1>\n"
    return {"lead": first + rest[:end], "rest": rest[end:], "content": html}
