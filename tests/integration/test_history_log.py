"""The published revisions of real repositories: what happened to which file, however it came."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from living_strategy.adapters.git.history_log import GitLog, open_log
from living_strategy.content.source import NOT_FETCHED, TooLarge, Unreadable
from living_strategy.history.event import Gap
from living_strategy.history.log import LogGapError
from tests.repositories import git, write

DAY = 86_400
START = 1_700_000_000
LIMIT = 1_000

Contents = Mapping[str, str | bytes | None]
# What happened to a file: its path, what it held before and after, and its path before.
Told = tuple[str, str | None, str | None, str]


class Repository:
    """A repository that is written commit by commit, a day apart."""

    def __init__(self, root: Path, content: str = ".") -> None:
        self.root = root
        self.content = root / content
        self.days = 0
        root.mkdir(parents=True, exist_ok=True)
        git(root, "init", "--quiet", "--initial-branch=main")
        git(root, "config", "gc.auto", "0")

    def git(self, *arguments: str) -> str:
        """Run git on the next day."""
        self.days += 1
        return git(self.root, *arguments, when=START + self.days * DAY)

    def change(self, files: Contents) -> None:
        """Write files, or remove them, and stage that."""
        for path, text in files.items():
            if text is None:
                (self.content / path).unlink()
            else:
                write(self.content, {path: text.encode() if isinstance(text, str) else text}, {})
        git(self.root, "add", "--all")

    def commit(self, subject: str, files: Contents) -> str:
        """Commit a change of files."""
        self.change(files)
        self.git("commit", "--quiet", "--allow-empty", f"--message={subject}")
        return git(self.root, "rev-parse", "HEAD")

    def branch(self, name: str) -> None:
        """Go on in a new branch."""
        git(self.root, "checkout", "--quiet", "-b", name)

    def back(self) -> None:
        """Go back to what is published."""
        git(self.root, "checkout", "--quiet", "main")

    def log(self) -> GitLog:
        """The log, which there is."""
        log = open_log(self.content)
        assert isinstance(log, GitLog)
        return log

    def told(self) -> list[tuple[str, list[Told]]]:
        """The subject of each revision, and what it did to which file."""
        return told(self.log())


def told(log: GitLog) -> list[tuple[str, list[Told]]]:
    """Everything a log says, with contents in place of their names."""
    revisions = list(log.revisions())
    names = {
        name for revision in revisions for file in revision.files for name in (file.old, file.new)
    }
    contents = {
        name: content.decode("latin-1") if isinstance(content, bytes) else str(content)
        for name, content in log.contents(sorted(name for name in names if name), LIMIT)
    }
    return [
        (
            revision.subject,
            [
                (
                    file.path,
                    contents.get(file.old or ""),
                    contents.get(file.new or ""),
                    file.old_path,
                )
                for file in revision.files
            ],
        )
        for revision in revisions
    ]


def trailers(log: GitLog) -> dict[str, dict[str, str]]:
    """The classes that editors gave, by subject."""
    return {
        revision.subject: dict(revision.trailers)
        for revision in log.revisions()
        if revision.trailers
    }


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository with a goal and a measure."""
    repository = Repository(tmp_path / "repository")
    files = {"strategy/strategy.yml": "s", "goals/a.md": "a", "measures/b.md": "b", "LES": "x"}
    repository.commit("start", files)
    return repository


FIRST = (
    "start",
    [
        ("goals/a.md", None, "a", "goals/a.md"),
        ("measures/b.md", None, "b", "measures/b.md"),
        ("strategy/strategy.yml", None, "s", "strategy/strategy.yml"),
    ],
)


