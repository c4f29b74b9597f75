"""A strategy over a year: what was done, moved, stopped and reported between May and August."""

from __future__ import annotations

from living_strategy.content.graph import Graph
from living_strategy.content.tree import MemorySource
from living_strategy.history.event import History
from living_strategy.inspection import inspect_source
from tests.factories import TODAY
from tests.histories import Commit, history_of

_STRATEGY = """\
title: Strategi for Lillevik
language: nb
publication: demonstration
areas:
  - id: skole
    title: Skole
  - id: helse
    title: Helse
"""
_GOAL = """\
---
title: Alle lærer digitalt
area: skole
standing: adopted
indicators:
  - id: elever
    title: Elever med egen maskin
    unit: percent
    direction: up
    baseline: {date: 2025, value: 50}
---
"""
_MEASURE = "---\ntitle: %s\ngoals: [laering]\nstatus: %s\n"
_STATUS_DATE = "status_date: 2026-04\n"
_PLATFORM = _MEASURE % ("Felles plattform", "planned") + "period: {end: 2026-10}\n"
_COURSE = _MEASURE % ("Kurs for lærere", "ongoing") + _STATUS_DATE + "period: {end: 2026-12}\n"
_CODING = _MEASURE % ("Koding på timeplanen", "ongoing") + _STATUS_DATE
_TRIAL = _MEASURE % ("Forsøk med nettbrett", "ongoing") + _STATUS_DATE

APRIL = {
    "strategy/strategy.yml": _STRATEGY,
    "strategy/registers/organisations.yml": "ks: {title: KS, type: association}\n",
    "goals/laering.md": _GOAL,
    "measures/plattform.md": f"{_PLATFORM}---\n",
    "measures/kurs.md": f"{_COURSE}---\n",
    "measures/koding.md": f"{_CODING}---\n",
    "measures/forsok.md": f"{_TRIAL}---\n",
}
# A status and a date on their way, and a word that is put right.
JUNE = APRIL | {
    "measures/plattform.md": APRIL["measures/plattform.md"].replace("planned", "ongoing"),
    "measures/kurs.md": APRIL["measures/kurs.md"].replace("2026-12", "2027-03"),
    "measures/forsok.md": APRIL["measures/forsok.md"].replace("Forsøk med", "Utprøving av"),
}
_VALUES = """\
    values:
      - {date: 2026-06-30, value: 73}
      - {date: 2026, value: 80}
---
"""
_DATED = """\
milestones:
  - {title: Avtale signert, date: 2026-06, done: 2026-06-15}
decisions:
  - {title: Bevilger midler, date: 2026-05-20, body: ks}
  - {title: Starter arbeidet, date: 2025-11-04, body: ks}
updates:
  - {date: 2026-08-01, text: Alle skoler er med.}
---
"""
JULY = JUNE | {
    "strategy/registers/organisations.yml": (
        "ks: {title: KS, type: association}\nstaten: {title: Staten, type: agency}\n"
    ),
    "goals/laering.md": _GOAL.removesuffix("---\n") + _VALUES,
    "measures/plattform.md": (
        _PLATFORM.replace("planned", "completed") + "status_date: 2026-06-30\n" + _DATED
    ),
    "measures/kurs.md": APRIL["measures/kurs.md"].replace("2026-12", "2027-06"),
    "measures/koding.md": (
        _CODING.replace("ongoing", "paused") + "status_reason: Venter på læreplanen.\n---\n"
    ),
    "measures/nytt.md": _MEASURE % ("Nytt tiltak mot juks", "planned") + "---\n",
}
# After the period: a report that was late, a status that was another, and an entry that went.
OCTOBER = {
    path: text
    for path, text in JULY.items()
    if path != "measures/forsok.md"
} | {
    "measures/plattform.md": (
        JULY["measures/plattform.md"]
        .replace("completed", "ongoing")
        .replace("updates:\n", "updates:\n  - {date: 2026-07-15, text: Ni skoler er med.}\n")
    ),
}  # fmt: skip
COMMITS = (
    Commit("2026-04-10", APRIL),
    Commit("2026-06-01", JUNE),
    Commit("2026-07-01", JULY),
    Commit("2026-10-01", OCTOBER),
)


def reported_graph() -> Graph:
    """The strategy as it is today."""
    source = MemorySource({path: text.encode() for path, text in OCTOBER.items()})
    return inspect_source(source, TODAY).graph


def reported_history(*commits: Commit) -> History:
    """What happened to it, or after these commits alone."""
    return history_of(*(commits or COMMITS))
