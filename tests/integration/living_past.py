"""The past of the living content: what it said in August, in September and in October."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from living_strategy.content.versions import VersionReader
from living_strategy.history.assembly import assemble
from living_strategy.history.comparison import Comparison, compared, occasions
from living_strategy.history.event import History
from living_strategy.history.net import difference
from living_strategy.settings import Settings
from tests.histories import Commit, MemoryLog


def earlier(texts: Mapping[str, bytes]) -> list[Commit]:
    """Three published states; the last one is today's. A measure was stopped, a goal was adopted
    and reworded, and a project came.
    """
    october = dict(texts)
    september = {path: text for path, text in texts.items() if path != "projects/kurs.md"}
    goal = "goals/mal-1.md"
    september[goal] = texts[goal].replace(b"standing: adopted", b"standing: proposed")
    september[goal] = september[goal].replace(b"summary: Kort om", b"summary: Kort og godt om")
    august = dict(september)
    measure = "measures/journal.md"
    august[measure] = texts[measure].replace(b"status: stopped", b"status: ongoing")
    august[measure] = august[measure].replace(b"status_reason: For dyrt.\n", b"")
    assert len({texts[goal], september[goal]}) == len({texts[measure], august[measure]}) == 2
    return [
        Commit("2026-08-10", august, "Write it down"),
        Commit("2026-09-15", september, "Stop the measure"),
        Commit("2026-10-05", october, "Adopt the goal"),
    ]


def living_past(
    texts: Mapping[str, bytes], settings: Settings, today: date
) -> tuple[History, tuple[Comparison, ...]]:
    """The history of the content, and what is different since its meetings and decisions."""
    log, reader = MemoryLog(*earlier(texts)), VersionReader()
    history = assemble(log, reader, {}, {})
    comparisons = compared(
        tuple(occasions(settings)),
        history,
        lambda state: difference(log, reader, state, history.tip, {}),
        today,
    )
    return history, tuple(comparisons)
