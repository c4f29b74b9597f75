"""Feeds of changes for those who follow the strategy: one format one file."""

from __future__ import annotations

from living_strategy.site.feeds import atom, json_feed
from living_strategy.site.feeds.feed import Writer

WRITERS: tuple[Writer, ...] = (atom.WRITER, json_feed.WRITER)
