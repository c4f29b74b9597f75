"""Items that are kept between runs say what they say when they are read."""

from __future__ import annotations

import json
from typing import Any

import pytest

from living_strategy.content.kept_items import KeptItems, prefetch_kept
from living_strategy.content.loader import Loaded, load
from living_strategy.content.markdown import prose
from living_strategy.content.read_ahead import PARALLEL_THRESHOLD, Share, alone
from tests.factories import Files, MemoryCache, a_source, shown

GOAL = "title: Mål {number}\narea: omrade\nstanding: adopted\n"
MEASURE = """\
---
title: Et tiltak
goals: [g0001]
status: proposed
status_date:
period: {{ start: 2026, end: 0301 }}
sources:
  - {{ title: "Kilde: én", url: https://ks.no, date: 2024-01 }}
updates:
  - date: 2024-01
    text: |
      Se [[g0001]] og [[g0001|målet]].
  - {{ date: 2024-02, text: "[Borte](borte.md)" }}
---
## Hva

{body}
"""


def _files(goals: int = 3) -> dict[str, str | bytes | None]:
    return {
        **{f"goals/g{number:04}.yml": GOAL.format(number=number) for number in range(goals)},
        "measures/a.md": "---\ntitle: [\n---\n",
        "measures/b.md": MEASURE.format(body="Tekst om [[g0002]]."),
        "measures/c.yml": "- liste\n",
        "measures/d.md": b"\xff",
        "measures/e.md": MEASURE.format(body="[Lenke](borte.md) <script>x</script>"),
        "measures/f.md": b"\xef\xbb\xbf"
        + MEASURE.format(body="Ære.").replace("\n", "\r\n").encode(),
        "measures/g.md": MEASURE.format(body="").replace("---\n##", "description: Ord.\n---\n##"),
        "measures/README.md": "Ikke et tiltak.",
    }


def _loaded(loaded: Loaded) -> tuple[Any, ...]:
    corpus = loaded.corpus
    return (
        shown(loaded.diagnostics), corpus.records, corpus.broken, corpus.unread,
        corpus.possible_ids, corpus.broken_links, loaded.texts,
    )  # fmt: skip


def _read(
    files: Files, kept: MemoryCache, program: str = "1", share: Share = alone
) -> tuple[Any, ...]:
    return _loaded(load(a_source(files), prefetch_kept(kept, program, share)))


def test_kept_items_say_the_same() -> None:
    """Read for the first time, again, changed, broken or mended: as if they were read at once."""
    files, kept = _files(), MemoryCache()
    edits: tuple[Files, ...] = (
        {},
        {},
        {"measures/b.md": MEASURE.format(body="[Lenke](borte.md)"), "goals/g0001.yml": "[]"},
        {"measures/b.md": "---\ntitle: [\n---\n", "goals/g0001.yml": GOAL.format(number="én")},
        {"measures/a.md": MEASURE.format(body="Helt."), "measures/e.md": None},
        {"measures/b.yml": "title: x\n", "goals/g0002.yml": GOAL.format(number="1")},
    )
    for edit in edits:
        files |= edit
        assert _read(files, kept) == _loaded(load(a_source(files)))


def test_what_is_kept_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """Items without a mistake in their YAML are read once; texts with one are looked through."""
    files, kept = _files(), MemoryCache()
    first = _read(files, kept)
    scanned: list[str] = []
    scan = prose.scan

    def counting(text: str, **options: bool) -> prose.Prose:
        scanned.append(text)
        return scan(text, **options)

    monkeypatch.setattr(prose, "scan", counting)

    assert kept.given == 0
    assert _read(files, kept) == first
    assert kept.given == len(kept.values) > 5
    assert scanned
    assert {"borte.md" in text for text in scanned if "[" in text} == {True}


def test_another_program_reads_for_itself() -> None:
    """What another version kept is not asked for."""
    kept = MemoryCache()
    _read(_files(), kept, "1")
    _read(_files(), kept, "2")

    assert kept.given == 0


def test_bytes_and_ending_say_how_a_file_is_read() -> None:
    """The same bytes as .yml and as .md are two things."""
    text = "---\ntitle: A\n---\n"
    files: Files = {"goals/a.md": text, "goals/b.yml": text}
    kept = MemoryCache()

    for _ in range(2):
        assert _read(files, kept) == _loaded(load(a_source(files)))


@pytest.mark.parametrize(
    "row", ["", "7", "null", "[]", "{", '["x",[],[],[]]', "[{},[1],[],[]]", "[{},[],[],[]]"]
)
def test_a_foreign_cache_is_none(row: str) -> None:
    """Rows that this program did not write are passed over."""
    files, kept = _files(), MemoryCache()
    as_read = _read(files, kept)
    kept.values = dict.fromkeys(kept.values, row)

    assert _read(files, kept) == as_read


def test_many_unknown_items_are_read_in_several_processes() -> None:
    """When nothing is kept yet; the second time there is nothing to read."""
    files, kept = _files(PARALLEL_THRESHOLD), MemoryCache()
    shared: list[int] = []

    def share(work: Any, tasks: int) -> list[Any]:
        shared.append(tasks)
        return [work(iter(range(first, tasks, 3))) for first in range(3)]

    apart = _read(files, kept, share=share)

    assert apart == _loaded(load(a_source(files)))
    assert shared == [PARALLEL_THRESHOLD // 100]
    assert _read(files, kept, share=share) == apart
    assert shared == [PARALLEL_THRESHOLD // 100]


def test_a_kept_item_is_given_once() -> None:
    """Who asks again reads the file as usual."""
    row = json.dumps([{"title": "A"}, [], [], [None]])
    items = KeptItems({"goals/a.yml": b"title: A"}, {"goals/a.yml": "key"}, {"key": row})
    read = items.get("goals/a.yml")

    assert read is not None
    assert read.tree.data == {"title": "A"}
    assert items.get("goals/a.yml") is None
    assert items.get("goals/b.yml") is None
