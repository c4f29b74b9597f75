"""The past of the living content: what it said in August, in September and in October."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from living_strategy.adapters.git.editions import edition_from
from living_strategy.content.tree import MemorySource
from living_strategy.content.versions import VersionReader
from living_strategy.history.assembly import assemble
from living_strategy.history.comparison import Comparison, Occasion, compared, occasions
from living_strategy.history.edition import Edition
from living_strategy.history.event import History
from living_strategy.history.net import difference
from living_strategy.settings import Settings
from tests.histories import Commit, MemoryLog

TAG = "vedtatt-2026"


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
    settings, guide = "strategy/strategy.yml", "measures/veiledning.md"
    august[settings] = texts[settings].replace(
        "summary: Mål og tiltak for Lillevik.".encode(), "summary: Mål for Lillevik.".encode()
    )
    august[guide] = texts[guide].replace(b"---\n", b"---\ngammelt: felt\n", 1)
    assert august[settings] != texts[settings]
    assert len({texts[goal], september[goal]}) == len({texts[measure], august[measure]}) == 2
    return [
        Commit("2026-08-10", august, "Write it down"),
        Commit("2026-09-15", september, "Stop the measure"),
        Commit("2026-10-05", october, "Adopt the goal"),
    ]


def living_past(
    texts: Mapping[str, bytes], settings: Settings, today: date
) -> tuple[History, tuple[Comparison, ...], dict[str, Edition]]:
    """The history of the content, what is different since its meetings and decisions, and the text
    that was decided on.
    """
    log, reader = MemoryLog(*earlier(texts)), VersionReader()
    history = assemble(log, reader, {}, {})
    comparisons = compared(
        tuple(_resolved(occasion) for occasion in occasions(settings)),
        history,
        lambda state: difference(log, reader, state, history.tip, {}),
        today,
    )
    edition, _ = edition_from(MemorySource(earlier(texts)[0].files), TAG)
    return history, tuple(comparisons), {"styret-2026-08-12": edition}


def _resolved(occasion: Occasion) -> Occasion:
    """The tag leads to the first commit."""
    return replace(occasion, revision="0" if occasion.revision == TAG else "")
