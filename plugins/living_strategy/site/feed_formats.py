"""Formats of feeds: what they are called, and what the names of their files end with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FeedFormat:
    """A format that news readers or programs know."""

    name: str
    ending: str
    media_type: str


ATOM = FeedFormat("Atom", "atom", "application/atom+xml")
JSON_FEED = FeedFormat("JSON Feed", "json", "application/feed+json")
FEED_FORMATS = (ATOM, JSON_FEED)


def formats_in(folder: str) -> tuple[FeedFormat, ...]:
    """Return the formats of the feed in a folder of the site: all for the strategy as a whole, at
    the root, and the one that everything reads for each of its many parts.
    """
    return (ATOM,) if folder else FEED_FORMATS
