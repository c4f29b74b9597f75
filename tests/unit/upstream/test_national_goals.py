"""What is decided about national goals here, what serves them, and what is lacking."""

from __future__ import annotations

from datetime import date

import pytest

from living_strategy.content.graph import Graph
from living_strategy.language import Language
from living_strategy.model.adoption import AdoptionState
from living_strategy.model.catalogue import EntryState, described
from living_strategy.upstream.national_goals import Gap, NationalGoal, NationalGoals, national_goals
from living_strategy.upstream.national_words import summary_words
from tests.factories import inspect_files, valid_files
from tests.national import a_catalogue, a_national_goal, pinned_files

SETTINGS, MEASURE = "strategy/strategy.yml", "measures/tiltak.md"
NATIONAL = "upstream: [{name: ks, title: Nasjonal strategi}]\n"
TODAY = date(2026, 11, 29)
GOALS = (
    a_national_goal("a", title="A", area="to"),
    a_national_goal("b", title="B", area="en"),
    a_national_goal("c", title="C", area="ti"),
    a_national_goal("gammelt", title="G", area="en", state=EntryState.RETIRED),
)
AREAS = tuple(
    described("area", {"id": area_id, "title": area_id.title(), "number": number}, "0" * 64)
    for area_id, number in (("ti", "10"), ("to", "2"), ("en", "1"))
)


def graph(goals: str = "mal", body: str = "", **records: str) -> Graph:
    """The valid strategy that follows these goals; its measure serves some, with this text."""
    measure = str(valid_files()[MEASURE]).replace("goals: [mal]", f"goals: [{goals}]")
    files = pinned_files(a_catalogue(*GOALS, *AREAS)) | {
        SETTINGS: f"{valid_files()[SETTINGS]}{NATIONAL}",
        MEASURE: f"{measure}\n{body}\n",
        **{f"adoption/ks/{name}.yml": text for name, text in records.items()},
    }
    return inspect_files(files).graph


def followed(read: Graph) -> NationalGoals:
    """What is decided about the goals of the one strategy above."""
    (goals,) = national_goals(read, TODAY)
    return goals


def one(goals: NationalGoals, entry_id: str) -> NationalGoal:
    """The goal with this id."""
    (found,) = (goal for goal in goals.goals if goal.entry.id == entry_id)
    return found


def test_goals_stand_under_their_areas() -> None:
    """As these are numbered above; what is in force no more comes last, and only with a record."""
    assert [goal.entry.id for goal in followed(graph()).goals] == ["b", "a", "c"]
    goals = followed(graph(gammelt="state: adopted\n"))
    assert [goal.entry.id for goal in goals.goals] == ["b", "a", "c", "gammelt"]
    assert (one(goals, "b").area, len(goals.counted)) == (AREAS[2], 3)
    # What has left the strategy above needs nobody's work.
    assert one(goals, "gammelt").gaps == ()


def test_a_no_is_not_the_same_as_not_yet() -> None:
    """Without a record nothing is decided, and it is counted by itself."""
    goals = followed(graph(a="state: declined\nreason: Nei.\n"))

    assert goals.by_state() == ((AdoptionState.DECLINED, 1), (None, 2))
    assert goals.count(AdoptionState.DECLINED, AdoptionState.NOT_RELEVANT) == 1
    assert (one(goals, "b").treatment.state, one(goals, "b").gaps) == (None, ())
    words = summary_words(goals, Language.load("nb"))
    assert words == "3 nasjonale mål: 1 avslått eller ikke relevant, 2 ikke behandlet."


def test_work_and_mentions_are_told_apart() -> None:
    """What serves a goal stands in a field; the same entry is no mention besides."""
    goals = followed(graph("mal, ks:a", "Se [[ks:a]] og [[ks:b]]."))

    assert [entry.id for entry in one(goals, "a").work] == ["tiltak"]
    assert one(goals, "a").mentions == ()
    assert one(goals, "b").work == ()
    assert [getattr(holder, "id", "") for holder in one(goals, "b").mentions] == ["tiltak"]


@pytest.mark.parametrize(
    ("record", "gaps"),
    [
        ("state: adopted\n", (Gap.NO_WORK,)),
        ("state: adapted\nreason: Mer.\n", (Gap.NO_WORK,)),
        ("state: planned\nplanned: 2026-10\n", (Gap.PLAN_PASSED,)),
        ("state: planned\nplanned: 2026-11\n", ()),
        ("state: under-consideration\nnext_review: 2026-11-28\n", (Gap.REVIEW_PASSED,)),
        ("state: under-consideration\nnext_review: 2026-11-29\n", ()),
        (f"state: declined\nreason: Nei.\nagainst: {{version: v0, hash: {'a' * 64}}}\n",
         (Gap.OUTDATED,)),
    ],
)  # fmt: skip
def test_what_is_lacking(record: str, gaps: tuple[Gap, ...]) -> None:
    """A month that is not over has not passed, and neither has today."""
    goals = followed(graph(c=record))

    assert one(goals, "c").gaps == gaps
    assert [goals.lacking(gap) for gap in gaps] == [(one(goals, "c"),)] * len(gaps)


def test_served_goals_lack_nothing() -> None:
    """One measure is enough."""
    assert one(followed(graph("ks:a, mal", a="state: adopted\n")), "a").gaps == ()


def test_a_local_title_comes_first() -> None:
    """That is what the goal is called here."""
    overlay = f"overlays: [{{field: title, text: Vårt, base: {GOALS[0].hashes['title']}}}]\n"
    goals = followed(graph(a=f"state: adapted\nreason: Mer.\n{overlay}"))

    assert (one(goals, "a").title, one(goals, "b").title) == ("Vårt", "B")


def test_without_a_pin_there_is_nothing() -> None:
    """Nobody knows what the goals are."""
    files = {SETTINGS: f"{valid_files()[SETTINGS]}{NATIONAL}"}

    assert national_goals(inspect_files(files).graph, TODAY) == ()