def test_a_revision_has_times_and_a_subject(repository: Repository) -> None:
    """Times are those of whoever committed and of the author; what is no content is left out."""
    repository.change({"goals/a.md": "a2", "LES": "y"})
    moment = START + 50 * DAY
    git(
        repository.root, "commit", "--quiet", "--message=æ: \n b\n\nmer", when=moment,
        authored=START - DAY,
    )  # fmt: skip
    log = repository.log()
    first, second = log.revisions()

    assert log.reach.tip == second.name == git(repository.root, "rev-parse", "HEAD")
    assert log.reach.cut == ""
    assert first.files[0].new == second.files[0].old
    assert (second.subject, second.committed, second.authored) == ("æ: b", moment, START - DAY)
    assert repository.told() == [
        FIRST, ("æ: b", [("goals/a.md", "a", "a2", "goals/a.md")])
    ]  # fmt: skip


@pytest.mark.parametrize("way", ["merge", "squash", "rebase"])
def test_a_branch_is_one_revision(repository: Repository, way: str) -> None:
    """However a branch was taken in, what it did is told when it became public, in one piece; a
    branch that was rebased with one commit is that commit.
    """
    repository.branch("gren")
    if way != "rebase":
        repository.commit("utkast", {"goals/a.md": "utkast"})
    repository.commit("inn", {"goals/a.md": "a2", "goals/c.md": "c"})
    repository.back()
    repository.commit("annet", {"measures/b.md": "b2"})
    if way == "merge":
        repository.git("merge", "--quiet", "--no-ff", "--message=inn", "gren")
    elif way == "squash":
        git(repository.root, "merge", "--quiet", "--squash", "gren")
        repository.git("commit", "--quiet", "--message=inn")
    else:
        git(repository.root, "checkout", "--quiet", "gren")
        repository.git("rebase", "--quiet", "main")

    assert repository.told() == [
        FIRST,
        ("annet", [("measures/b.md", "b", "b2", "measures/b.md")]),
        ("inn", [("goals/a.md", "a", "a2", "goals/a.md"), ("goals/c.md", None, "c", "goals/c.md")]),
    ]


def test_a_conflict_that_was_solved(repository: Repository) -> None:
    """What nobody wrote on either side, but the one who merged, is told too."""
    repository.branch("gren")
    repository.commit("utkast", {"goals/a.md": "gren"})
    repository.back()
    repository.commit("annet", {"goals/a.md": "hoved"})
    repository.git("merge", "--quiet", "--no-ff", "--no-commit", "--strategy=ours", "gren")
    repository.commit("inn", {"goals/a.md": "begge", "goals/ny.md": "ny"})

    assert repository.told()[1:] == [
        ("annet", [("goals/a.md", "a", "hoved", "goals/a.md")]),
        (
            "inn",
            [("goals/a.md", "hoved", "begge", "goals/a.md"),
             ("goals/ny.md", None, "ny", "goals/ny.md")],
        ),
    ]  # fmt: skip


def test_many_branches_at_once(repository: Repository) -> None:
    """A merge of three branches is one revision with what all of them did."""
    for name in ("x", "y", "z"):
        repository.branch(name)
        repository.commit(name, {f"goals/{name}.md": name})
        repository.back()
    repository.git("merge", "--quiet", "--no-ff", "--message=alle", "x", "y", "z")

    assert repository.told()[1:] == [
        ("alle", [(f"goals/{name}.md", None, name, f"goals/{name}.md") for name in "xyz"])
    ]


LONG = "".join(f"linje {number}\n" for number in range(30))


def test_files_that_move(repository: Repository) -> None:
    """A file that was renamed and edited in one revision keeps what it was; so does one with
    another ending. One that is written anew elsewhere is another file.
    """
    repository.commit("lang", {"goals/a.md": LONG, "measures/b.md": LONG.upper()})
    repository.commit("nytt navn", {"goals/a.md": None, "goals/c.md": f"{LONG}mer\n"})
    repository.commit("ending", {"measures/b.md": None, "measures/b.yml": LONG.upper()})
    repository.commit("annet", {"goals/c.md": None, "goals/d.md": "noe helt annet"})
    *_, renamed, ending, other = repository.log().revisions()

    assert repository.told()[2:] == [
        ("nytt navn", [("goals/c.md", LONG, f"{LONG}mer\n", "goals/a.md")]),
        ("ending", [("measures/b.yml", LONG.upper(), LONG.upper(), "measures/b.md")]),
        (
            "annet",
            [("goals/c.md", f"{LONG}mer\n", None, "goals/c.md"),
             ("goals/d.md", None, "noe helt annet", "goals/d.md")],
        ),
    ]  # fmt: skip
    assert [file.similarity for file in (*renamed.files, *ending.files, *other.files)] == [
        *(98, 100, 100, 100)
    ]


