"""Atom: the format that every news reader knows (RFC 4287)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html import escape

from living_strategy.site.feed_formats import ATOM
from living_strategy.site.feeds.feed import Feed, FeedItem, Writer

# What XML 1.0 cannot hold, not even by its number.
_NO_CHARACTERS = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(feed: Feed) -> bytes:
    """Write the feed in UTF-8, an element a line."""
    lines = (
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{feed.language}">',
        f"<id>{_text(feed.id)}</id>",
        f"<title>{_text(feed.title)}</title>",
        f"<subtitle>{_text(feed.description)}</subtitle>",
        f"<updated>{_moment(feed.updated)}</updated>",
        f"<author><name>{_text(feed.author)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href="{_text(feed.file_url(ATOM))}"/>',
        f'<link rel="alternate" type="text/html" href="{_text(feed.page)}"/>',
        *(line for item in feed.items for line in _entry(item)),
        "</feed>",
        "",
    )
    return "\n".join(lines).encode()


def _entry(item: FeedItem) -> Iterator[str]:
    yield "<entry>"
    yield f"<id>{_text(item.id)}</id>"
    yield f"<title>{_text(item.title)}</title>"
    yield f"<updated>{_moment(item.day)}</updated>"
    yield f'<link rel="alternate" type="text/html" href="{_text(item.url)}"/>'
    for category in item.categories:
        yield f'<category term="{_text(category.term)}" label="{_text(category.label)}"/>'
    yield f'<content type="html">{_text(item.html)}</content>'
    yield "</entry>"


def _text(text: str) -> str:
    return escape(_NO_CHARACTERS.sub("\ufffd", text))


def _moment(day: date) -> str:
    """Days are days in UTC."""
    return f"{day.isoformat()}T00:00:00Z"


WRITER = Writer(ATOM, write)
