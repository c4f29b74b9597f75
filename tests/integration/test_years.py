"""Years of national releases, taken by the program into folders that people edit meanwhile.

What tests/unit/upstream/test_years.py holds of values holds here of files: each release is proposed
on a branch, as the scheduled pipeline does, while others judge and write on the main one.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from living_strategy.content.loader import load
from living_strategy.content.source import DiskSource
from living_strategy.diagnostics import Severity
from living_strategy.editing.canonical import canonical
from living_strategy.inspection import inspect_strategy
from living_strategy.upstream.impact import impact
from living_strategy.upstream.kept_comments import with_comments
from living_strategy.upstream.texts import record_text
from tests.examples import examples
from tests.factories import TODAY, valid_files, write_files
from tests.integration.conftest import Run
from tests.national_years import STRATEGIES, editions, judgements
from tests.repositories import commit, git

SETTINGS, MEASURE = "strategy/strategy.yml", "measures/tiltak.md"
NATIONAL = "upstream: [{name: ks, title: Den nasjonale strategien}]\n"
# What an update may say of files that nobody has touched. None of it stops a site.
EXPECTED = {"outdated-judgement", "retired-upstream-reference"}
MERGED = 62
"""How many of a country propose with git: a sixth, because git takes most of the time."""


def files(root: Path) -> dict[str, bytes]:
    """All that a folder holds, but for git."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.relative_to(root).parts[0] != ".git"
    }


@dataclass
class Office:
    """Those who keep one strategy: its folder, and what they do to it."""

    root: Path
    random: Random
    run: Run

    def begin(self, edition: Path) -> None:
        """Follow the national strategy from this edition on."""
        write_files(self.root, {SETTINGS: f"{valid_files()[SETTINGS]}{NATIONAL}"})
        self.call("upstream", "add", "ks", str(edition))

    def call(self, *arguments: str) -> str:
        """Run the program, which must succeed."""
        done = self.run(self.root, *arguments)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def work(self, year: int) -> None:
        """Judge goals, comment on the records, and write about national ones."""
        corpus = load(DiskSource(self.root)).corpus
        pinned = corpus.upstreams["ks"].catalogue
        assert pinned
        records = {record.id: record for record in corpus.adoptions}
        for written, adoption in list(judgements(self.random, pinned, records.values())):
            text, path = record_text(adoption), f"adoption/ks/{written}.yml"
            if written in records:
                text = with_comments(text, records[written].source.yaml)
            text = f"# Merknad {year}, {self.random.random()}\n{text}"
            (self.root / path).parent.mkdir(parents=True, exist_ok=True)
            (self.root / path).write_bytes(canonical(path, text.encode()).content)
        goal = self.random.choice([entry for entry in pinned.entries if entry.kind == "goal"])
        with (self.root / MEASURE).open("a", encoding="utf-8") as file:
            file.write(f"\nI år {year} ser vi på [[ks:{goal.id}]].\n")

    def own(self) -> dict[str, bytes]:
        """Everything here that is ours, to the byte."""
        return {
            path: content
            for path, content in files(self.root).items()
            if not path.startswith("upstream/")
        }

    def update(self, edition: Path) -> None:
        """Take a release where one works."""
        self.call("upstream", "update", "--from", str(edition))

    def propose(self, edition: Path, year: int) -> None:
        """Take a release on a branch while others work, and merge it."""
        git(self.root, "checkout", "--quiet", "-b", f"national-{year}")
        self.update(edition)
        commit(self.root)
        git(self.root, "checkout", "--quiet", "-")
        self.work(year)
        commit(self.root)
        before = self.own()
        # Ends with an error if anybody had to decide between two texts.
        git(self.root, "merge", "--quiet", "--no-edit", f"national-{year}")
        assert self.own() == before

    def check(self, edition: Path) -> Counter[str]:
        """What must hold when a release is taken; how many rows ask for what."""
        assert (self.root / "upstream/ks.catalogue.json").read_bytes() == edition.read_bytes()
        lock = (self.root / "upstream/ks.lock.yml").read_text("utf-8")
        assert hashlib.sha256(edition.read_bytes()).hexdigest() in lock
        inspection = inspect_strategy(self.root, TODAY)
        assert {finding.code for finding in inspection.diagnostics} <= EXPECTED
        assert not [one for one in inspection.diagnostics if one.severity is Severity.ERROR]
        asked = impact(inspection.graph, inspection.graph.corpus.upstreams["ks"])
        assert all(row.reasons for row in asked.rows)
        records = {record.id for record in inspection.graph.corpus.adoptions}
        assert {row.record.id for row in asked.rows if row.record} <= records
        return Counter(row.need.value for row in asked.rows)


def years(folder: Path, run: Run, seed: int, count: int, merged: int, **sizes: int) -> int:
    """Follow all releases with this many strategies, of which some merge; how many rows asked."""
    random, asked = Random(seed), 0
    names = []
    for raw in editions(random, **sizes):
        names.append(folder / f"{json.loads(raw)['edition']['name']}.json")
        names[-1].write_bytes(raw)
    for number in range(count):
        office = Office(folder / f"{seed}-{number}", Random(random.random()), run)
        office.begin(names[0])
        if number < merged:
            commit(office.root)
        for year, edition in enumerate(names[1:], 2):
            if number < merged:
                office.propose(edition, year)
            else:
                office.work(year)
                before = office.own()
                office.update(edition)
                assert office.own() == before
            asked += office.check(edition).total()
        done = files(office.root)
        # Done again, nothing is another.
        office.update(names[-1])
        assert files(office.root) == done
    return asked


@settings(
    examples(2), suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(st.integers(0, 2**32))
def test_files_of_people_are_left_alone(tmp_path: Path, run: Run, seed: int) -> None:
    """Whatever is released and written meanwhile: nothing is lost, and no merge asks."""
    folder = tmp_path / str(seed)
    folder.mkdir(exist_ok=True)
    years(folder, run, seed, 2, 1, years=4, goals=8)


@pytest.mark.matrix
@pytest.mark.no_cover
def test_a_country_of_folders(tmp_path: Path, run: Run) -> None:
    """As many as there are municipalities and counties, over six releases."""
    assert years(tmp_path, run, 20261129, STRATEGIES, MERGED) > STRATEGIES
