"""Reading half of many items apart changes nothing but the time it takes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from living_strategy.loading.items import item_paths
from living_strategy.loading.loader import load
from living_strategy.loading.read_ahead import WORTHWHILE, Results, begin
from living_strategy.model import KINDS
from tests.conftest import Content

Task = Callable[[], Results]
GOOD = "---\ntitle: Prosjekt {n}\nmeasures: [tiltak]\nstatus: ongoing\n---\n\nTekst {n}.\n"
FAULTY = {
    "projects/zz-bad-yaml.md": "---\ntitle: [x\n---\n",
    "projects/zz-no-front.md": "title: x\n",
    "projects/zz-not-utf8.md": b"---\ntitle: \xff\n---\n",
    "projects/zz-list.yml": "- x\n",
    "projects/zz-twice.md": "---\ntitle: x\ndescription: y\n---\n\nz\n",
}


def many(content: Content) -> Path:
    """A strategy large enough, with mistakes in the half that is read apart."""
    files: dict[str, str | bytes | None] = {
        f"projects/p-{n:04}.md": GOOD.format(n=n) for n in range(WORTHWHILE)
    }
    files |= {
        f"goals/g-{n}.yml": f"title: Mål {n}\narea: omrade\nstanding: proposed\n" for n in range(3)
    }
    return content(files | FAULTY)


def test_same_result(content: Content) -> None:
    """With and without a second reader, entries and findings are the same."""
    root = many(content)
    asked: list[Task] = []

    def start(task: Task) -> Task:
        asked.append(task)
        return task

    apart, alone = load(root, start), load(root)

    assert len(asked) == 1
    assert apart.diagnostics == alone.diagnostics
    assert apart.corpus.broken == alone.corpus.broken
    assert [record.entry for record in apart.corpus.records.values()] == [
        record.entry for record in alone.corpus.records.values()
    ]


def test_only_sound_files_travel(content: Content) -> None:
    """Files with findings are left to the usual way, which reports them."""
    root = many(content)
    ahead = begin(str(root), item_paths(str(root), KINDS), lambda task: task)
    results = ahead.collect()

    assert {"projects/zz-list.yml", "projects/zz-twice.md"} <= results.keys()
    assert not {"projects/zz-bad-yaml.md", "projects/zz-no-front.md"} & results.keys()
    assert "goals/g-0.yml" not in ahead.paths


def test_few_items(content: Content) -> None:
    """A small strategy is read in one go."""
    root = content({})

    def start(task: Task) -> Task:
        raise AssertionError

    assert not begin(str(root), item_paths(str(root), KINDS), start).paths
