"""What may be in a rendered text: a short list of tags and attributes; ids are plain words.

Raw HTML of a text never gets here as it was written (`content/markdown/raw_html.py`); this is what
Markdown and its extensions make, and the last line should anything else get through.
"""

from __future__ import annotations

import re

import nh3

_TAGS = frozenset(
    ("a", "abbr", "b", "blockquote", "br", "caption", "code", "dd", "details", "div", "dl", "dt",
     "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "li",
     "mark", "ol", "p", "pre", "section", "small", "span", "strong", "sub", "summary", "sup",
     "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul")
)  # fmt: skip
_ATTRIBUTES = {
    "*": {"id", "class", "title", "lang", "dir"},
    "a": {"href", "hreflang"},
    "img": {"src", "alt", "width", "height", "loading"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "details": {"open"},
    "ol": {"start"},
}
_ID = re.compile(r"[\w.:-]{1,200}")
_CLASS = re.compile(r"[A-Za-z][\w-]{0,80}")
# Names of parts of the page that scripts and styles look for.
_TAKEN_IDS = ("__", "ls-")
_TAKEN_CLASSES = ("ls-", "md-")
ALIGNMENT = {"text-align: right;": "ls-end", "text-align: center;": "ls-middle"}
_OWN_CLASSES = frozenset(ALIGNMENT.values())


def sanitise(html: str) -> str:
    """HTML without scripts, event handlers, styles and addresses that could run code."""
    return nh3.clean(
        html,
        tags=set(_TAGS),
        clean_content_tags=set(),
        attributes=_ATTRIBUTES,
        attribute_filter=_allowed,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
        strip_comments=True,
    )


def _allowed(tag: str, name: str, value: str) -> str | None:
    """Return what may stay of a value: an id that is a plain word, no id or class of our own."""
    if name == "id":
        return value if _ID.fullmatch(value) and not value.startswith(_TAKEN_IDS) else None
    if name == "class":
        return " ".join(filter(_is_free, value.split())) or None
    return value


def _is_free(name: str) -> bool:
    is_reserved = name.startswith(_TAKEN_CLASSES) and name not in _OWN_CLASSES
    return bool(_CLASS.fullmatch(name)) and not is_reserved
