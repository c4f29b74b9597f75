"""Feed: the newest changes of something that readers follow, before they have a format."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import islice
from urllib.parse import quote, urlsplit

from living_strategy.content.versions import SETTINGS
from living_strategy.history.event import Event
from living_strategy.model import Organisation
from living_strategy.site.channels import MAX_CHANGES, Subject
from living_strategy.site.context import ViewContext
from living_strategy.site.feed_formats import FeedFormat
from living_strategy.site.parts.change_rows import ChangeRow, change_rows

# A year in which the address of a site certainly was its owner's: tags of RFC 4151 need one, and
# it must never become another.
_TAG_YEAR = 2026
# A longer sentence is not shown in a title.
_MAX_HEADLINE = 80


@dataclass(frozen=True, slots=True)
class Category:
    """A permanent term, and the word for it."""

    term: str
    label: str


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One change. `html` is its sentences, `text` the same without markup; `id` never changes."""

    id: str
    title: str
    url: str
    day: date
    html: str
    text: str
    categories: tuple[Category, ...]


@dataclass(frozen=True, slots=True)
class Feed:
    """The changes of something, newest first. `path` is where the feed lies below `site`, without
    the point and ending of its format; `updated` is the day of the newest change, or when the
    history begins. All addresses are whole ones.
    """

    id: str
    title: str
    description: str
    author: str
    language: str
    site: str
    path: str
    page: str
    updated: date
    items: tuple[FeedItem, ...]

    def file_url(self, feed_format: FeedFormat) -> str:
        """Return where the feed lies in a format."""
        return f"{self.site}{quote(self.path)}.{feed_format.ending}"


@dataclass(frozen=True, slots=True)
class Writer:
    """A format of feeds, and what makes the file."""

    format: FeedFormat
    write: Callable[[Feed], bytes]

    @property
    def name(self) -> str:
        """What the format is called."""
        return self.format.name


def feed(subject: Subject, events: Sequence[Event], context: ViewContext) -> Feed:
    """Return the feed of a subject with its newest changes. `events` are given oldest first."""
    rows = islice(change_rows(events, context), MAX_CHANGES)
    items = tuple(_item(row, context) for row in rows)
    language, settings = context.language, context.settings
    path = context.addresses.feed(subject.folder, "").removesuffix(".")
    author = context.graph.find(settings.publisher or "")
    begins = context.history.begins or date.min
    return Feed(
        id=tag(context.url, path),
        title=language.text("Changes: {title}").format(title=subject.title),
        description=language.text(
            "What has been changed in the strategy, and when: in words, newest first."
        ),
        author=author.title if isinstance(author, Organisation) else settings.title,
        language=language.code,
        site=context.url,
        path=path,
        page=f"{context.url}{quote(subject.page)}",
        updated=max((item.day for item in items), default=begins),
        items=items,
    )


def tag(url: str, name: str) -> str:
    """Return the permanent id of something on the site at `url` (RFC 4151)."""
    parts = urlsplit(url)
    return f"tag:{parts.hostname or ''},{_TAG_YEAR}:{parts.path.lstrip('/')}{quote(name)}"


def _item(row: ChangeRow, context: ViewContext) -> FeedItem:
    sentences = _sentences(row, context)
    lines = "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences)
    kind = [Category(row.kind, row.kind_label)] if row.kind else []
    weight = Category(row.classified.value, context.language.term(row.classified))
    return FeedItem(
        id=tag(context.url, row.key),
        title=_title(row, sentences[0], context),
        url=f"{context.url}{quote(_page(row, context))}",
        day=row.day,
        html=f"<ul>{lines}</ul>" if len(sentences) > 1 else f"<p>{escape(sentences[0])}</p>",
        text="\n".join(sentences),
        categories=(*kind, weight),
    )


def _title(row: ChangeRow, sentence: str, context: ViewContext) -> str:
    """Return what a list of changes shows: with the sentence that weighs most, if it is short."""
    plural = context.language.plural("{count} entry", "{count} entries", row.count)
    title = row.title or plural.format(count=row.count)
    return f"{title}: {sentence.rstrip('.')}" if len(sentence) <= _MAX_HEADLINE else title


def _sentences(row: ChangeRow, context: ViewContext) -> tuple[str, ...]:
    texts = tuple(sentence.text for sentence in row.sentences)
    return texts or (context.language.text("The texts were gone through."),)


def _page(row: ChangeRow, context: ViewContext) -> str:
    """Return the page of an entry. What is gone has none, and neither has what tells of many."""
    if row.entry:
        return context.addresses.entry(row.entry)
    return "" if row.kind == SETTINGS else context.addresses.view("changes")
