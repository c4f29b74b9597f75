"""The history of a repository is put together once, and comes out the same however it was kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from living_strategy.adapters.git.history_log import GitLog, open_log
from living_strategy.adapters.git.kept_history import history_of
from living_strategy.adapters.storage.database import FOLDER
from living_strategy.adapters.storage.history_cache import NAME
from living_strategy.content.versions import VersionReader
from living_strategy.history.assembly import assemble
from living_strategy.history.event import History
from living_strategy.model.trait import Change
from tests.factories import as_bytes, valid_files
from tests.integration.test_history_log import Repository, remove_object
from tests.repositories import git

VALID = as_bytes(valid_files())
GOAL = VALID["goals/mal.md"].decode()


class Counted(GitLog):
    """Remembers which contents it was asked for, and how often."""

    def __init__(self, log: GitLog) -> None:
        super().__init__(log._root, log.reach)
        self.asked: list[int] = []
        self.walks = 0
        self.since: list[str] = []

    def contents(self, names: Sequence[str], limit: int):  # type: ignore[no-untyped-def]
        """Note the question and answer it."""
        self.asked.append(len(names))
        return super().contents(names, limit)

    def revisions(self, since: str = ""):  # type: ignore[no-untyped-def]
        """Note the question and answer it."""
        self.walks += 1
        self.since.append(since)
        return super().revisions(since)


def counted(root: Path) -> Counted:
    """The log of a strategy, which counts."""
    log = open_log(root)
    assert isinstance(log, GitLog)
    return Counted(log)


def kept(repository: Repository) -> tuple[History, Counted]:
    """The history as a build reads it, and what that took."""
    log = counted(repository.root)
    return history_of(repository.root, log, VersionReader(), {}), log


def afresh(repository: Repository) -> History:
    """The history without anything that was kept."""
    return assemble(counted(repository.root), VersionReader(), {}, {})


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A strategy with edits, renames, a file that could not be read, and one that came back."""
    repository = Repository(tmp_path / "repository")
    repository.commit("start", {**VALID, ".gitignore": ".cache/\n"})
    repository.commit("tittel", {"goals/mal.md": GOAL.replace("title: ", "title: Nytt ", 1)})
    repository.commit("navn", {"goals/mal.md": None, "goals/nytt.md": f"{GOAL}\nMer.\n"})
    repository.commit("feil", {"goals/nytt.md": "---\ntitle: 'x\n---\n"})
    repository.commit("rettet", {"goals/nytt.md": f"{GOAL}\nEnda mer.\n"})
    repository.commit("bort", {"projects/prosjekt.yml": None})
    repository.commit("tilbake", {"projects/prosjekt.yml": VALID["projects/prosjekt.yml"]})
    return repository


def test_it_is_the_same(repository: Repository) -> None:
    """Put together for the first time, from what is kept, or without keeping; the second time
    nothing is read.
    """
    expected = afresh(repository)
    first, _ = kept(repository)
    second, log = kept(repository)

    assert expected.events
    assert expected.unread
    assert first == second == expected
    assert (log.walks, log.asked) == (0, [])


def test_contents_come_in_one_stream(repository: Repository) -> None:
    """Also those of files that were renamed, could not be read, or came back: nothing is fetched
    by itself.
    """
    _, log = kept(repository)

    assert log.walks == 1
    assert len(log.asked) == 1


def test_after_another_commit(repository: Repository) -> None:
    """Only the two contents that were not compared before are read."""
    kept(repository)
    repository.commit("mer", {"goals/nytt.md": f"{GOAL}\nTil slutt.\n", "strategy/x.txt": "x"})
    history, log = kept(repository)

    assert history == afresh(repository)
    # The version that cannot be read stands in between, and is asked for again.
    assert [count <= 4 for count in log.asked] == [True]


def test_a_history_that_is_rewritten(repository: Repository) -> None:
    """Another tip is walked again; comparisons of the same contents are not made again."""
    kept(repository)
    git(repository.root, "commit", "--quiet", "--amend", "--message=skrevet om")
    history, log = kept(repository)

    assert history == afresh(repository)
    assert history.events[-1].subject == "skrevet om"
    # The version that cannot be read, and what is no difference.
    assert sum(log.asked) <= 5
    git(repository.root, "reset", "--quiet", "--hard", "HEAD~2")
    assert kept(repository)[0] == afresh(repository)


def test_other_aliases(repository: Repository) -> None:
    """Those of entries that went are part of what a history depends on."""
    first, _ = kept(repository)
    aliases = {("project", "prosjekt"): ("goal", "nytt")}
    log = counted(repository.root)
    other = history_of(repository.root, log, VersionReader(), aliases)

    assert log.walks == 1
    assert other == assemble(counted(repository.root), VersionReader(), {}, aliases) != first
    assert kept(repository)[0] == first


def test_the_alias_of_a_new_rename(repository: Repository) -> None:
    """An entry that only now goes on under another id: nothing before it is read again."""
    kept(repository)
    goal = f"{GOAL}\nEnda mer.\n".replace("title: ", "aliases:\n- nytt\ntitle: ", 1)
    repository.commit("id", {"goals/nytt.md": None, "goals/nyest.md": goal})
    aliases = {("goal", "nytt"): ("goal", "nyest")}
    log = counted(repository.root)
    history = history_of(repository.root, log, VersionReader(), aliases)

    assert log.since == [git(repository.root, "rev-parse", "HEAD~1")]
    assert history == assemble(counted(repository.root), VersionReader(), {}, aliases)
    assert history.events[-1].entry == "nyest"