def test_a_file_that_goes_and_comes_back(repository: Repository) -> None:
    """Both are told, each on its day."""
    repository.commit("bort", {"goals/a.md": None})
    repository.commit("tilbake", {"goals/a.md": "a igjen"})

    assert repository.told()[1:] == [
        ("bort", [("goals/a.md", "a", None, "goals/a.md")]),
        ("tilbake", [("goals/a.md", None, "a igjen", "goals/a.md")]),
    ]


def test_what_is_no_file(repository: Repository, tmp_path: Path) -> None:
    """Links and other repositories are none; a file that becomes a link goes, and comes again.
    That a file may be run is no change of it.
    """
    other = Repository(tmp_path / "annet")
    other.commit("x", {"x.md": "x"})
    (repository.root / "goals/lenke.md").symlink_to("a.md")
    git(repository.root, "submodule", "--quiet", "add", str(other.root), "goals/under")
    repository.commit("annet", {})
    (repository.root / "goals/a.md").unlink()
    (repository.root / "goals/a.md").symlink_to("../LES")
    repository.commit("lenke", {})
    (repository.root / "goals/a.md").unlink()
    repository.commit("fil", {"goals/a.md": "a"})
    (repository.root / "goals/a.md").chmod(0o755)
    repository.commit("kjørbar", {})

    assert repository.told()[1:] == [
        ("annet", []),
        ("lenke", [("goals/a.md", "a", None, "goals/a.md")]),
        ("fil", [("goals/a.md", None, "a", "goals/a.md")]),
        ("kjørbar", []),
    ]
    assert [path for path, _ in repository.log().files("HEAD")] == [
        *("goals/a.md", "measures/b.md", "strategy/strategy.yml")
    ]


def test_large_and_broken_contents(repository: Repository) -> None:
    """A file of 53 MB in the past is never read from the repository; bytes that are no text come
    as they are.
    """
    repository.commit("stor", {"goals/a.md": os.urandom(1_000) * 53_000})
    repository.commit("rar", {"goals/a.md": b"b\xe5t"})
    _, large, odd = repository.log().revisions()
    names = [large.files[0].old or "", large.files[0].new or "", odd.files[0].new or ""]

    assert dict(repository.log().contents(names, LIMIT)) == {
        names[0]: b"a", names[1]: TooLarge(53_000_000, LIMIT), names[2]: b"b\xe5t"
    }  # fmt: skip


def test_names_of_files(repository: Repository) -> None:
    """Letters, line breaks and bytes that are no UTF-8 in a name do no harm."""
    repository.commit("navn", {"strategy/å\n b.md": "å", "goals/\udce5.md": "x"})

    assert repository.told()[1:] == [
        (
            "navn",
            [("goals/\udce5.md", None, "x", "goals/\udce5.md"),
             ("strategy/å\n b.md", None, "Ã¥", "strategy/å\n b.md")],
        )
    ]  # fmt: skip


