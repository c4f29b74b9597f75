"""The report about the status in its formats: whole texts."""

from __future__ import annotations

import json

from living_strategy.figures.status_summary import status_summary
from living_strategy.language import Language
from living_strategy.model import Entry
from living_strategy.papers.owner_letter import owner_letters
from living_strategy.papers.status import STATUS_PAPERS
from living_strategy.papers.status.paper import StatusReport
from living_strategy.settings import Settings
from tests.factories import TODAY, a_goal, a_graph, a_measure, an_area, an_organisation

ENTRIES = (
    an_area(title="Area"), an_organisation(), a_goal(title="Goal", reviewed="2026-11"),
    a_measure(
        title="Measure *1*", responsible=["ks"], reviewed="2026-11", status_date="2026-10",
        period={"end": "2025-10-31"},
    ),
)  # fmt: skip
TEXT = """\
Status of “Strategy”, November 21, 2026

Of 1 goal and 1 measure, 1 may need a look. 1 is past a date. Nobody has
judged how the work goes. What is found is computed from dates, and a
declared status may be right all the same.

  - It was computed November 21, 2026, from dates alone.
  - Where the history is not known, the dates of the item itself say when
    somebody looked at it: when it was reviewed, its reports, the date of
    its status and the date its facts are from.
  - What is not known counts neither as good nor as bad. An item with
    something to look at counts there, also when other things about it are
    not known.
  - What has the status “completed” or “stopped”, or is retired, is not
    looked at.

Past its end: 1
  The period is over, but the status is neither “completed” nor “stopped”.
  - Measure *1* (tiltak): The period ended October 31, 2025, but the status
    is not “completed” or “stopped”. That is 12 months ago.

By priority area
  - Area (1 goal and 1 measure): Past a date 1, Nothing found 1

By goal
  - Goal (1 goal and 1 measure): Past a date 1, Nothing found 1

By who is responsible
  - KS (1 measure): Past a date 1

------------------------------------------------------------------------

Subject: What KS is responsible for in “Strategy”

{letter}"""
MARKDOWN = """\
# Status of “Strategy”, November 21, 2026

Of 1 goal and 1 measure, 1 may need a look. 1 is past a date. Nobody has judged how the work goes. \
What is found is computed from dates, and a declared status may be right all the same.

| Signal | How many | What it means |
| --- | --- | --- |
| Late milestone | 0 | The date of a milestone has passed, and it is not reported as reached. |
| Past its end | 1 | The period is over, but the status is neither “completed” nor “stopped”. |
| Not begun | 0 | The status is “planned”, but the start has passed. |
| Behind its path | 0 | The newest value of an indicator is not as far as the path to its target \
says for that time. |
| Unconfirmed | 0 | The status is “ongoing”, but nothing has confirmed that for two years: it may \
be over. |
| No report | 0 | The status is “ongoing”, but no report or dated status is newer than 6 months. \
What is older than two years is counted as unconfirmed instead. |
| Stale | 0 | Nobody has reviewed it or changed anything of substance for a long time: the limit \
is 6 months for what is under way, 12 months for the rest. |
| No owner | 0 | A measure without anybody responsible, or a project without a lead. |

- It was computed November 21, 2026, from dates alone.
- Where the history is not known, the dates of the item itself say when somebody looked at it: \
when it was reviewed, its reports, the date of its status and the date its facts are from.
- What is not known counts neither as good nor as bad. An item with something to look at counts \
there, also when other things about it are not known.
- What has the status “completed” or “stopped”, or is retired, is not looked at.

## By priority area

| Priority area | Rests on | Past a date | Something else | Not known | Nothing found | Over |
| --- | --- | --- | --- | --- | --- | --- |
| Area | 1 goal and 1 measure | 1 | 0 | 0 | 1 | 0 |

## By goal

| Goal | Rests on | Past a date | Something else | Not known | Nothing found | Over |
| --- | --- | --- | --- | --- | --- | --- |
| Goal | 1 goal and 1 measure | 1 | 0 | 0 | 1 | 0 |

## By who is responsible

| Responsible | Rests on | Past a date | Something else | Not known | Nothing found | Over |
| --- | --- | --- | --- | --- | --- | --- |
| KS | 1 measure | 1 | 0 | 0 | 0 | 0 |

## Past its end

- **Measure \\*1\\*** (Declared status: ongoing, as of October 2026). The period ended October 31, \
2025, but the status is not “completed” or “stopped”. That is 12 months ago.

## Letters to those who are responsible

### KS

Subject: What KS is responsible for in “Strategy”

{letter}"""


