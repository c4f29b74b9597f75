"""News of the front page: title, one plain sentence, day; the same of several is told once."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from living_strategy.history.change import FieldChange
from living_strategy.history.compare import compare
from living_strategy.history.event import Event, History, Nature
from living_strategy.model import Component, Goal, Measure, Project
from living_strategy.site.context import ViewContext
from living_strategy.site.pages.front import view as front
from living_strategy.site.pages.front.news import News, newest_news, news_sentence
from tests.factories import a_goal, a_graph, a_measure, a_project, an_area, context_of
from tests.reported_year import reported_graph, reported_history
from tests.unit.site.pages.overviews import pages_of

DAY = date(2026, 11, 3)
PRICE = {"payer": "municipality", "every": "year", "amount": "1000"}
STEP = {"title": "Pilot", "date": "2026"}
FIGURE = {"id": "brukere", "title": "Innbyggere", "unit": "count", "direction": "up"}


def _event(
    entry: str, changes: tuple[FieldChange, ...] = (), *, kind: str = "measure",
    nature: Nature = Nature.CHANGED, day: date = DAY,
) -> Event:  # fmt: skip
    return Event(f"{entry} {day}", kind, entry, f"Title of {entry}", nature, day, "a", "", changes)


@pytest.fixture
def context(tmp_path: Path) -> ViewContext:
    """A context of a small strategy."""
    return context_of(tmp_path, a_graph(an_area(), a_goal(), a_measure()))


@pytest.mark.parametrize(
    ("model", "old", "new", "sentence"),
    [
        (Measure, {"status": "planned"}, {"status": "ongoing"}, "Arbeidet er i gang."),
        (Measure, {"status": "ongoing"}, {"status": "stopped", "status_reason": "Nei."},
         "Arbeidet er stanset."),
        (Component, {}, {"prices": [PRICE]}, "Nå står det her hva det koster."),
        (Component, {"prices": [PRICE]}, {"prices": [PRICE | {"amount": "2000"}]},
         "Det som står om hva det koster, er endret."),
        (Component, {}, {"owner": "ks"}, "Nå står det her hvem som har ansvaret."),
        (Component, {"owner": "ks"}, {"owner": "nhn"}, "Det er endret hvem som har ansvaret."),
        (Project, {}, {"participants": ["0301"], "milestones": [STEP]},
         "Det er satt opp en ny milepæl."),
        (Project, {"milestones": [STEP]}, {"milestones": [STEP | {"done": "2026-10"}]},
         "En milepæl er nådd: Pilot."),
        (Project, {"milestones": [STEP]}, {"milestones": [STEP | {"date": "2028"}]},
         "En milepæl er endret."),
        (Goal, {"indicators": [FIGURE]}, {"indicators": [FIGURE | {"title": "Brukere"}]},
         "Indikatoren «Innbyggere» heter nå «Brukere»."),
        (Project, {"participants": ["0301"]}, {"participants": ["0301", "1103"]},
         "Nå står det mer her om hvem som er med."),
        (Measure, {"status_date": "2025"}, {"status_date": "2026"},
         "Det er endret når statusen er fra."),
        # What has no sentence of its own is told as the page of changes does.
        (Goal, {"standing": "proposed"}, {"standing": "adopted"},
         "Vedtaksstatus endret fra forslag fra nettstedet til vedtatt."),
    ],
)  # fmt: skip
def test_a_change_is_told_in_a_plain_sentence(
    model: type[BaseModel], old: dict[str, Any], new: dict[str, Any], sentence: str,
    context: ViewContext,
) -> None:  # fmt: skip
    """What a reader can now know; the page of changes has field and value."""
    changes = tuple(compare(model, old, new))
    event = _event("x", changes, kind=str(getattr(model, "kind", "")))

    assert news_sentence(event, context) == sentence


@pytest.mark.parametrize(
    ("nature", "sentence"),
    [
        (Nature.NEW, "Nytt i strategien."),
        (Nature.RETURNED, "Tilbake i strategien."),
        (Nature.RETIRED, "Ikke lenger en del av strategien."),
        (Nature.REMOVED, "Ikke lenger en del av strategien."),
    ],
)
def test_what_came_and_went_is_told_as_a_whole(
    nature: Nature, sentence: str, context: ViewContext
) -> None:
    """Whatever fields it came with."""
    assert news_sentence(_event("x", nature=nature), context) == sentence


def _told(news: tuple[News, ...]) -> list[tuple[list[str], int, str, str, date]]:
    return [
        ([subject.title for subject in item.subjects], item.more, item.kind_label, item.sentence,
         item.day)
        for item in news
    ]  # fmt: skip


def test_an_entry_is_told_of_once_and_the_same_of_several_together(tmp_path: Path) -> None:
    """By the newest of its changes; what is gone has the title it had."""
    priced = tuple(compare(Component, {}, {"prices": [PRICE]}))
    began = tuple(compare(Measure, {"status": "planned"}, {"status": "ongoing"}))
    before = DAY - timedelta(days=1)
    events = (
        _event("tiltak", priced, day=before), _event("gone", nature=Nature.REMOVED, day=before),
        _event("a", began), _event("prosjekt", began, kind="project"), _event("tiltak", began),
    )  # fmt: skip
    graph = a_graph(an_area(), a_goal(), a_measure(title="Ours"), a_project(title="Joint"))
    context = context_of(tmp_path, graph, history=History(events=events))

    assert _told(newest_news(context, 6)) == [
        (["Ours", "Joint", "Title of a"], 0, "", "Arbeidet er i gang.", DAY),
        (["Title of gone"], 0, "Tiltak", "Ikke lenger en del av strategien.", before),
    ]
    assert _told(newest_news(context, 1)) == _told(newest_news(context, 6))[:1]


def test_another_name_of_a_part_is_no_news(tmp_path: Path) -> None:
    """The page of changes tells it; the front page tells what came before."""
    renamed = tuple(
        compare(Goal, {"indicators": [FIGURE]}, {"indicators": [FIGURE | {"title": "Brukere"}]})
    )
    before = DAY - timedelta(days=1)
    events = (
        _event("mal", kind="goal", nature=Nature.NEW, day=before),
        _event("mal", renamed, kind="goal"),
    )
    context = context_of(tmp_path, a_graph(an_area(), a_goal()), history=History(events=events))

    assert [news.day for news in newest_news(context, 6)] == [before]


@pytest.mark.parametrize(("count", "shown", "more"), [(4, 4, 0), (5, 3, 2)])
def test_many_of_the_same_are_counted(count: int, shown: int, more: int, tmp_path: Path) -> None:
    """Nobody reads a list of forty titles as news."""
    events = tuple(_event(f"e{number}", nature=Nature.NEW) for number in range(count))
    (news,) = newest_news(context_of(tmp_path, a_graph(), history=History(events=events)), 6)

    assert [len(news.subjects), news.more] == [shown, more]


def test_news_stand_on_the_front_page_with_title_first(tmp_path: Path) -> None:
    """The title leads to the entry, then comes what is new, then kind and day."""
    page = pages_of(front, context_of(tmp_path, reported_graph(), history=reported_history()))[""]

    blocks = page.blocks[page.blocks.index("Nytt") : page.blocks.index("Alle endringer")]
    assert blocks == [
        "Nytt",
        "Felles plattform", "Arbeidet er i gang.", "Tiltak · 1. oktober 2026",
        "Utprøving av nettbrett", "Ikke lenger en del av strategien.", "Tiltak · 1. oktober 2026",
        "Kurs for lærere", "Det er endret når det skjer.", "Tiltak · 1. juli 2026",
        "Koding på timeplanen", "Arbeidet er satt på vent.", "Tiltak · 1. juli 2026",
        "Alle lærer digitalt", "Det er kommet nye tall for hvordan det går.", "Mål · 1. juli 2026",
        "Staten og Nytt tiltak mot juks", "Nytt i strategien.", "1. juli 2026",
    ]  # fmt: skip
    assert {"tiltak/plattform/", "mal/laering/", "tiltak/nytt/"} <= set(page.links)