def test_a_folder_of_a_repository(tmp_path: Path) -> None:
    """Paths count from the content root; what moves into it comes, and what leaves it goes."""
    repository = Repository(tmp_path / "alt", "plan [1]/æ")
    repository.commit("start", {"strategy/strategy.yml": "s", "../ute/goals/a.md": LONG})
    repository.commit("inn", {"../ute/goals/a.md": None, "goals/a.md": LONG})
    repository.commit("ut", {"goals/a.md": None, "../ute/a.md": LONG})

    assert repository.told() == [
        ("start", [("strategy/strategy.yml", None, "s", "strategy/strategy.yml")]),
        ("inn", [("goals/a.md", None, LONG, "goals/a.md")]),
        ("ut", [("goals/a.md", LONG, None, "goals/a.md")]),
    ]
    assert [path for path, _ in repository.log().files("HEAD~1")] == [
        *("goals/a.md", "strategy/strategy.yml")
    ]
    assert [path for path, _ in repository.log().files("HEAD~2")] == ["strategy/strategy.yml"]


def test_a_work_tree_of_its_own(repository: Repository, tmp_path: Path) -> None:
    """A branch that lies in a folder of its own has its own line."""
    git(repository.root, "worktree", "add", "--quiet", "-b", "gren", str(tmp_path / "gren"))
    write(tmp_path / "gren", {"goals/a.md": b"gren"}, {})
    git(tmp_path / "gren", "commit", "--quiet", "--all", "--message=i gren")
    log = open_log(tmp_path / "gren")

    assert isinstance(log, GitLog)
    assert told(log) == [FIRST, ("i gren", [("goals/a.md", "a", "gren", "goals/a.md")])]
    assert repository.told() == [FIRST]


