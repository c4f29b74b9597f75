"""Occurrences: the milestones and decisions of entries, and the meetings of the strategy, as they
stand in a calendar.

A month is shown as all its days, and the words say that the day is not known. What is only known
to the year is left out: a bar over a whole year says nothing and hides the rest.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from urllib.parse import quote, urlsplit

from living_strategy.content.versions import SETTINGS
from living_strategy.history.comparison import OccasionSort, occasions
from living_strategy.history.event import Event
from living_strategy.history.part_course import PartCourse, part_course
from living_strategy.model import Entry, Goal, Measure, Project, Scheme
from living_strategy.model.values import Decision, Milestone, Status
from living_strategy.partial_date import PartialDate
from living_strategy.site.context import ViewContext

# What has milestones or decisions of its own.
Dated = Goal | Measure | Project | Scheme


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Something with a date. `end` is the day after its last one, and `stamp` when it was written
    down as it is. `url` is a whole address, or empty.
    """

    uid: str
    sequence: int
    stamp: date
    start: date
    end: date
    title: str
    description: str
    category: str
    url: str = ""
    cancelled: bool = False


def of_entry(entry: Entry, context: ViewContext) -> Iterator[Occurrence]:
    """Yield the milestones and decisions of an entry, in the order they are written."""
    if not isinstance(entry, Dated):
        return
    events = _events(entry, context)
    # A calendar must know its dates again when the entry gets another id.
    _, first_id = context.history.first_key(entry.kind, entry.id)
    taken: Counter[tuple[str, str]] = Counter()
    milestones = () if isinstance(entry, Goal) else entry.milestones
    parts: tuple[Milestone | Decision, ...] = (*milestones, *entry.decisions)
    for part in parts:
        section = "milestones" if isinstance(part, Milestone) else "decisions"
        identity = {"title": part.title, "date": str(part.date)}
        course = part_course(events, section, identity, ("done",))
        taken[section, course.first["title"]] += 1
        day = _day(part)
        if day.month is None:
            continue
        number = taken[section, course.first["title"]]
        names = (first_id, section, course.first["title"], f"{number}")
        if isinstance(part, Milestone):
            yield _milestone(part, entry, day, _uid(names, context), course, context)
        else:
            yield _decision(part, entry, _uid(names, context), course, context)


def of_strategy(context: ViewContext) -> Iterator[Occurrence]:
    """Yield the meetings and adopted editions that strategy.yml names."""
    events = context.history.by_entry.get((SETTINGS, ""), ())
    text = context.language.text
    for occasion in occasions(context.settings):
        if occasion.day.month is None:
            continue
        adopted = occasion.sort is OccasionSort.ADOPTED
        body = context.titles.get(occasion.body, occasion.body)
        section = "adopted" if adopted else "meetings"
        identity = {"body": occasion.body, "date": str(occasion.day)}
        course = part_course(events, section, identity, ())
        words = text("The strategy adopted by {body}") if adopted else text("Meeting: {body}")
        yield _occurrence(
            _uid((section, course.first["body"], course.first["date"]), context),
            course,
            occasion.day,
            occasion.title or words.format(body=body),
            (*_case(occasion.case, context), occasion.url),
            text("Decision") if adopted else text("Meeting"),
            context,
            url=occasion.url or context.url,
        )


def _milestone(
    milestone: Milestone,
    entry: Dated,
    day: PartialDate,
    uid: str,
    course: PartCourse,
    context: ViewContext,
) -> Occurrence:
    return _occurrence(
        uid,
        course,
        day,
        f"{entry.title}: {milestone.title}",
        (_reached(milestone, context), milestone.note or ""),
        context.language.text("Milestone"),
        context,
        entry=entry,
        cancelled=not milestone.done and _is_called_off(entry),
    )


def _reached(milestone: Milestone, context: ViewContext) -> str:
    language, done = context.language, milestone.done
    if done is None:
        return ""
    if done == milestone.date:
        return language.text("Reached {date}.").format(date=language.date(done))
    return language.text("Planned for {date}, reached {reached}.").format(
        date=language.date(milestone.date), reached=language.date(done)
    )


def _decision(
    decision: Decision,
    entry: Entry,
    uid: str,
    course: PartCourse,
    context: ViewContext,
) -> Occurrence:
    text = context.language.text
    body = context.titles.get(decision.body or "", decision.body or "")
    by = f"{text('Decided by')} {body}" if body else ""
    lines = (by, *_case(decision.case or "", context), decision.url or "")
    title = f"{entry.title}: {decision.title}"
    category = text("Decision")
    return _occurrence(uid, course, decision.date, title, lines, category, context, entry=entry)


def _case(number: str, context: ViewContext) -> tuple[str, ...]:
    words = context.language.text("case {number}").format(number=number)
    return (words[:1].upper() + words[1:],) if number else ()


def _occurrence(
    uid: str,
    course: PartCourse,
    day: PartialDate,
    title: str,
    lines: Sequence[str],
    category: str,
    context: ViewContext,
    *,
    entry: Entry | None = None,
    url: str = "",
    cancelled: bool = False,
) -> Occurrence:
    language = context.language
    if entry and context.url:
        url = f"{context.url}{quote(context.addresses.entry(entry))}"
    elif url and not url.startswith(("https://", "http://")):
        url = ""
    if day.day is None:
        title = language.text("{title} (some time in {month})").format(
            title=title, month=language.date(day)
        )
        lines = (language.text("The day is not known."), *lines)
    return Occurrence(
        uid=uid,
        sequence=course.times,
        stamp=course.last or _known_since(entry) or day.earliest(),
        start=day.earliest(),
        end=day.latest() + timedelta(days=1),
        title=title,
        description="\n".join(dict.fromkeys(line for line in (*lines, url) if line)),
        category=category,
        url=url,
        cancelled=cancelled,
    )


def _day(part: Milestone | Decision) -> PartialDate:
    """Return when it was reached; or when it is planned, if that is known more exactly."""
    if isinstance(part, Milestone) and part.done and part.done.month:
        return part.done
    return part.date


def _is_called_off(entry: Dated) -> bool:
    is_stopped = isinstance(entry, Measure | Project) and entry.status is Status.STOPPED
    return is_stopped or entry.retired is not None


def _events(entry: Entry, context: ViewContext) -> tuple[Event, ...]:
    return context.history.by_entry.get((entry.kind, entry.id), ())


def _known_since(entry: Entry | None) -> date | None:
    """Return a day that the content gives, where there is no history."""
    return entry.as_of.earliest() if entry and entry.as_of else None


def _uid(names: Sequence[str], context: ViewContext) -> str:
    """Return an id that no other site gives: it is of the address of this one, if that is known."""
    digest = hashlib.sha256("\0".join(names).encode("utf-8", "replace")).hexdigest()[:32]
    host = _host(context.url)
    return f"{digest}@{host}" if host else digest


@lru_cache(maxsize=16)
def _host(url: str) -> str | None:
    return urlsplit(url).hostname
