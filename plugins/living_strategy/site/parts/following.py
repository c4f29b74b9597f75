"""How readers of a page can follow what it is about: by feeds of changes and by a calendar."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from living_strategy.model import Entry, Measure
from living_strategy.site.channels import FOLLOWED, WHOLE
from living_strategy.site.context import ViewContext
from living_strategy.site.feed_formats import FeedFormat, formats_in

_HEAD = Markup('<link rel="alternate" type="{media_type}" title="{title}" href="{address}">')


@dataclass(frozen=True, slots=True)
class FeedFile:
    """A feed in one format, and where it lies below the root."""

    format: FeedFormat
    path: str


@dataclass(frozen=True, slots=True)
class Following:
    """`feeds` tell of the changes in what is called `title`, which may be what an entry is part
    of; `calendar` has the dates of `dated`. Either may be empty.
    """

    title: str
    feeds: tuple[FeedFile, ...]
    dated: str
    calendar: str

    def __bool__(self) -> bool:
        return bool(self.feeds or self.calendar)

    def head(self, page: str, context: ViewContext) -> str:
        """Return the element that tells programs of the feed, for the head of the page."""
        if not self.feeds:
            return ""
        feed = self.feeds[0]
        words = context.language.text("Changes: {title}")
        element = _HEAD.format(
            media_type=feed.format.media_type,
            title=words.format(title=self.title),
            address=context.resolve(page, feed.path),
        )
        return str(element)


NOTHING = Following("", (), "", "")


def following(context: ViewContext, entry: Entry | None = None) -> Following:
    """Return how to follow the strategy, or an entry of it: by the feed that tells most closely of
    it, and by a calendar of its own.
    """
    if entry and not isinstance(entry, (*FOLLOWED, Measure)):
        return NOTHING
    channels = context.channels
    followed = channels.nearest_feed(entry) if entry else WHOLE
    told = channels.subject(followed, context.addresses) if followed in channels.changes else None
    own = entry.id if entry else WHOLE
    dated = channels.subject(own, context.addresses) if own in channels.dated else None
    return Following(
        told.title if told else "",
        feed_files(told.folder, context) if told else (),
        dated.title if dated else "",
        context.addresses.calendar(dated.folder) if dated else "",
    )


def feed_files(folder: str, context: ViewContext) -> tuple[FeedFile, ...]:
    """Return the feeds in a folder."""
    return tuple(
        FeedFile(feed_format, context.addresses.feed(folder, feed_format.ending))
        for feed_format in formats_in(folder)
    )
