"""What only a repository has: revisions, modes, other repositories, objects that are missing."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from living_strategy.adapters.git.objects import Objects
from living_strategy.adapters.git.revision import GitSource, NoRevision, Why, open_revision
from living_strategy.content.loader import ContentRootNotFound, load
from living_strategy.content.reading import read_text
from living_strategy.content.source import NOT_FETCHED, Sort, TooLarge, Unreadable
from living_strategy.diagnostics import Diagnostic, Location
from living_strategy.language.particulars import Reason
from tests.factories import as_bytes, valid_files
from tests.repositories import commit, git, opened, write

VALID = as_bytes(valid_files())


class Counted(Objects):
    """Remembers what it was asked for, and which processes were started."""

    def __init__(self, repository: Path) -> None:
        super().__init__(repository)
        self.asked: list[str] = []
        self.processes: list[int] = []

    def read(self, name: str) -> bytes | None:
        """Note the question and answer it."""
        self.asked.append(name)
        content = super().read(name)
        self.processes += [process.pid for process in self._started.values()]
        return content


def counted(root: Path, revision: str = "HEAD") -> tuple[GitSource, Counted]:
    """A source and what it reads objects with."""
    objects = Counted(root)
    source = open_revision(root, revision, objects)
    assert isinstance(source, GitSource)
    return source, objects


def test_as_it_stood(tmp_path: Path) -> None:
    """A revision says what was committed, not what lies on disk, by any of its names."""
    write(tmp_path, VALID, {})
    first = commit(tmp_path)
    git(tmp_path, "tag", "--annotate", "--message=x", "vedtatt")
    write(tmp_path, {"goals/nytt.md": b"nytt", "goals/mal.md": b"endret"}, {})
    second = commit(tmp_path)
    (tmp_path / "goals/mal.md").write_text("ikke lagret")

    for revision, names in (
        (first, ["mal.md"]), ("vedtatt", ["mal.md"]), ("HEAD~1", ["mal.md"]),
        (second, ["mal.md", "nytt.md"]), (second[:10], ["mal.md", "nytt.md"]),
    ):  # fmt: skip
        with opened(tmp_path, revision) as source:
            assert source.listing("goals") == [(name, Sort.FILE) for name in names]
            is_old = len(names) == 1
            assert source.read("goals/mal.md", None) == (
                VALID["goals/mal.md"] if is_old else b"endret"
            )
            assert source.commit == str(source) == (first if is_old else second)


def test_content_in_a_folder_of_the_repository(tmp_path: Path) -> None:
    """Paths count from the content root, and a link out of it leads outside."""
    root = tmp_path / "plan \u00e6"
    write(root, VALID, {"goals/ute.md": "../../ute.md"})
    write(tmp_path, {"ute.md": b"x"}, {})
    commit(tmp_path)

    with opened(root) as source:
        assert source.read("goals/mal.md", None) == VALID["goals/mal.md"]
        assert source.target("goals/ute.md").is_outside
        assert source.sort("ute.md") is None


def test_before_there_was_a_strategy(tmp_path: Path) -> None:
    """A revision without the folder, or with nothing at all, is empty and no mistake."""
    root = tmp_path / "plan"
    empty = commit(tmp_path)
    write(tmp_path, {"lesmeg.txt": b"x"}, {})
    other = commit(tmp_path)
    write(root, VALID, {})
    commit(tmp_path)

    for revision in (empty, other):
        with opened(root, revision) as source:
            assert source.listing("") == []
            with pytest.raises(ContentRootNotFound):
                load(source)


def test_modes(tmp_path: Path) -> None:
    """A file that may be run is a file; another repository within ours is no folder of ours."""
    write(tmp_path, VALID, {})
    (tmp_path / "goals/mal.md").chmod(0o755)
    inner = tmp_path / "strategy/annet"
    write(inner, {"a.md": b"x"}, {})
    commit(inner)
    commit(tmp_path)

    assert git(tmp_path, "ls-files", "--stage", "goals/mal.md").startswith("100755")
    with opened(tmp_path) as source:
        assert source.sort("goals/mal.md") is Sort.FILE
        assert source.read("goals/mal.md", None) == VALID["goals/mal.md"]
        assert source.sort("strategy/annet") is Sort.OTHER
        assert source.read("strategy/annet", None) == Unreadable("it is not an ordinary file")
        assert load(source).diagnostics == (
            Diagnostic(
                "file-unreadable",
                Location("strategy/annet"),
                {"reason": Reason("it is not an ordinary file")},
            ),
        )


def test_large_files_are_not_asked_for(tmp_path: Path) -> None:
    """The size is known from the tree: what is too large is never read."""
    write(tmp_path, {"stor.txt": b"x" * 3_000_000, "liten.txt": b"x"}, {})
    commit(tmp_path)
    source, objects = counted(tmp_path)

    with source:
        assert source.read("stor.txt", 1000) == TooLarge(3_000_000, 1000)
        assert objects.asked == []
        assert source.read("liten.txt", 1000) == b"x"
        assert len(objects.asked) == 1


def test_one_process_for_all_files(tmp_path: Path) -> None:
    """All files are read through one git, which ends with the source."""
    write(tmp_path, VALID, {})
    commit(tmp_path)
    source, objects = counted(tmp_path)

    with source:
        load(source)
        assert len(objects.asked) == len(VALID)
        [pid] = set(objects.processes)
        assert pid != os.getpid()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_git_that_ends_is_started_again(tmp_path: Path) -> None:
    """A question that nobody answered is asked once more."""
    write(tmp_path, VALID, {})
    commit(tmp_path)
    source, objects = counted(tmp_path)

    with source:
        for _ in range(3):
            assert source.read("goals/mal.md", None) == VALID["goals/mal.md"]
            os.kill(objects.processes[-1], signal.SIGKILL)
        assert len(set(objects.processes)) == 3


def test_a_copy_has_a_git_of_its_own(tmp_path: Path) -> None:
    """A copy of the process does not take answers that are meant for the original."""
    write(tmp_path, VALID, {})
    commit(tmp_path)
    source, objects = counted(tmp_path)

    with source:
        source.read("goals/mal.md", None)
        child = os.fork()
        if child == 0:
            code = 1
            try:
                good = source.read("measures/tiltak.md", None) == VALID["measures/tiltak.md"]
                code = 0 if good and len(set(objects.processes)) == 2 else 2
            finally:
                os._exit(code)
        _, status = os.waitpid(child, 0)
        assert os.waitstatus_to_exitcode(status) == 0
        assert source.read("goals/mal.md", None) == VALID["goals/mal.md"]
        assert len(set(objects.processes)) == 1


@pytest.mark.parametrize("path", ["goals/mal.md", "goals/lenke.md"])
def test_objects_that_are_missing(tmp_path: Path, path: str) -> None:
    """What was not fetched is a finding, and reading goes on with the next file."""
    write(tmp_path, VALID, {"goals/lenke.md": "borte-herfra.md"})
    commit(tmp_path)
    name = git(tmp_path, "rev-parse", f"HEAD:{path}")
    known = opened(tmp_path)
    (tmp_path / f".git/objects/{name[:2]}/{name[2:]}").unlink()

    with known, opened(tmp_path) as afresh:
        for source in (known, afresh):
            assert source.read("measures/tiltak.md", None) == VALID["measures/tiltak.md"]
            if path == "goals/mal.md":
                params = {"reason": Reason(NOT_FETCHED)}
                finding = Diagnostic("file-unreadable", Location(path), params)
                assert read_text(source, path) == finding
            else:
                assert not source.target(path).is_outside
            assert source.read("projects/prosjekt.yml", None) == VALID["projects/prosjekt.yml"]


@pytest.mark.parametrize(
    "revision",
    [
        *("borte", "", "HEAD~1", "0" * 40, "HEAD:goals", "--all", "-h", "a b", "HEAD\n", "a\0b"),
        *("HEAD^{tree}", ":/finnes ikke", "@{99}"),
    ],
)
def test_no_such_revision(tmp_path: Path, revision: str) -> None:
    """A revision that is none, whatever it looks like, is said to be missing."""
    write(tmp_path, VALID, {})
    commit(tmp_path)
    opened = open_revision(tmp_path, revision)

    assert isinstance(opened, NoRevision)
    assert (opened.revision, opened.why) == (revision, Why.NO_REVISION)


def test_no_commits_yet(tmp_path: Path) -> None:
    """A repository without a commit has no HEAD."""
    git(tmp_path, "init", "--quiet")

    assert open_revision(tmp_path, "HEAD") == NoRevision("HEAD", Why.NO_REVISION)


def test_no_repository(tmp_path: Path) -> None:
    """A folder outside any repository, or none at all, is said to be that."""
    for folder in (tmp_path, tmp_path / "borte"):
        opened = open_revision(folder, "HEAD")
        assert isinstance(opened, NoRevision)
        assert (opened.why, bool(opened.git_message)) == (Why.NO_REPOSITORY, True)


def test_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without git the answer is that, and files that were known are not fetched."""
    write(tmp_path, VALID, {})
    commit(tmp_path)
    with opened(tmp_path) as source:
        monkeypatch.setenv("PATH", str(tmp_path))

        assert open_revision(tmp_path, "HEAD") == NoRevision("HEAD", Why.NO_GIT)
        assert source.read("goals/mal.md", None) == Unreadable(NOT_FETCHED)


def test_owner_that_is_not_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git refuses folders of others; what it says about the way out is passed on."""
    write(tmp_path, VALID, {})
    commit(tmp_path)
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    opened = open_revision(tmp_path, "HEAD")

    assert isinstance(opened, NoRevision)
    assert opened.why is Why.UNTRUSTED
    assert "safe.directory" in opened.git_message


def test_tree_that_is_missing(tmp_path: Path) -> None:
    """A commit whose folders are not all there is damaged, and nothing of it is read."""
    write(tmp_path, VALID, {})
    commit(tmp_path)
    name = git(tmp_path, "rev-parse", "HEAD:goals")
    (tmp_path / f".git/objects/{name[:2]}/{name[2:]}").unlink()
    opened = open_revision(tmp_path, "HEAD")

    assert isinstance(opened, NoRevision)
    assert (opened.why, name in opened.git_message) == (Why.DAMAGED, True)


def test_names_of_objects(tmp_path: Path) -> None:
    """Only a full name is asked for: nothing else can be slipped into the question."""
    for name in ("HEAD", "abc", "0" * 40 + "\n" + "0" * 40, ""):
        with Objects(tmp_path) as objects, pytest.raises(ValueError, match="not the name"):
            objects.read(name)
