"""A part is known again through its changes, and they are counted."""

from __future__ import annotations

import pytest

from living_strategy.history.part_course import PartCourse, part_course
from tests.histories import STRATEGY_FILE, Commit, day, history_of

FIELDS = {"title": "I drift", "date": "2027-03"}


def course(*parts: str, rest: tuple[str, ...] = ()) -> PartCourse:
    """The course of the milestone `FIELDS` of a project; `parts` are the lines of its milestones in
    each month from January on, and `rest` other lines of the project.
    """
    commits = []
    for month, lines in enumerate(parts, 1):
        others = rest[month - 1] if rest else "status: ongoing"
        listed = "".join(f"  - {{{line}}}\n" for line in lines.split("; ") if line)
        text = f"title: P\n{others}\n" + (f"milestones:\n{listed}" if listed else "")
        commits.append(Commit(f"2026-0{month}-05", STRATEGY_FILE | {"projects/p.yml": text}))
    events = history_of(*commits).by_entry["project", "p"]
    return part_course(events, "milestones", FIELDS, ("done",))


NOW = "title: I drift, date: 2027-03"


def test_a_part_that_was_always_there() -> None:
    """It has not moved, and is as old as its entry."""
    assert course(NOW) == PartCourse(FIELDS, 0, day("2026-01-05"))


def test_a_part_that_came_later() -> None:
    """What other parts did before and after is nothing of it."""
    parts = ("title: Annet, date: 2026", f"title: Annet, date: 2027; {NOW}", NOW)

    assert course(*parts) == PartCourse(FIELDS, 0, day("2026-02-05"))


def test_a_part_that_moved_and_was_called_something_else() -> None:
    """Each revision counts once, and it is known by what it was called first."""
    parts = (
        "title: Drift, date: 2026-06",
        "title: Drift, date: 2026-12",
        "title: I drift, date: 2026-12",
        "title: I drift, date: 2026-12, note: Snart",
        NOW,
    )
    first = {"title": "Drift", "date": "2026-06"}

    assert course(*parts) == PartCourse(first, 3, day("2026-05-05"))


def test_a_part_that_was_reached() -> None:
    """Fields that are watched beside those that tell it apart count too."""
    assert course(NOW, f"{NOW}, done: 2027-02") == PartCourse(FIELDS, 1, day("2026-02-05"))


@pytest.mark.parametrize(
    ("then", "now", "times"),
    [
        ("status: ongoing", "status: stopped", 1),
        ("status: stopped", "status: ongoing", 1),
        ("status: ongoing", "status: paused", 0),
        ("status: ongoing", "status: ongoing\nretired: {date: 2026-02, reason: x}", 1),
    ],
)
def test_an_entry_that_is_called_off_moves_its_parts(then: str, now: str, times: int) -> None:
    """And so does one that goes on after all."""
    last = day("2026-02-05" if times else "2026-01-05")

    assert course(NOW, NOW, rest=(then, now)) == PartCourse(FIELDS, times, last)


def test_two_parts_of_one_name() -> None:
    """Each has the changes of its own."""
    parts = (
        "title: I drift, date: 2026-03; title: I drift, date: 2028",
        f"{NOW}; title: I drift, date: 2028",
        f"{NOW}; title: I drift, date: 2029",
    )

    assert course(*parts) == PartCourse(FIELDS | {"date": "2026-03"}, 1, day("2026-02-05"))


def test_without_a_history() -> None:
    """Nothing is known but what it is today."""
    assert part_course((), "milestones", FIELDS, ()) == PartCourse(FIELDS, 0, None)


def test_an_entry_is_known_by_the_id_it_had_first() -> None:
    """However often it got another, and although nobody writes the old ones down."""
    third = {"projects/c.yml": "title: P\nstatus: ongoing\n"}
    history = history_of(
        Commit("2026-01-05", STRATEGY_FILE | {"projects/a.yml": third["projects/c.yml"]}),
        Commit(
            "2026-02-05",
            STRATEGY_FILE | {"projects/b.yml": third["projects/c.yml"]},
            renamed={"projects/b.yml": "projects/a.yml"},
        ),
        Commit("2026-03-05", STRATEGY_FILE | third, renamed={"projects/c.yml": "projects/b.yml"}),
    )

    assert history.first_key("project", "c") == ("project", "a")
    assert history.first_key("project", "x") == ("project", "x")
