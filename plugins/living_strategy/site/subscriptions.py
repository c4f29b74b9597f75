"""Files to subscribe to: feeds of changes and calendars, of the strategy and of its parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from living_strategy.artifact import DataFile
from living_strategy.history.event import Event
from living_strategy.site.calendars.icalendar import calendar, event
from living_strategy.site.calendars.occurrence import Occurrence, of_entry, of_strategy
from living_strategy.site.channels import WHOLE, Subject
from living_strategy.site.context import ViewContext
from living_strategy.site.feed_formats import formats_in
from living_strategy.site.feeds import WRITERS
from living_strategy.site.feeds.feed import feed
from living_strategy.site.former_places import former_places

# A calendar has the latest so many dates, so that a phone can load it again every day.
MAX_DATES = 1_000

# The lines of a date in a calendar, behind what they are sorted by.
_Written: TypeAlias = tuple[tuple[date, str, str], bytes]


def subscriptions(context: ViewContext) -> Iterator[DataFile]:
    """Yield the feeds and calendars of the strategy, and of the areas, goals and projects that have
    some. They stand at all former addresses, too: a program that follows one goes on asking there,
    and takes no page that leads on.
    """
    former: defaultdict[str, list[str]] = defaultdict(list)
    for place, entry in former_places(context.graph, context.addresses):
        former[entry.id].append(place)
    for followed, folder, file in _files(context):
        yield file
        for place in former[followed]:
            yield replace(file, path=f"{place}{file.path.removeprefix(folder)}")


def _files(context: ViewContext) -> Iterator[tuple[str, str, DataFile]]:
    """Yield each file with the id of what it follows, and the folder that it lies in."""
    channels = context.channels
    for followed, events in channels.changes.items():
        subject = channels.subject(followed, context.addresses)
        for file in write_feeds(subject, events, context):
            yield followed, subject.folder, file
    written: dict[str, list[_Written]] = {}
    for followed, entries in channels.dated.items():
        for entry in entries:
            # Its dates stand in several calendars.
            if entry.id not in written:
                written[entry.id] = list(map(_written, of_entry(entry, context)))
        occurrences = [event for entry in entries for event in written[entry.id]]
        if followed == WHOLE:
            occurrences += map(_written, of_strategy(context))
        subject = channels.subject(followed, context.addresses)
        yield followed, subject.folder, _calendar(subject, occurrences, context)


def write_feeds(
    subject: Subject, events: Sequence[Event], context: ViewContext
) -> Iterator[DataFile]:
    """Yield a feed in the formats that it has."""
    made = feed(subject, events, context)
    formats = formats_in(subject.folder)
    for writer in (writer for writer in WRITERS if writer.format in formats):
        yield DataFile(f"{made.path}.{writer.format.ending}", writer.write(made))


def _written(occurrence: Occurrence) -> _Written:
    return (occurrence.start, occurrence.title, occurrence.uid), event(occurrence)


def _calendar(subject: Subject, occurrences: Sequence[_Written], context: ViewContext) -> DataFile:
    text = context.language.text
    description = text(
        "What is only known to the year is not in the calendar. What is known to the month is "
        "shown as the whole month."
    )
    newest = sorted(occurrences)[-MAX_DATES:]
    title = text("Milestones and decisions: {title}").format(title=subject.title)
    events = (written for _, written in newest)
    content = calendar(title, description, context.language.code, events)
    return DataFile(context.addresses.calendar(subject.folder), content)
