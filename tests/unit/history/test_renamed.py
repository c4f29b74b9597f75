"""Links that follow an entry to its new id, and titles to name it by."""

from __future__ import annotations

from datetime import date

from living_strategy.history.change import FieldChange, Operation
from living_strategy.history.compare import compare
from living_strategy.history.event import Event, History, Nature
from living_strategy.history.event_words import titles_of
from living_strategy.history.renamed import joined_links
from living_strategy.history.sentences import sentences
from living_strategy.language import Language
from living_strategy.model import Project
from living_strategy.model.trait import Change, Origin
from tests.factories import inspect_files

ALIASES = {"gammel-plan": "ny-plan", "eldst": "ny-plan"}
NB = Language.load("nb")


def test_a_new_id_is_no_new_link() -> None:
    """The link that went and the one that came lead to the same entry."""
    changes = compare(Project, {"measures": ["gammel-plan", "a"]}, {"measures": ["ny-plan", "b"]})

    assert joined_links(changes, ALIASES) == (
        FieldChange(
            Operation.SET,
            ("measures",),
            Change.EDITORIAL,
            Origin.DECIDED,
            "gammel-plan",
            "ny-plan",
        ),
        FieldChange(
            Operation.UNLINKED, ("measures",), Change.SUBSTANTIVE, Origin.DECIDED, "a", position=1
        ),
        FieldChange(
            Operation.LINKED,
            ("measures",),
            Change.SUBSTANTIVE,
            Origin.DECIDED,
            new="b",
            position=1,
        ),
    )


def test_each_link_has_one_partner() -> None:
    """Of two links that came, one is the new id of that which went."""
    changes = compare(
        Project, {"measures": ["gammel-plan", "eldst"]}, {"measures": ["ny-plan", "x"]}
    )

    assert [change.operation for change in joined_links(changes, ALIASES)] == [
        Operation.SET,
        Operation.UNLINKED,
        Operation.LINKED,
    ]


def test_a_new_id_is_told_as_one() -> None:
    """Readers are not told that a link went."""
    changes = joined_links(compare(Project, {"lead": "gammel-plan"}, {"lead": "ny-plan"}), ALIASES)

    assert [told.text for told in sentences(changes, Project, {"ny-plan": "Ny plan"}, NB)] == [
        "Lenken til «Ny plan» følger den nye id-en"
    ]


def _event(entry: str, title: str) -> Event:
    return Event("1", "area", entry, title, Nature.NEW, date(2026, 1, 1), "abc", "")


def test_titles() -> None:
    """Entries by id and earlier id, goals of frameworks, municipalities; what is no more."""
    graph = inspect_files(
        {
            "strategy/strategy.yml": "title: T\nareas:\n  - {id: a, title: Område, aliases: [b]}\n",
            "strategy/registers/frameworks.yml": (
                "agenda:\n  title: Agenda\n  goals: [{id: mal-1, title: Brukeren i sentrum}]\n"
            ),
        }
    ).graph
    titles = titles_of(graph, History(events=(_event("borte", "Borte"), _event("a", "Før"))))

    assert {
        key: titles[key] for key in ("a", "b", "agenda", "agenda/mal-1", "0301", "46", "borte")
    } == {
        "a": "Område",
        "b": "Område",
        "agenda": "Agenda",
        "agenda/mal-1": "Agenda: Brukeren i sentrum",
        "0301": "Oslo",
        "46": "Vestland",
        "borte": "Borte",
    }