def test_a_cut_history_is_not_kept(repository: Repository, tmp_path: Path) -> None:
    """Once the rest is fetched, the same tip has a longer one."""
    clone = Repository(tmp_path / "klone")
    git(clone.root, "fetch", "--quiet", "--depth=2", repository.root.as_uri(), "HEAD")
    git(clone.root, "reset", "--quiet", "--hard", "FETCH_HEAD")
    short, _ = kept(clone)
    git(clone.root, "fetch", "--quiet", "--unshallow", repository.root.as_uri(), "HEAD")

    assert len(short.states) == 2
    assert kept(clone)[0] == afresh(repository)


def test_a_history_with_holes_is_not_kept(repository: Repository) -> None:
    """A content that was missing may be there next time."""
    measure = VALID["measures/tiltak.md"].decode()
    repository.commit("en", {"measures/tiltak.md": f"{measure}\nEn.\n"})
    repository.commit("to", {"measures/tiltak.md": f"{measure}\nTo.\n"})
    expected = afresh(repository)
    name = git(repository.root, "rev-parse", "HEAD~1:measures/tiltak.md")
    path = repository.root / f".git/objects/{name[:2]}/{name[2:]}"
    content = path.read_bytes()
    remove_object(repository.root, name)
    assert [version.code for version in kept(repository)[0].unread] == [
        *("yaml-syntax", "file-unreadable")
    ]
    path.write_bytes(content)

    assert kept(repository)[0] == expected


@pytest.mark.parametrize("value", [b"", b"x", None, 7])
@pytest.mark.parametrize("table", ["reading", "page"])
def test_what_another_wrote(repository: Repository, table: str, value: object) -> None:
    """What is kept and means nothing is made again."""
    kept(repository)
    with closing(sqlite3.connect(repository.root / FOLDER / NAME)) as database, database:
        database.execute(f"UPDATE {table} SET value = ?", (value,))

    assert kept(repository)[0] == afresh(repository)
    assert kept(repository)[1].walks == 0


def test_it_grows_with_the_repository(repository: Repository) -> None:
    """Every build goes on from the one before: after edits, a rename, a merge with a trailer on
    its branch, and a return, the history is the one that is read at once, and nothing old is asked.
    """
    kept(repository)
    measure = VALID["measures/tiltak.md"].decode()
    repository.commit("mer", {"goals/nytt.md": f"{GOAL}\nTil slutt.\n"})
    asked = [kept(repository)[1].asked]
    repository.branch("gren")
    repository.commit("en\n\nChange: editorial", {"measures/tiltak.md": f"{measure}\nEn.\n"})
    repository.back()
    repository.commit("navn", {"goals/nytt.md": None, "goals/nyest.md": f"{GOAL}\nTil slutt.\n"})
    asked.append(kept(repository)[1].asked)
    repository.git("merge", "--quiet", "--no-ff", "--message=samlet", "gren")
    history, log = kept(repository)

    assert asked == [[2], [1]]
    assert log.asked == [2]
    assert log.since == [git(repository.root, "rev-parse", "HEAD~1")]
    assert history == afresh(repository)
    assert history.events[-1].changes[0].change is Change.EDITORIAL


def test_misspelt_classes_are_kept(repository: Repository) -> None:
    """With the day and the commit, until a later commit says what was meant: then the class of the
    earlier change is another one, and everything before is looked up anew.
    """
    measure = VALID["measures/tiltak.md"].decode()
    text = {"measures/tiltak.md": f"{measure}\nEn.\n"}
    wrong = repository.commit("en\n\nChnage: editorial", text)
    cold, warm = kept(repository)[0], kept(repository)[0]
    repository.commit("mer", {"goals/nytt.md": f"{GOAL}\nTil slutt.\n"})
    further, log = kept(repository)

    assert [line.line for line in cold.misspelt] == ["Chnage: editorial"]
    assert (cold.misspelt, further.misspelt) == (warm.misspelt, cold.misspelt)
    assert (log.since, further) == (
        [git(repository.root, "rev-parse", "HEAD~1")],
        afresh(repository),
    )

    repository.commit(f"retting\n\nChange: editorial {wrong[:12]}", {})
    corrected = kept(repository)[0]
    repository.commit("etter", {"goals/nytt.md": f"{GOAL}\nEtter.\n"})

    assert (corrected.misspelt, kept(repository)[0]) == ((), afresh(repository))
    assert [
        [change.change for change in event.changes]
        for history in (further, corrected)
        for event in history.events
        if event.revision == wrong
    ] == [[Change.CLARIFICATION], [Change.EDITORIAL]]


def test_branches_in_turn(repository: Repository) -> None:
    """Each goes on from its own past, though the other one was read in between."""
    kept(repository)
    base = git(repository.root, "rev-parse", "HEAD")
    repository.branch("gren")
    repository.commit("gren", {"goals/nytt.md": f"{GOAL}\nGren.\n"})
    kept(repository)
    repository.back()
    repository.commit("main", {"goals/nytt.md": f"{GOAL}\nMain.\n"})
    history, log = kept(repository)

    assert log.since == [git(repository.root, "rev-parse", "gren"), base]
    assert history == afresh(repository)


def test_a_branch_that_was_merged_is_not_the_line(repository: Repository) -> None:
    """What was kept of a branch says nothing of the line that it was merged into."""
    base = git(repository.root, "rev-parse", "HEAD")
    repository.branch("gren")
    repository.commit("gren", {"goals/nytt.md": f"{GOAL}\nGren.\n"})
    kept(repository)
    repository.back()
    repository.git("merge", "--quiet", "--no-ff", "--message=samlet", "gren")
    history, _ = kept(repository)

    assert history == afresh(repository)
    assert [event.subject for event in history.events][-1] == "samlet"
    assert git(repository.root, "rev-parse", "HEAD^1") == base
