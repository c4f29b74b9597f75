"""Reading half of the items apart changes nothing but the time it takes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

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
from tests.factories import shown, write_files

GOAL = "title: Mål {number}\narea: omrade\nstanding: adopted\n"


def _many(root: Path, goals: int = PARALLEL_THRESHOLD) -> Path:
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
    write_files(root, files | broken)
    return root


def test_same_result(tmp_path: Path) -> None:
    """Items read apart give the same entries and findings as items read here."""
    root = _many(tmp_path)
    begun: list[Results] = []

    def start(task: Callable[[], Results]) -> Collect:
        begun.append(task())
        return lambda: begun[-1]

    apart, here = load(root, prefetch_half(start)), load(root)
    assert len(begun) == 1
    assert shown(apart.diagnostics) == shown(here.diagnostics)
    assert {key: record.entry for key, record in apart.corpus.records.items()} == {
        key: record.entry for key, record in here.corpus.records.items()
    }
    assert apart.corpus.broken == here.corpus.broken
    assert apart.corpus.broken_links >= here.corpus.broken_links - {"title"}


def test_few_items_are_read_here(tmp_path: Path) -> None:
    """For a few items another process costs more than it saves."""
    assert prefetch_half(lambda task: task)(str(tmp_path), ["goals/a.md"]) == ReadAhead()
    assert no_prefetch(str(tmp_path), ["goals/a.md"] * PARALLEL_THRESHOLD) == ReadAhead()
    assert ReadAhead().get(f"{Measure.folder}/a.md") is None


def test_known_items_say_the_same(tmp_path: Path) -> None:
    """Read again and again, unchanged or changed, mended or broken: always as if read at once."""
    root, known = _many(tmp_path, 3), KnownItems()
    good = "---\ntitle: Et tiltak\nstatus: proposed\n---\nTekst.\n"
    edits: tuple[dict[str, str | bytes | None], ...] = (
        {},
        {},
        {"measures/b.md": good, "measures/e.md": None},
        {"measures/b.md": good.replace("Tekst", "[Lenke](borte.md)"), "goals/g0001.yml": "[]"},
        {"measures/b.md": "---\ntitle: [\n---\n", "goals/g0001.yml": GOAL.format(number="én")},
        {"goals/g0001.yml": b"\xff", "measures/b.md": good + "Mer.\n", "measures/f.md": good},
    )
    for files in edits:
        for path, content in files.items():
            if content is None:
                (root / path).unlink()
        write_files(root, {path: content for path, content in files.items() if content is not None})
        again, afresh = load(root, known.prefetch), load(root)
        assert shown(again.diagnostics) == shown(afresh.diagnostics)
        assert again.corpus.records == afresh.corpus.records
        assert again.corpus.broken == afresh.corpus.broken
        assert again.corpus.unread == afresh.corpus.unread
