"""Texts of another site as they stand on ours: safe, without its pictures, and with its links."""

from __future__ import annotations

import re
from functools import partial
from html import escape

from markupsafe import Markup

from living_strategy.content.markdown.prose import scan
from living_strategy.model.catalogue import Catalogue
from living_strategy.site.markdown.bodies import render_all
from living_strategy.site.markdown.markdown_body import TextTooDeepError
from living_strategy.site.markdown.marks import fill
from living_strategy.site.page_words import markup

_HEADING = re.compile(r"(</?h)[1-6](?=[ >])")
# Attributes stand as the sanitiser writes them: in double quotes, without a quote in them.
_ID = re.compile(r'\s(?:id|class)="[^"]*"')
_TAG = re.compile(r'<[a-z](?:[^<>"]|"[^"]*")*>')
_IMAGE = re.compile(r'<img(?:[^<>"]|"[^"]*")*>')
_ALT = re.compile(r'\salt="([^"]*)"')
_OTHER_LINK = re.compile(r'<a\s[^<>]*href="(?!https?://)[^"]*"[^<>]*>(.*?)</a>', re.S)
TOO_COMPLEX = "text-too-complex"
# Texts are the strategy's own; a table of theirs may have classes of ours.
_OURS = ("ls-scroll", "ls-table")


def foreign_html(text: str, catalogue: Catalogue, level: int) -> Markup:
    """Return a Markdown text of a catalogue below a heading of this level.

    It asks no other server for anything: a picture is its description. Ids are left out, because
    others may have the same; mentions lead to the pages of its own site, and so do links within
    it, if its address is known. Links are https or http. What cannot be rendered, or not in a
    reasonable time, is shown as it is written.
    """
    if any(fault.code == TOO_COMPLEX for fault in scan(text).faults):
        return markup(f"<p>{escape(text)}</p>")
    try:
        (html,) = render_all([text])
    except TextTooDeepError:
        return markup(f"<p>{escape(text)}</p>")
    html = _IMAGE.sub(_described, html)
    html = fill(html, catalogue.site, partial(_mention, catalogue))
    html = _OTHER_LINK.sub(r"\1", html)
    html = _TAG.sub(_without_ids, html)
    return markup(_HEADING.sub(rf"\g<1>{min(6, level + 1)}", html))


def _described(image: re.Match[str]) -> str:
    alt = _ALT.search(image[0])
    return f"<em>{alt[1]}</em>" if alt and alt[1] else ""


def _without_ids(tag: re.Match[str]) -> str:
    return tag[0] if any(name in tag[0] for name in _OURS) else _ID.sub("", tag[0])


def _mention(catalogue: Catalogue, entry_id: str, label: str) -> str:
    entry = catalogue.find(entry_id)
    words = label or escape(entry.title if entry else entry_id)
    address = catalogue.page(entry) if entry else ""
    return f'<a href="{escape(address)}" rel="external">{words}</a>' if address else words
