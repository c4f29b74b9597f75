"""Pages that people wrote, compared in words: which came, which went, and what else they say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from living_strategy.history.event import EventClass
from living_strategy.history.sentences.passages import passages, with_more, written_into
from living_strategy.history.sentences.phrases import TEXT
from living_strategy.history.sentences.words import Words
from living_strategy.history.texts import Rewording, difference
from living_strategy.papers.outline import Item
from living_strategy.papers.review.review import Review
from living_strategy.papers.review.state import WrittenPage

# The first heading is the title of its page, of which another line tells.
_HEADING = re.compile(r"\A\s*# [^\n]*\n")


def written_pages(review: Review) -> Iterator[tuple[EventClass, Item]]:
    """Yield what happens to each written page, with how it counts, in the order of their files."""
    before, after = review.before.pages, review.after.pages
    text = review.language.text
    for path in sorted({*before, *after}):
        old, new = before.get(path), after.get(path)
        if old is None and new is not None:
            yield EventClass.NEW, _item(new, review, text("New page"))
        elif new is None and old is not None:
            yield EventClass.RETIRED, Item(old.title, text("page"), "", (text("Page removed"),))
        elif old is not None and new is not None and old != new:
            yield _changed(old, new, review)


def _changed(old: WrittenPage, new: WrittenPage, review: Review) -> tuple[EventClass, Item]:
    language, words = review.language, Words(review.words.titles, review.language)
    lines, weight = [], EventClass.EDITORIAL
    if old.title != new.title:
        template = language.text(TEXT.changed)
        label = language.text("Title")
        lines.append(template.format(label=label, old=old.title, new=new.title))
    if old.text != new.text:
        lines.append(_text_line(old.text, new.text, words))
        if difference(old.text, new.text).rewording is Rewording.WORDS:
            weight = EventClass.CLARIFICATION
    return weight, _item(new, review, *lines)


def _text_line(old: str, new: str, words: Words) -> str:
    text, label = words.language.text, words.language.text("Text")
    before, after = (words.plain(_HEADING.sub("", page)) for page in (old, new))
    if before == after:
        return text("Punctuation or layout of “{label}” put right").format(label=label)
    if came := written_into(before, after):
        return text("Added to “{label}”: “{new}”").format(label=label, new=came)
    if went := written_into(after, before):
        return text("Removed from “{label}”: “{old}”").format(label=label, old=went)
    was, now, more = passages(before, after)
    return with_more(text(TEXT.changed).format(label=label, old=was, new=now), more, words.language)


def _item(page: WrittenPage, review: Review, *lines: str) -> Item:
    address = f"{review.site}{page.address}" if review.site else ""
    return Item(page.title, review.language.text("page"), address, tuple(lines))