def test_another_repository_is_not_meant(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hook of another repository, or a shell, has its own idea of what is meant: it is ours."""
    other = Repository(tmp_path / "annet")
    other.commit("x", {"strategy/strategy.yml": "x"})
    monkeypatch.setenv("GIT_DIR", str(other.root / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other.root / ".git/index"))
    monkeypatch.setenv("GIT_GLOB_PATHSPECS", "1")

    assert repository.told() == [FIRST]


def test_settings_of_people_change_nothing(repository: Repository) -> None:
    """Whoever reads a history reads the same."""
    repository.commit("lang", {"goals/a.md": LONG})
    repository.commit("ny\n\nChange: editorial", {"goals/a.md": None, "goals/c.md": f"{LONG}x\n"})
    expected, classes = repository.told(), trailers(repository.log())
    order = repository.root / "order"
    order.write_text("strategy/*\n", "utf-8")
    for name, value in {
        "diff.renames": "false", "diff.renameLimit": "1", "diff.orderFile": str(order),
        "diff.noprefix": "true", "diff.relative": "false", "core.quotePath": "true",
        "color.ui": "always", "log.showSignature": "true", "log.mailmap": "true",
        "log.follow": "true", "format.pretty": "oneline", "i18n.logOutputEncoding": "latin1",
        "grep.patternType": "fixed", "trailer.separators": "=", "core.abbrev": "4",
        "log.showRoot": "false", "diff.external": "false", "diff.ignoreSubmodules": "all",
    }.items():  # fmt: skip
        git(repository.root, "config", name, value)

    assert repository.told() == expected
    assert trailers(repository.log()) == classes == {"ny": {"goals/c.md": "editorial"}}


def test_objects_that_stand_in_for_others(repository: Repository) -> None:
    """A replacement is private: readers of the published history do not have it."""
    second = repository.commit("to", {"goals/a.md": "a2"})
    repository.commit("tre", {"goals/a.md": "a3"})
    expected = repository.told()
    git(repository.root, "replace", "--graft", second)

    assert repository.told() == expected


def test_a_history_that_was_rewritten(repository: Repository) -> None:
    """What counts is the line that leads to the tip today; contents keep their names."""
    repository.commit("to", {"goals/a.md": "a2"})
    before = list(repository.log().revisions())
    git(repository.root, "reset", "--quiet", "--hard", "HEAD~1")
    repository.commit("i stedet", {"measures/b.md": "b2"})
    repository.commit("to igjen", {"goals/a.md": "a2"})
    after = list(repository.log().revisions())

    assert [revision.subject for revision in after] == ["start", "i stedet", "to igjen"]
    assert after[2].files == before[1].files
    assert after[2].name != before[1].name


def test_clocks_that_are_wrong(repository: Repository) -> None:
    """The order is the order of commits, and no time is one that a calendar does not have."""
    for subject, when in (("2040", 2_208_988_800), ("1970", 1), ("12000", 316_520_000_000)):
        repository.change({"goals/a.md": subject})
        git(repository.root, "commit", "--quiet", f"--message={subject}", when=when)
    times = [(revision.subject, revision.committed) for revision in repository.log().revisions()]

    assert times[1:] == [("2040", 2_208_988_800), ("1970", 1), ("12000", 253_402_300_799)]


def test_revisions_after_one(repository: Repository) -> None:
    """Who knows a part of the line asks for the rest."""
    first = git(repository.root, "rev-parse", "HEAD")
    repository.branch("gren")
    repository.commit("utkast\n\nChange: editorial", {"goals/a.md": "a2"})
    repository.back()
    repository.git("merge", "--quiet", "--no-ff", "--message=inn", "gren")
    log = repository.log()

    assert list(log.revisions(first)) == list(log.revisions())[1:]
    assert list(log.revisions(log.reach.tip)) == []


def test_revisions_after_one_that_is_not_on_the_line(repository: Repository) -> None:
    """One of a branch that was merged, and one that was taken back."""
    repository.branch("gren")
    branch = repository.commit("utkast", {"goals/a.md": "a2"})
    repository.back()
    repository.git("merge", "--quiet", "--no-ff", "--message=inn", "gren")
    later = repository.commit("senere", {"goals/a.md": "a3"})

    with pytest.raises(LookupError):
        list(repository.log().revisions(branch))
    git(repository.root, "reset", "--quiet", "--hard", "HEAD~1")
    with pytest.raises(LookupError):
        list(repository.log().revisions(later))


# Trailers


def test_the_class_an_editor_gave(repository: Repository) -> None:
    """It stands in the last paragraph of the message, in any letters; words that are no class,
    two that differ, and lines in the midst of a message say nothing.
    """
    for number, message in enumerate(
        (
            "retting\n\nChange: editorial",
            "presisert\n\nTekst.\n\nSigned-off-by: x <x@example.org>\nchange:  Clarification",
            "uenig\n\nChange: editorial\nChange: substantive",
            "ukjent\n\nChange: liten",
            "midt i\n\nChange: editorial\n\nMer tekst her.",
        )
    ):
        repository.commit(message, {"goals/a.md": f"{number}", "measures/b.md": f"{number}"})

    assert trailers(repository.log()) == {
        "retting": {"goals/a.md": "editorial", "measures/b.md": "editorial"},
        "presisert": {"goals/a.md": "clarification", "measures/b.md": "clarification"},
    }


def test_the_class_stands_on_the_commits_of_a_branch(repository: Repository) -> None:
    """A file has it if all that touch it agree; what came from the published branch is not the
    branch's own, and a file that moved is asked for under both names.
    """
    editorial = "\n\nChange: editorial"
    repository.commit("lang", {"goals/a.md": LONG, "goals/e.md": LONG.upper()})
    repository.branch("gren")
    repository.commit(f"1{editorial}", {"goals/a.md": f"{LONG}x\n", "measures/b.md": "b2"})
    repository.commit("2", {"measures/b.md": "b3", "goals/uten.md": "u"})
    repository.back()
    repository.commit("annet", {"goals/e.md": f"{LONG.upper()}y\n"})
    git(repository.root, "checkout", "--quiet", "gren")
    repository.git("merge", "--quiet", "--no-ff", "--message=fra main", "main")
    repository.commit(f"3{editorial}", {"goals/a.md": None, "goals/c.md": f"{LONG}x\n"})
    repository.commit("4\n\nChange: substantive", {"strategy/strategy.yml": "s2"})
    repository.back()
    repository.git("merge", "--quiet", "--no-ff", "--message=inn", "gren")

    assert trailers(repository.log()) == {
        "inn": {"goals/c.md": "editorial", "strategy/strategy.yml": "substantive"}
    }


def misspelt(repository: Repository) -> list[tuple[str, str, str, str]]:
    """The lines that were meant to give a class: subject of the published revision and of the
    commit, the line, and what was meant.
    """
    return [
        (revision.subject, line.subject, line.line, line.near)
        for revision in repository.log().revisions()
        for line in revision.misspelt
        if line.commit == git(repository.root, "log", "-1", "--format=%H", line.commit)
    ]


def test_a_line_that_was_meant_to_give_a_class(repository: Repository) -> None:
    """On a commit or on the branch that was merged, oldest first; lines about something else, and
    those of commits that are told of by another line of theirs or by the merge, are none.
    """
    for subject, lines in {
        "a": "Chnage: editorial", "b": "Change: editoral", "c": "Change: liten\nFixes: editorial",
        "d": "Change: editorial\nchange: Substantive", "e": "Chnage: editorial\nChange: editorial",
        "f": "Change-Id: editorial", "g": f"Change: {'x' * 200}",
    }.items():  # fmt: skip
        repository.commit(f"{subject}\n\n{lines}", {"goals/a.md": subject})
    for number, ending in enumerate(("", "\n\nChange: clarification")):
        repository.branch(f"gren-{number}")
        for name in "xy":
            message = f"{name}\n\nChagne: substantive"
            repository.commit(message, {"measures/b.md": f"{name}{number}"})
        repository.back()
        message = f"--message=inn {number}{ending}"
        repository.git("merge", "--quiet", "--no-ff", message, f"gren-{number}")

    assert misspelt(repository) == [
        ("a", "a", "Chnage: editorial", "Change: editorial"),
        ("b", "b", "Change: editoral", "Change: editorial"),
        ("c", "c", "Change: liten", ""),
        ("d", "d", "change: Substantive", ""),
        ("g", "g", f"Change: {'x' * 71}…", ""),
        ("inn 0", "x", "Chagne: substantive", "Change: substantive"),
        ("inn 0", "y", "Chagne: substantive", "Change: substantive"),
    ]


def test_a_class_that_was_given_later(repository: Repository) -> None:
    """A later commit, with nothing in it, says it of one that is published: the newest holds, in
    place of what the commit says of itself. What names no commit says nothing.
    """
    wrong = repository.commit("feil\n\nChnage: editorial", {"goals/a.md": "a2"})
    repository.branch("gren")
    inner = repository.commit("gren\n\nChange: editorial", {"measures/b.md": "b2"})
    repository.back()
    repository.git("merge", "--quiet", "--no-ff", "--message=inn", "gren")
    repository.commit(f"1\n\nChange: editorial {wrong[:12]}", {})
    repository.commit(f"2\n\nChange: substantive {wrong[:12]}\nChange: clarification {inner}", {})
    repository.commit("3\n\nChange: editorial 0123456789", {})

    assert trailers(repository.log()) == {
        "feil": {"goals/a.md": "substantive"}, "inn": {"measures/b.md": "clarification"}
    }  # fmt: skip
    assert misspelt(repository) == [("3", "3", "Change: editorial 0123456789", "")]


def test_the_merge_has_the_last_word(repository: Repository) -> None:
    """A class on the merge itself holds for all its files."""
    repository.branch("gren")
    repository.commit("1\n\nChange: editorial", {"goals/a.md": "a2"})
    repository.commit("2", {"measures/b.md": "b3"})
    repository.back()
    repository.git("merge", "--quiet", "--no-ff", "--message=inn\n\nChange: clarification", "gren")

    assert trailers(repository.log()) == {
        "inn": {"goals/a.md": "clarification", "measures/b.md": "clarification"}
    }


# Revisions by name


def test_files_at_a_revision(repository: Repository) -> None:
    """A tag, a branch, a commit or what leads to one; whatever it looks like, one that does not
    exist is said to be missing.
    """
    git(repository.root, "tag", "--annotate", "--message=x", "vedtatt")
    repository.commit("to", {"goals/ny.md": "ny"})
    log = repository.log()
    old = ["goals/a.md", "measures/b.md", "strategy/strategy.yml"]

    for revision in ("vedtatt", "HEAD~1", "main~1"):
        assert [path for path, _ in log.files(revision)] == old
    assert [path for path, _ in log.files(log.reach.tip)] == sorted([*old, "goals/ny.md"])
    assert log.commit("vedtatt") == git(repository.root, "rev-parse", "HEAD~1")
    for wrong in ("borte", "", "0" * 40, "HEAD:goals", "--all", "-h", "a b", "HEAD\n", "a\0b"):
        with pytest.raises(LookupError):
            log.files(wrong)


# Histories that are not whole


def test_a_history_that_was_cut(repository: Repository, tmp_path: Path) -> None:
    """What is there is told, and that it is not all."""
    repository.commit("to", {"goals/a.md": "a2"})
    repository.commit("tre", {"goals/a.md": "a3"})
    clone = tmp_path / "klone"
    git(tmp_path, "clone", "--quiet", "--depth=2", repository.root.as_uri(), str(clone))
    log = open_log(clone)

    assert isinstance(log, GitLog)
    assert log.reach.cut == "history-shallow"
    assert [subject for subject, _ in told(log)] == ["to", "tre"]
    assert told(log)[1] == ("tre", [("goals/a.md", "a2", "a3", "goals/a.md")])


@pytest.mark.parametrize("left_out", ["blob:none", "tree:0"])
def test_contents_that_were_not_fetched(
    repository: Repository, tmp_path: Path, left_out: str
) -> None:
    """Git would fetch old contents one by one, over the network: nothing is fetched. Once they
    are there, the history is whole.
    """
    repository.commit("to", {"goals/a.md": "a2"})
    git(repository.root, "config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "klone"
    git(tmp_path, "clone", "--quiet", f"--filter={left_out}", repository.root.as_uri(), str(clone))
    log = open_log(clone)

    assert isinstance(log, GitLog)
    with pytest.raises(LogGapError) as raised:
        list(log.revisions())
    assert raised.value.gap == Gap("history-incomplete", {"case": "partial", "message": ""})
    names = [git(repository.root, "rev-parse", f"HEAD{of}:goals/a.md") for of in ("", "~1", "")]
    assert [content for _, content in log.contents(names, LIMIT)] == [
        b"a2", Unreadable(NOT_FETCHED), b"a2"
    ]  # fmt: skip
    git(clone, "fetch", "--quiet", "--refetch", "--filter=blob:limit=1g")
    assert told(log) == repository.told()


def remove_object(root: Path, name: str) -> None:
    """Remove an object of a repository that has never been packed."""
    (root / f".git/objects/{name[:2]}/{name[2:]}").unlink()


def test_contents_that_are_missing_or_damaged(repository: Repository) -> None:
    """Each is said to be that, and reading goes on with the next."""
    texts = [f"tekst {number}" for number in range(6)]
    for text in texts:
        repository.commit(text, {"goals/a.md": text})
    names = [
        file.new or "" for revision in repository.log().revisions() for file in revision.files
    ][3:]
    remove_object(repository.root, names[1])
    for name in (names[2], names[4]):
        path = repository.root / f".git/objects/{name[:2]}/{name[2:]}"
        path.chmod(0o644)
        path.write_bytes(path.read_bytes()[:-6] + b"borte!")

    lost = Unreadable(NOT_FETCHED)
    assert dict(repository.log().contents(names, LIMIT)) == dict(
        zip(names, (b"tekst 0", lost, lost, b"tekst 3", lost, b"tekst 5"), strict=True)
    )


@pytest.mark.parametrize("what", ["HEAD~1", "HEAD~1^{tree}", "HEAD~1:goals"])
def test_a_history_that_is_damaged(repository: Repository, what: str) -> None:
    """A commit or a folder that is gone stops the log before anything of it was told."""
    repository.commit("to", {"goals/a.md": "a2"})
    repository.commit("tre", {"goals/a.md": "a3"})
    remove_object(repository.root, git(repository.root, "rev-parse", what))
    log = repository.log()

    with pytest.raises(LogGapError) as raised:
        next(log.revisions())
    gap = raised.value.gap
    assert (gap.code, gap.particulars["case"]) == ("history-incomplete", "damaged")
    assert gap.particulars["message"]
    if what != "HEAD~1":
        with pytest.raises(LogGapError):
            log.files("HEAD~1")


@pytest.mark.parametrize("what", ["HEAD", "HEAD^{tree}"])
def test_a_tip_that_is_damaged(repository: Repository, what: str) -> None:
    """Then there is no log at all."""
    remove_object(repository.root, git(repository.root, "rev-parse", what))
    gap = open_log(repository.root)

    assert isinstance(gap, Gap)
    assert (gap.code, gap.particulars["case"]) == ("history-incomplete", "damaged")


# No history


def test_no_git(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without git there is no history, also if it goes in the midst of reading."""
    log = repository.log()
    monkeypatch.setenv("PATH", str(repository.root))

    assert open_log(repository.root) == Gap("history-missing", {"case": "git"})
    with pytest.raises(LogGapError) as raised:
        list(log.revisions())
    assert raised.value.gap == Gap("history-missing", {"case": "git"})


def test_no_repository(tmp_path: Path) -> None:
    """A folder outside any repository, or none at all."""
    for folder in (tmp_path, tmp_path / "borte"):
        assert open_log(folder) == Gap("history-missing", {"case": "repository"})


def test_no_commit_yet(tmp_path: Path) -> None:
    """A repository without a commit."""
    git(tmp_path, "init", "--quiet")

    assert open_log(tmp_path) == Gap("history-missing", {"case": "commit"})


def test_the_repository_of_somebody_else(repository: Repository) -> None:
    """A strategy that lies in a repository that does not hold it has no history there."""
    content = repository.root / "utkast"
    write(content, {"strategy/strategy.yml": b"s"}, {})

    assert open_log(content) == Gap("history-missing", {"case": "untracked"})


def test_an_owner_that_is_not_trusted(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Git refuses folders of others; the command that it proposes is passed on."""
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")

    assert open_log(repository.root) == Gap(
        "history-untrusted",
        {"command": f"git config --global --add safe.directory {repository.root}"},
    )


def test_no_names_but_those_of_objects(repository: Repository) -> None:
    """Nothing else can be slipped into a question to git."""
    for name in ("HEAD", "abc", "0" * 40 + "\n" + "0" * 40, ""):
        with pytest.raises(ValueError, match="not the name"):
            list(repository.log().contents([name], LIMIT))


def test_few_processes(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many revisions and files there are, git is run as often; never more than two of it
    run at a time.
    """
    popen, started, counts = subprocess.Popen, list[Any](), list[int]()

    def counted(*arguments: Any, **options: Any) -> Any:
        assert len([process for process in started if process.poll() is None]) < 2
        started.append(popen(*arguments, **options))
        return started[-1]

    for count in (1, 20):
        files = {f"goals/{count}-{number}.md": f"{number}" for number in range(count)}
        repository.branch(f"gren-{count}")
        repository.commit(f"{count}\n\nChange: editorial", files)
        repository.back()
        repository.git("merge", "--quiet", "--no-ff", "--message=inn", f"gren-{count}")
        with monkeypatch.context() as patch:
            patch.setattr(subprocess, "Popen", counted)
            repository.told()
        counts.append(len(started))
        started.clear()

    assert counts == [9, 9]
