"""Calendars are what RFC 5545 asks for, whatever stands in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from living_strategy.site.calendars.icalendar import calendar, event
from living_strategy.site.calendars.occurrence import Occurrence

REACHED = Occurrence(
    uid="1@example.org",
    sequence=2,
    stamp=date(2026, 11, 5),
    start=date(2026, 12, 31),
    end=date(2027, 1, 1),
    title="Prosjekt: I drift",
    description="Planlagt.\nhttps://example.org/",
    category="Milepæl",
    url="https://example.org/",
    cancelled=True,
)


def test_a_whole_calendar() -> None:
    """Every line, with the ends that the standard wants."""
    written = calendar("Strategi; sånn, ja", "Om\\den", "nb", [event(REACHED)])

    assert written.decode().split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Living Strategy//Calendar//NB",
        "CALSCALE:GREGORIAN",
        "NAME:Strategi\\; sånn\\, ja",
        "X-WR-CALNAME:Strategi\\; sånn\\, ja",
        "DESCRIPTION:Om\\\\den",
        "X-WR-CALDESC:Om\\\\den",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        "X-PUBLISHED-TTL:P1D",
        "BEGIN:VEVENT",
        "UID:1@example.org",
        "DTSTAMP:20261105T000000Z",
        "SEQUENCE:2",
        "DTSTART;VALUE=DATE:20261231",
        "DTEND;VALUE=DATE:20270101",
        "SUMMARY:Prosjekt: I drift",
        "DESCRIPTION:Planlagt.\\nhttps://example.org/",
        "CATEGORIES:Milepæl",
        "URL:https://example.org/",
        "STATUS:CANCELLED",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_what_is_not_there_has_no_line() -> None:
    """A date without description or address, which is not called off."""
    lines = event(replace(REACHED, description="", url="", cancelled=False)).decode()

    assert "DESCRIPTION" not in lines
    assert "URL" not in lines
    assert "STATUS:CONFIRMED\r\n" in lines


@given(st.text(st.characters(codec=None), max_size=200))
def test_any_text_comes_back(text: str) -> None:
    """No line is longer than 75 octets, no character is cut, and no text ends its line."""
    occurrence = replace(REACHED, title=text, category=text, description=text)
    written = calendar("x", "y", "nb", [event(occurrence)])
    (read,) = icalendar.Calendar.from_ical(written).walk("VEVENT")

    lines = written.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(
        line.decode() is not None and b"\r" not in line and b"\n" not in line for line in lines
    )
    told = "".join(letter for letter in text if _is_text(letter))
    expected = told.replace("\r\n", "\n").replace("\r", "\n")
    assert str(read["SUMMARY"]) == expected
    assert read["STATUS"] == "CANCELLED"


def _is_text(letter: str) -> bool:
    is_control = (letter < " " and letter not in "\t\n\r") or letter == "\x7f"
    return not is_control and not "\ud800" <= letter <= "\udfff"
