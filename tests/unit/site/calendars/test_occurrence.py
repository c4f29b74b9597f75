"""What stands in a calendar, from when to when, and as what it is known again."""

from __future__ import annotations

from dataclasses import replace

import icalendar
import pytest

from tests.factories import valid_files
from tests.followed import Date, dates_in, files_of, project, published, state
from tests.histories import Commit

CALENDAR = "calendar.ics"


def milestones(*lines: str) -> str:
    """The milestones of a project, as YAML."""
    return "milestones:\n" + "".join(f"  - {{{line}}}\n" for line in lines)


def with_milestones(day: str, *lines: str, status: str = "ongoing", more: str = "") -> Commit:
    """The valid strategy with these milestones in its project."""
    text = project(status=status, more=milestones(*lines) + more)
    return state(day, projects__prosjekt=text)


def calendar_of(*states: Commit, url: str = "https://example.org/plan/") -> list[Date]:
    """The dates of the strategy, without their ids."""
    dates = dates_in(files_of(published(*states, url=url))[CALENDAR])
    return [replace(date, uid="") for date in dates]


def uids(*states: Commit) -> list[str]:
    """The ids of the dates of the strategy."""
    return [date.uid for date in dates_in(files_of(published(*states))[CALENDAR])]


START = "title: Start, date: 2027-03-31"


