"""Reading half of the items apart changes nothing but the time it takes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from living_strategy.loading.loader import load
from living_strategy.loading.read_ahead import WORTHWHILE, Collect, ReadAhead, Results, begin
from living_strategy.model import Measure
from tests.factories import shown, write_files

GOAL = "title: Mål {number}\narea: omrade\nstanding: adopted\n"


def _many(root: Path) -> Path:
    files: dict[str, str | bytes | None] = {
        f"goals/g{number:04}.yml": GOAL.format(number=number) for number in range(WORTHWHILE)
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

    apart, here = load(root, start), load(root)
    assert len(begun) == 1
    assert shown(apart.diagnostics) == shown(here.diagnostics)
    assert {key: record.entry for key, record in apart.corpus.records.items()} == {
        key: record.entry for key, record in here.corpus.records.items()
    }
    assert apart.corpus.broken == here.corpus.broken
    assert apart.corpus.broken_links >= here.corpus.broken_links - {"title"}


def test_few_items_are_read_here(tmp_path: Path) -> None:
    """For a few items another process costs more than it saves."""
    assert begin(str(tmp_path), ["goals/a.md"], lambda task: task) == ReadAhead()
    assert begin(str(tmp_path), ["goals/a.md"] * WORTHWHILE, None) == ReadAhead()
    assert ReadAhead().get(f"{Measure.folder}/a.md") is None
