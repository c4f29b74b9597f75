"""Fields of one entry set in the text of a file: those fields, and no others."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from living_strategy.content.yaml.yaml_reader import KeyPath, read_yaml
from living_strategy.editing.assignment import (
    Assignment,
    Item,
    Misread,
    Misreading,
    Operation,
    assignment,
)
from living_strategy.editing.canonical import Left, canonical
from living_strategy.editing.setting import Outcome, Target, set_fields
from living_strategy.model import Area, Component, Goal, Measure
from tests.examples import examples
from tests.unit.editing.meaning import meaning

MEASURE = """\
---
# Fra planen
title: Åpne møter
goals: [apne-data, medvirkning]
status: ongoing  # ifølge rådet
# Sist sett
status_date: 2024
milestones:
  # Den første
  - title: Alle sender
    date: 2025-05
  - title: Arkiv
    date: 2026
note: >-
  Kort sagt.
---

Teksten er her.
"""
TARGET = Target("measures/moter.md", Measure, "moter")


def changed(text: str, target: Target, *written: str) -> Outcome:
    """Set fields as they are written."""
    read = [assignment(one, target.model) for one in written]
    assert all(isinstance(one, Assignment) for one in read)
    return set_fields(text.encode(), target, [one for one in read if isinstance(one, Assignment)])


def lines_changed(text: str, outcome: Outcome) -> tuple[list[str], list[str]]:
    """Return the lines that went and those that came."""
    assert outcome == Outcome(outcome.content)
    before, after = text.splitlines(), outcome.content.decode().splitlines()
    return [line for line in before if line not in after], [
        line for line in after if line not in before
    ]


def test_a_status() -> None:
    """Two lines change, and what stands behind and above them stays."""
    outcome = changed(MEASURE, TARGET, "status=completed", "status_date=2026-11")

    assert lines_changed(MEASURE, outcome) == (
        ["status: ongoing  # ifølge rådet", "status_date: 2024"],
        ["status: completed  # ifølge rådet", "status_date: 2026-11"],
    )


def test_a_field_that_is_emptied() -> None:
    """Its line goes; if a comment belongs to it, both stay."""
    assert lines_changed(MEASURE, changed(MEASURE, TARGET, "note="))[0] == [
        "note: >-",
        "  Kort sagt.",
    ]
    content = changed(MEASURE, TARGET, "status_date=").content.decode()
    assert "# Sist sett\nstatus_date:\nmilestones:" in content


def test_items_of_lists() -> None:
    """By what they are called, or their place; the comments of what goes stand above the list."""
    outcome = changed(
        MEASURE, TARGET, "milestones[arkiv].done=2026-02", "milestones[2025-05].date=2025-06"
    )
    assert lines_changed(MEASURE, outcome) == (
        ["    date: 2025-05"],
        ["    date: 2025-06", "    done: 2026-02"],
    )
    outcome = changed(
        MEASURE, TARGET, "milestones[0]=", "goals+=medvirkning, c", "goals-=apne-data"
    )
    assert lines_changed(MEASURE, outcome) == (
        [
            "goals: [apne-data, medvirkning]",
            "  # Den første",
            "  - title: Alle sender",
            "    date: 2025-05",
        ],
        ["goals: [medvirkning, c]", "# Den første"],
    )


@pytest.mark.parametrize(
    ("written", "misread"),
    [
        (
            "goals-=apne-date",
            Misread("apne-date", Misreading.NOT_THERE, ("apne-data", "medvirkning")),
        ),
        ("goals-=medvirkning, c", Misread("c", Misreading.NOT_THERE, ("apne-data", "medvirkning"))),
        ("audience-=county", Misread("audience", Misreading.NO_SUCH_ITEM)),
    ],
)
def test_what_is_not_there_cannot_be_taken_away(written: str, misread: Misread) -> None:
    """A slip of the pen is not passed over in silence, and nothing else is done."""
    assert changed(MEASURE, TARGET, written, "status=completed") == Outcome(
        MEASURE.encode(), (), (misread,)
    )


def test_the_text_of_the_page() -> None:
    """It stands below the front matter, and in no field of it; line ends are those of the file."""
    outcome = changed(MEASURE, TARGET, "description=# Nytt\n\nTo avsnitt.", "note=")
    assert outcome.content.endswith(b"date: 2026\n---\n\n# Nytt\n\nTo avsnitt.\n")

    windows = MEASURE.replace("\n", "\r\n")
    outcome = changed(windows, TARGET, "description=A\nB")
    assert outcome.content.endswith(b"\r\n---\r\n\r\nA\r\nB\r\n")
    assert changed(MEASURE, TARGET, "description=").content.endswith(b"  Kort sagt.\n---\n")


def test_an_entry_of_a_register() -> None:
    """Only it is touched; a new one stands last, also in a register that is empty."""
    text = "# Løsninger\n\na:\n  title: A\n\nb:\n  title: B\n"
    target = Target("strategy/registers/components.yml", Component, "b", ("b",))

    assert changed(text, target, "title=Be").content.decode() == text.replace("B\n", "Be\n")
    new = Target(target.path, Component, "c", ("c",))
    assert changed(text, new, "title=C").content.decode() == f"{text}c:\n  title: C\n"
    assert (
        changed("# Løsninger\n", new, "title=C").content == "# Løsninger\nc:\n  title: C\n".encode()
    )
    assert changed("", new, "title=C").content == b"c:\n  title: C\n"


def test_an_area() -> None:
    """It is known by its place; the next place is that of a new one."""
    text = "title: T\nareas:\n  - id: a\n    title: A\n"
    target = Target("strategy/strategy.yml", Area, "a", ("areas", 0))

    assert changed(text, target, "title=Å").content.decode() == text.replace("A\n", "Å\n")
    new = Target(target.path, Area, "b", ("areas", 1))
    outcome = changed(text, new, "id=b", "title=B")
    assert outcome.content.decode() == f"{text}  - id: b\n    title: B\n"


@pytest.mark.parametrize(
    ("written", "code", "near"),
    [
        ("statsu=completed", "unknown-field", "status"),
        ("status=complete", "unknown-choice", "completed"),
        ("status=fullført", "unknown-choice", "completed"),
        ("status_date=nov 2026", "bad-date", None),
        ("milestones[0].titel=A", "unknown-field", "title"),
        ("title=", "missing-field", None),
        ("goals=A B", "bad-id", "a-b"),
    ],
)
def test_a_mistake_changes_nothing(written: str, code: str, near: str | None) -> None:
    """It is told with the place that it would have, and with what may be meant."""
    outcome = changed(MEASURE, TARGET, "number=1", written)

    assert outcome.content == MEASURE.encode()
    assert [fault.code for fault in outcome.faults] == [code]
    assert outcome.faults[0].params.get("near") == near
    assert outcome.faults[0].location.line > 1


def test_a_mistake_that_was_there_is_no_reason() -> None:
    """Nobody has to mend a file before a change of another field."""
    text = MEASURE.replace("status_date: 2024", "status_date: i fjor")

    assert changed(text, TARGET, "status=paused").faults == ()


def test_what_cannot_be_carried_out() -> None:
    """An item that is not there is told with the names of those that are."""
    known = ("alle-sender", "arkiv")
    for written in ("milestones[alle].done=2026", "milestones.done=2026", "milestones[7]="):
        outcome = changed(MEASURE, TARGET, written)
        assert outcome.content == MEASURE.encode()
        assert outcome.misread == (Misread("milestones", Misreading.NO_SUCH_ITEM, known),)
    twice = MEASURE.replace("Arkiv", "Alle sender")
    assert changed(twice, TARGET, "milestones[alle-sender].done=2026").misread
    assert changed(MEASURE, TARGET, "status[a].b=c").misread
    assert changed("---\ntitle: a: b\n---\n", TARGET, "title=A").left is Left.UNREADABLE


def test_places_may_be_given_as_numbers() -> None:
    """As a program does that knows them."""
    place = Assignment(("goals", 1), "c", Operation.SET)

    assert b"goals: [apne-data, c]" in set_fields(MEASURE.encode(), TARGET, [place]).content


FIELDS: dict[tuple[str | int | Item, ...], st.SearchStrategy[Any]] = {
    ("title",): st.text(min_size=1, max_size=40),
    ("status",): st.sampled_from(("planned", "ongoing", "paused")),
    ("status_date",): st.sampled_from(("2024", "2025-03", None)),
    ("note",): st.none() | st.text(max_size=200),
    ("goals",): st.lists(st.sampled_from("abcd"), min_size=1, max_size=4, unique=True),
    ("period", "end"): st.sampled_from(("2027", None)),
    ("milestones", 0, "note"): st.none() | st.text(max_size=30),
    ("milestones", 1): st.none() | st.just({"title": "Ny", "date": "2030"}),
}


@given(
    st.sampled_from(sorted(FIELDS, key=str)).flatmap(
        lambda path: FIELDS[path].map(lambda v: (path, v))
    )
)
@examples(150)
def test_no_other_field_changes(drawn: tuple[KeyPath, Any]) -> None:
    """Whatever is set: the rest of the data is the same, all comments are there, and the file has
    the canonical form.
    """
    path, value = drawn
    before = canonical(TARGET.path, MEASURE.encode()).content
    outcome = set_fields(before, TARGET, [Assignment(path, value)])
    if outcome.content == before:
        return
    after = outcome.content.decode()
    assert canonical(TARGET.path, outcome.content).content == outcome.content
    old, new = (read_yaml(text.split("---\n")[1]).data for text in (before.decode(), after))
    first = path[0]
    assert meaning({**old, first: ""}) == meaning({**new, first: ""})
    assert after.split("---\n")[2] == before.decode().split("---\n")[2]
    for comment in ("# Fra planen", "# ifølge rådet", "# Sist sett", "# Den første"):
        assert after.count(comment) == 1


def test_setting_what_is_there_changes_nothing() -> None:
    """So that a program may write everything that it knows."""
    before = canonical("goals/a.md", b"---\ntitle: A\narea: b\nstanding: adopted\n---\n").content
    written = [Assignment(("title",), "A"), Assignment(("number",), None)]

    outcome = set_fields(before, Target("goals/a.md", Goal, "a"), written)
    assert outcome == Outcome(before)
