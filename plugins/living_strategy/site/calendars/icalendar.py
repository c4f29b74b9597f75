"""iCalendar: the format that every calendar reads (RFC 5545)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from living_strategy.site.calendars.occurrence import Occurrence

MEDIA_TYPE = "text/calendar"
# Octets of a line, without its end.
_MAX_LINE = 75
_NO_TEXT = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_LINE_END = re.compile(r"\r\n?|\n")
_SPECIAL = re.compile(r"[\\;,]")
# Whatever of these a text holds; most hold none.
_ESCAPED = re.compile("[\\\\;,\\0-\x08\n-\x1f\x7f\ud800-\udfff]")


def calendar(title: str, description: str, language: str, events: Iterable[bytes]) -> bytes:
    """Write a calendar to subscribe to, with at least one event."""
    # The names in the standard (RFC 7986), and those that programs knew before it.
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Living Strategy//Calendar//{language.upper()}",
        "CALSCALE:GREGORIAN",
        f"NAME:{_text(title)}",
        f"X-WR-CALNAME:{_text(title)}",
        f"DESCRIPTION:{_text(description)}",
        f"X-WR-CALDESC:{_text(description)}",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        "X-PUBLISHED-TTL:P1D",
    ]
    return b"".join([*map(_folded, lines), *events, b"END:VCALENDAR\r\n"])


def event(occurrence: Occurrence) -> bytes:
    """Write an event of a calendar. It takes whole days and blocks no time."""
    # Only what others wrote may be too long for a line.
    status = "CANCELLED" if occurrence.cancelled else "CONFIRMED"
    days = (
        f"DTSTAMP:{_digits(occurrence.stamp)}T000000Z\r\n"
        f"SEQUENCE:{occurrence.sequence}\r\n"
        f"DTSTART;VALUE=DATE:{_digits(occurrence.start)}\r\n"
        f"DTEND;VALUE=DATE:{_digits(occurrence.end)}\r\n"
    )
    return b"".join(
        (
            b"BEGIN:VEVENT\r\n",
            _folded(f"UID:{occurrence.uid}"),
            days.encode(),
            *map(_folded, _written(occurrence)),
            f"STATUS:{status}\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n".encode(),
        )
    )


def _written(occurrence: Occurrence) -> Iterator[str]:
    yield f"SUMMARY:{_text(occurrence.title)}"
    if occurrence.description:
        yield f"DESCRIPTION:{_text(occurrence.description)}"
    yield f"CATEGORIES:{_text(occurrence.category)}"
    if occurrence.url:
        yield f"URL:{_NO_TEXT.sub('', occurrence.url)}"


def _digits(day: date) -> str:
    return day.isoformat().replace("-", "")


def _text(text: str) -> str:
    """Escape a text, and leave out what no text may hold."""
    if not _ESCAPED.search(text):
        return text
    plain = _SPECIAL.sub(r"\\\g<0>", _NO_TEXT.sub("", text))
    return _LINE_END.sub(r"\\n", plain)


def _folded(line: str) -> bytes:
    """Return a line with its end, broken so that no part is too long and no character is cut."""
    rest, parts, room = line.encode(), [], _MAX_LINE
    if len(rest) <= room:
        return rest + b"\r\n"
    while len(rest) > room:
        end = room
        while _is_inside(rest[end]):
            end -= 1
        parts.append(rest[:end])
        # The space that begins a part is one of its octets.
        rest, room = rest[end:], _MAX_LINE - 1
    return b"\r\n ".join([*parts, rest]) + b"\r\n"


def _is_inside(octet: int) -> bool:
    """Whether an octet goes on with a character of UTF-8."""
    return octet & 0b1100_0000 == 0b1000_0000