def a_report(*entries: Entry) -> StatusReport:
    """The report of a strategy in English."""
    settings = Settings.model_validate({"title": "Strategy", "language": "en"})
    language = Language.load("en")
    summary = status_summary(a_graph(*entries, settings=settings), TODAY)
    letters = owner_letters(summary, settings, language, lambda entry: "")
    return StatusReport(settings, summary, letters, language)


def written(name: str, *entries: Entry) -> str:
    """The report in a format."""
    paper = next(paper for paper in STATUS_PAPERS if paper.name == name)
    return paper.render(a_report(*entries))


def test_text() -> None:
    """Sums first, then what may need a look with its id, then a letter to each owner."""
    letter = a_report(*ENTRIES).letters[0].text.rstrip("\n")

    assert written("text", *ENTRIES) == TEXT.format(letter=letter)


def test_markdown() -> None:
    """Sums as tables; what would be markup in a title is shown as it stands."""
    lines = a_report(*ENTRIES).letters[0].text.splitlines()
    letter = "\n".join(f"    {line}".rstrip() for line in lines)

    assert written("md", *ENTRIES) == MARKDOWN.format(letter=letter)


def test_data() -> None:
    """Every item with all that was computed, beside its declared status; every sum; each letter."""
    (letter,) = a_report(*ENTRIES).letters
    states = {
        "past_a_date": 1, "something_else": 0, "not_known": 0, "nothing_found": 1, "over": 0,
    }  # fmt: skip
    both = {"goal": 1, "measure": 1}
    everything = {"rests_on": both, "states": states, "signals": {"past_its_end": 1}}

    assert json.loads(written("json", *ENTRIES)) == {
        "strategy": "Strategy",
        "date": "2026-11-21",
        "review_months": {"running": 6, "other": 12},
        "with_history": 0,
        "not_known": {},
        "all": everything,
        "areas": [{"id": "omrade", "kind": "area"} | everything],
        "goals": [{"id": "mal", "kind": "goal"} | everything],
        "owners": [
            {
                "id": "ks", "kind": "organisation", "rests_on": {"measure": 1},
                "states": states | {"nothing_found": 0}, "signals": {"past_its_end": 1},
            }
        ],
        "items": [
            {
                "id": "mal", "kind": "goal", "title": "Goal", "status": None, "status_date": None,
                "state": "nothing_found", "signals": [], "not_known": [],
            },
            {
                "id": "tiltak", "kind": "measure", "title": "Measure *1*", "status": "ongoing",
                "status_date": "2026-10", "state": "past_a_date",
                "signals": [{"kind": "past_its_end", "since": "2025-10-31", "months": 12}],
                "not_known": [],
            },
        ],
        "letters": [{"to": "ks", "subject": letter.subject, "text": letter.text}],
    }  # fmt: skip


def test_a_strategy_that_has_just_begun() -> None:
    """There is nothing to sum up, and an area rests on nothing."""
    text = written("text", an_area(title="Area"))

    assert "\n\nNo goals, measures or projects are registered yet. Nobody" in text
    assert text.endswith("By priority area\n  - Area: nothing is registered")
    assert "| Area | nothing is registered | 0 | 0 | 0 | 0 | 0 |" in written(
        "md", an_area(title="Area")
    )
