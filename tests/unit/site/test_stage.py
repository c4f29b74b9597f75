"""What every page says of the stage of a strategy."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from living_strategy.language import Language
from living_strategy.model import Body
from living_strategy.settings import Settings
from living_strategy.site.footer import FooterLink
from living_strategy.site.stage import StageNotice, decision, stage_notice
from tests.factories import SOURCES, a_graph

ENGLISH = Language.load("en")
HEARING = {"until": "2026-12-15", "answer": "post@lillevik.example"}
PROPOSAL = "This is a proposal, and nothing in it is adopted."


def settings_with(**settings: Any) -> Settings:
    """Settings of a strategy that a public body answers for."""
    return Settings.model_validate({"title": "Strategi"} | settings)


def notice(today: date, **settings: Any) -> StageNotice | None:
    """What stands below the header on a day."""
    return stage_notice(settings_with(**settings), ENGLISH, today)


def test_a_strategy_in_force_says_nothing() -> None:
    """Neither does one whose last day is ahead, or today."""
    last_day = date(2020, 12, 31)

    assert notice(last_day) is None
    assert notice(last_day, closed={"date": "2020"}) is None


def test_a_hearing() -> None:
    """Who proposes, until when one may answer and where; afterwards only that it is over."""
    papers = "https://lillevik.example/26-4"
    full = {"hearing": HEARING | {"case": "26/4", "url": papers}, "proposed_by": "The director"}
    link = FooterLink("Papers of the hearing", papers)

    assert notice(date(2026, 12, 15), **full) == StageNotice(
        f"{PROPOSAL} It comes from: The director. Case 26/4. "
        "You can say what you think until December 15, 2026.",
        (FooterLink("Send an answer", "mailto:post@lillevik.example"), link),
    )
    assert notice(date(2026, 12, 16), **full) == StageNotice(
        f"{PROPOSAL} It comes from: The director. Case 26/4. The hearing ended December 15, 2026.",
        (link,),
    )
    assert notice(date(2026, 12, 16), hearing=HEARING) == StageNotice(
        f"{PROPOSAL} The hearing ended December 15, 2026.", ()
    )


def test_an_answer_may_go_to_a_page() -> None:
    """A form of the municipality, with a month as the time."""
    form = "https://lillevik.example/svar"
    shown = notice(date(2026, 12, 31), hearing={"until": "2026-12", "answer": form})

    assert shown == StageNotice(
        f"{PROPOSAL} You can say what you think until December 2026.",
        (FooterLink("Send an answer", form),),
    )


def test_a_strategy_that_is_over() -> None:
    """Until when it was in force, what followed, and where its end was decided."""
    text = "This strategy was in force until 2020. What is told here is as of then."
    following = {"title": "The next", "url": "https://lillevik.example/ny"}
    end = {"date": "2020", "successor": following, "url": "https://lillevik.example/slutt"}

    assert notice(date(2021, 1, 1), closed={"date": "2020"}) == StageNotice(text, ())
    assert notice(date(2021, 1, 1), closed=end) == StageNotice(
        text,
        (
            FooterLink("It was followed by The next", "https://lillevik.example/ny"),
            FooterLink("Read how it was ended", "https://lillevik.example/slutt"),
        ),
    )


COUNCIL = {"body": "council", "date": "2026-05-12"}


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, None),
        ({"adopted": [COUNCIL]}, FooterLink("Adopted by Lillevik council, May 12, 2026", "")),
        (
            {"adopted": [{"body": "other", "date": "2019"}, COUNCIL | {"case": "26/9"}]},
            FooterLink("Adopted by Lillevik council, May 12, 2026, case 26/9", ""),
        ),
        (
            {"adopted": [{"body": "other", "date": "2019", "url": "https://lillevik.example"}]},
            FooterLink("Adopted by other, 2019", "https://lillevik.example"),
        ),
        ({"adopted": [COUNCIL], "publication": "demonstration"}, None),
    ],
)
def test_who_adopted_it(settings: dict[str, Any], expected: FooterLink | None) -> None:
    """The newest decision counts, by the name of the body; a trial does not claim one."""
    council = Body.model_validate(
        {
            "id": "council",
            "title": "Lillevik council",
            "level": "political",
            "as_of": "2026",
            "sources": SOURCES,
        }
    )

    assert decision(settings_with(**settings), a_graph(council), ENGLISH) == expected


def test_figures_are_as_of_the_end() -> None:
    """From the day after the last one; before that they are as of today."""
    closed = settings_with(closed={"date": "2020-06"})

    assert closed.judged_on(date(2020, 6, 30)) == date(2020, 6, 30)
    assert closed.judged_on(date(2026, 1, 1)) == date(2020, 6, 30)
    assert settings_with().judged_on(date(2026, 1, 1)) == date(2026, 1, 1)


def test_only_what_is_decided_is_found_by_search_engines() -> None:
    """A proposal and a trial are left out; what is over is not."""
    stages = [
        {},
        {"hearing": HEARING},
        {"publication": "demonstration"},
        {"closed": {"date": "2020"}},
    ]

    assert [settings_with(**stage).is_listed for stage in stages] == [True, False, False, True]
