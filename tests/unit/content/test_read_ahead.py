"""Reading half of the items apart changes nothing but the time it takes."""

from __future__ import annotations

from collections.abc import Callable

from living_strategy.content.loader import load
from living_strategy.content.read_ahead import (
    PARALLEL_THRESHOLD,
    Collect,
    KnownItems,
    ReadAhead,
    Results,
    no_prefetch,
    prefetch_half,
)
from living_strategy.model import Measure
from tests.factories import Files, a_source, shown

GOAL = "title: Mål {number}\narea: omrade\nstanding: adopted\n"


def _many(goals: int = PARALLEL_THRESHOLD) -> dict[str, str | bytes | None]:
    files: dict[str, str | bytes | None] = {
        f"goals/g{number:04}.yml": GOAL.format(number=number) for number in range(goals)
    }
    broken = {
        "measures/a.md": "---\ntitle: [\n---\n",
        "measures/b.md": "uten nøkler",
        "measures/c.yml": "- liste\n",
        "measures/d.md": b"\xff",
        "measures/e.md": "---\ntitle: [x]\n---\n# Tittel\n",
    }
    return files | broken


def test_same_result() -> None:
    """Items read apart give the same entries and findings as items read here."""
    source = a_source(_many())
    begun: list[Results] = []

    def start(task: Callable[[], Results]) -> Collect:
        begun.append(task())
        return lambda: begun[-1]

    apart, here = load(source, prefetch_half(start)), load(source)
    assert len(begun) == 1
    assert shown(apart.diagnostics) == shown(here.diagnostics)
    assert {key: record.entry for key, record in apart.corpus.records.items()} == {
        key: record.entry for key, record in here.corpus.records.items()
    }
    assert apart.corpus.broken == here.corpus.broken
    assert apart.corpus.broken_links >= here.corpus.broken_links - {"title"}


def test_few_items_are_read_here() -> None:
    """For a few items another process costs more than it saves."""
    assert prefetch_half(lambda task: task)(a_source({}), ["goals/a.md"]) == ReadAhead()
    assert no_prefetch(a_source({}), ["goals/a.md"] * PARALLEL_THRESHOLD) == ReadAhead()
    assert ReadAhead().get(f"{Measure.folder}/a.md") is None


def test_known_items_say_the_same() -> None:
    """Read again and again, unchanged or changed, mended or broken: always as if read at once."""
    files, known = _many(3), KnownItems()
    good = "---\ntitle: Et tiltak\nstatus: proposed\n---\nTekst.\n"
    edits: tuple[Files, ...] = (
        {},
        {},
        {"measures/b.md": good, "measures/e.md": None},
        {"measures/b.md": good.replace("Tekst", "[Lenke](borte.md)"), "goals/g0001.yml": "[]"},
        {"measures/b.md": "---\ntitle: [\n---\n", "goals/g0001.yml": GOAL.format(number="én")},
        {"goals/g0001.yml": b"\xff", "measures/b.md": good + "Mer.\n", "measures/f.md": good},
    )
    for edit in edits:
        files |= edit
        again, afresh = load(a_source(files), known.prefetch), load(a_source(files))
        assert shown(again.diagnostics) == shown(afresh.diagnostics)
        assert again.corpus.records == afresh.corpus.records
        assert again.corpus.broken == afresh.corpus.broken
        assert again.corpus.unread == afresh.corpus.unread