@pytest.mark.parametrize(
    ("line", "start", "end", "title"),
    [
        (START, "2027-03-31", "2027-04-01", "Prosjekt: Start"),
        (
            "title: Start, date: 2027-12",
            "2027-12-01",
            "2028-01-01",
            "Prosjekt: Start (some time in December 2027)",
        ),
        (f"{START}, done: 2027-04-02", "2027-04-02", "2027-04-03", "Prosjekt: Start"),
        # The year alone is no day to show, so the plan is shown, with the year in the text.
        (f"{START}, done: 2027", "2027-03-31", "2027-04-01", "Prosjekt: Start"),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(line: str, start: str, end: str, title: str) -> None:
    """A day is a day, a month all its days, and what was reached stands where it was reached."""
    assert calendar_of(with_milestones("2026-01-05", line)) == [
        Date("", 0, start, end, title, "CONFIRMED")
    ]


def test_a_year_is_in_no_calendar() -> None:
    """And where there is nothing else, there is no calendar: one without events is none."""
    assert set(files_of(published(with_milestones("2026-01-05", "title: Start, date: 2027")))) == {
        "changes.atom", "changes.json",
    }  # fmt: skip


def test_a_date_is_the_same_however_it_moves() -> None:
    """Its id stays when its title, its date and the id of its project change; the sequence says
    how often it moved.
    """
    first = with_milestones("2026-01-05", "title: Begynt, date: 2027")
    moved = with_milestones("2026-02-05", "title: Begynt, date: 2027-03-31")
    titled = with_milestones("2026-03-05", START)
    renamed = state(
        "2026-04-05",
        projects__prosjekt=None,
        projects__ny=project(more=milestones(START) + "aliases: [prosjekt]\n"),
    )
    (uid,) = uids(first, moved)

    assert uids(first, moved, titled) == uids(first, moved, titled, renamed) == [uid]
    (date,) = calendar_of(first, moved, titled, renamed)
    assert (date.sequence, date.start) == (2, "2027-03-31")


def test_two_dates_of_one_name_are_two() -> None:
    """Also in different entries."""
    twice = with_milestones("2026-01-05", START, "title: Start, date: 2028-01")
    two = state("2026-01-05", projects__to=project(more=milestones(START)))

    assert len(set(uids(twice))) == 2
    assert len({*uids(twice), *uids(two)}) == 3


def test_what_is_called_off_says_so() -> None:
    """What was reached before has happened all the same."""
    lines = (f"{START}, done: 2027-03-30", "title: Slutt, date: 2028-01-01")
    going = with_milestones("2026-01-05", *lines)
    stopped = with_milestones("2026-02-05", *lines, status="stopped", more="status_reason: x\n")
    retired = with_milestones("2026-02-05", *lines, more="retired: {date: 2026-02, reason: x}\n")

    for after in (stopped, retired):
        assert [(date.status, date.sequence) for date in calendar_of(going, after)] == [
            ("CONFIRMED", 1), ("CANCELLED", 1),
        ]  # fmt: skip


def test_decisions_and_meetings_stand_beside_milestones() -> None:
    """A decision with who made it, a meeting of strategy.yml by its title or its body."""
    strategy = valid_files()["strategy/strategy.yml"]
    assert isinstance(strategy, str)
    extra = (
        "meetings:\n  - {body: ks, date: 2026-09-20, url: 'https://ks.no/m'}\n"
        "  - {body: ks, date: 2026-10-20, title: Landstinget}\n  - {body: ks, date: 2025}\n"
        "adopted:\n  - {body: ks, date: 2026-06, case: 24/1}\n"
    )
    decisions = "decisions:\n  - {title: Oppstart, date: 2026-05-04, body: ks, case: 15/57}\n"
    made = published(
        state(
            "2026-01-05",
            strategy__strategy=strategy + extra,
            projects__prosjekt=project(more=decisions),
        )
    )
    content = files_of(made)[CALENDAR]
    told = [
        (str(event["SUMMARY"]), event["CATEGORIES"].to_ical().decode(), str(event["DESCRIPTION"]))
        for event in icalendar.Calendar.from_ical(content).walk("VEVENT")
    ]

    assert told == [
        (
            "Prosjekt: Oppstart",
            "Decision",
            "Decided by KS\nCase 15/57\nhttps://example.org/plan/projects/prosjekt/",
        ),
        (
            "The strategy adopted by KS (some time in June 2026)",
            "Decision",
            "The day is not known.\nCase 24/1\nhttps://example.org/plan/",
        ),
        ("Meeting: KS", "Meeting", "https://ks.no/m"),
        ("Landstinget", "Meeting", "https://example.org/plan/"),
    ]
    assert "Landstinget" not in files_of(made)["projects/prosjekt/calendar.ics"].decode()


def test_without_address_and_history() -> None:
    """There are no links, and the stamp is what the content says the facts are of."""
    made = published(with_milestones("2026-01-05", START), url="")
    (with_history,) = icalendar.Calendar.from_ical(files_of(made)[CALENDAR]).walk("VEVENT")

    assert "URL" not in with_history
    assert "@" not in with_history["UID"]
    assert str(with_history.decoded("DTSTAMP")) == "2026-01-05 00:00:00+00:00"
    made = published(with_milestones("2026-01-05", START), url="")
    made.history = type(made.history)()
    (without,) = icalendar.Calendar.from_ical(files_of(made)[CALENDAR]).walk("VEVENT")
    assert str(without.decoded("DTSTAMP")) == "2024-01-01 00:00:00+00:00"
    assert without["UID"] == with_history["UID"]


def test_a_fund_has_dates_of_its_own() -> None:
    """A milestone and a decision of a funding scheme stand in the calendar of the strategy."""
    scheme = (
        "fondet:\n  title: Fondet\n  as_of: 2026\n"
        "  sources: [{title: Planen, publisher: KS}]\n"
        "  milestones: [{title: Tildeling, date: 2027-03-10}]\n"
        "  decisions: [{title: Oppretter fondet, date: 2026-12}]\n"
    )

    assert calendar_of(state("2026-01-05", **{"strategy__registers/schemes": scheme})) == [
        Date("", 0, "2026-12-01", "2027-01-01",
             "Fondet: Oppretter fondet (some time in December 2026)", "CONFIRMED"),
        Date("", 0, "2027-03-10", "2027-03-11", "Fondet: Tildeling", "CONFIRMED"),
    ]  # fmt: skip
