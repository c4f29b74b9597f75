"""JSON Feed 1.1: the same as Atom for programs that rather read JSON (jsonfeed.org)."""

from __future__ import annotations

import json
import re
from typing import Any

from living_strategy.site.feed_formats import JSON_FEED
from living_strategy.site.feeds.feed import Feed, FeedItem, Writer

# Halves of characters, which UTF-8 cannot hold.
_SURROGATES = re.compile("[\ud800-\udfff]")


def write(feed: Feed) -> bytes:
    """Write the feed in UTF-8."""
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.description,
        "home_page_url": feed.page,
        "feed_url": feed.file_url(JSON_FEED),
        "language": feed.language,
        "authors": [{"name": feed.author}],
        "items": [_item(item) for item in feed.items],
    }
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    return _SURROGATES.sub("\ufffd", text).encode()


def _item(item: FeedItem) -> dict[str, Any]:
    moment = f"{item.day.isoformat()}T00:00:00Z"
    return {
        "id": item.id,
        "url": item.url,
        "title": item.title,
        "content_html": item.html,
        "content_text": item.text,
        "date_published": moment,
        "date_modified": moment,
        "tags": [category.label for category in item.categories],
    }


WRITER = Writer(JSON_FEED, write)
