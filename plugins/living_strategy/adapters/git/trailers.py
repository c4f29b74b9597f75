"""Trailers `Change: …` of commits: the class that an editor gave to what a revision changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from living_strategy.adapters.git.command import spool
from living_strategy.adapters.git.raw_changes import zero_ended
from living_strategy.history.class_line import Given, Misspelt, read_line
from living_strategy.history.log import FileChange, Misspelling

# Git's own block of trailers at the end of a message, and no line in the midst of it.
_FORMAT = "--format=%H%x00%s%x00%(trailers:only,unfold,separator=%x00,key_value_separator=%x01)"
# The line itself, and a word of about six letters before one that may be meant to be a class.
_LINES = r"^(change|[[:alpha:]]{4,8}:[[:blank:]]*[[:alpha:]]{7,15}([[:blank:]]|$))"
# What is shown of a text that somebody wrote.
_MAX_SHOWN = 80


class Trailers:
    """The classes that editors gave: on the commits of a branch, on the one that merged it, or
    later, by name of the commit.
    """

    def __init__(
        self, root: Path, tip: str, main_line: Sequence[str], folders: Sequence[str]
    ) -> None:
        """`main_line` are the published commits, oldest first.

        Raises:
            GitError: the history cannot be read.
            OSError: git cannot be run.
        """
        self._given, self._misspelt, self.speaks_of_others = _given(root, tip)
        self._branches: Mapping[str, Sequence[str]] = {}
        self._touched: Mapping[str, frozenset[str]] = {}
        noted = self._given.keys() | self._misspelt.keys()
        if not noted <= set(main_line):
            self._branches = {
                merge: commits
                for merge, commits in _branches(root, tip, main_line)
                if not noted.isdisjoint(commits)
            }
            commits = [
                commit
                for branch in self._branches.values()
                if not self._given.keys().isdisjoint(branch)
                for commit in branch
            ]
            self._touched = dict(_touched(root, commits, folders))

    def of(self, commit: str, files: Iterable[FileChange]) -> Iterator[tuple[str, str]]:
        """Yield path and class of those files of a published commit that were given one.

        A trailer of the commit itself is the last word on all its files. Without it, a file of a
        merge has the class that all commits of the branch that touch it agree on.
        """
        own = self._given.get(commit)
        if own or commit in self._branches:
            for file in files:
                if change := own or self._agreed(commit, {file.path, file.old_path}):
                    yield file.path, change

    def misspelt(self, commit: str) -> Iterator[Misspelling]:
        """Yield the lines of a published commit, and of the branch that it merged, that were meant
        to give a class. None are where the commit itself has one, which is the last word.
        """
        if commit not in self._given:
            for name in (*self._branches.get(commit, ())[::-1], commit):
                yield from self._misspelt.get(name, ())

    def _agreed(self, merge: str, paths: set[str]) -> str:
        classes = {
            self._given.get(commit, "")
            for commit in self._branches[merge]
            if not self._touched.get(commit, frozenset()).isdisjoint(paths)
        }
        return classes.pop() if len(classes) == 1 else ""


def _given(
    root: Path, tip: str
) -> tuple[Mapping[str, str], Mapping[str, Sequence[Misspelling]], bool]:
    """Return the class of each commit that has one, the lines by commit that say nothing, and
    whether a commit speaks of another.

    Two classes that differ say nothing. What is said later of a commit holds in place of what it
    says of itself.
    """
    command = ("rev-list", "--no-commit-header", "--encoding=UTF-8", "-E", "-i")
    given: dict[str, str] = {}
    misspelt: dict[str, Sequence[Misspelling]] = {}
    later: list[tuple[str, Given, Misspelling]] = []
    with spool(
        root, "-c", "trailer.separators=:", *command, f"--grep={_LINES}", _FORMAT, tip
    ) as output:
        for text in output:
            name, subject, *lines = text.decode("utf-8", "replace").rstrip("\n").split("\0")
            classes, wrong = set[str](), list[Misspelling]()
            for key, value in (line.split("\1", 1) for line in lines if "\1" in line):
                read = read_line(key.strip(), value)
                about = Misspelling(name, _shown(subject), _shown(f"{key.strip()}: {value}"))
                if isinstance(read, Misspelt):
                    wrong.append(about._replace(near=read.near))
                elif read and read.commit:
                    later.append((name, read, about))
                elif read:
                    classes.add(read.change)
                    wrong += [about] if len(classes) > 1 else []
            if len(classes) == 1:
                given[name] = classes.pop()
            elif wrong:
                misspelt[name] = wrong
    _correct(root, later, given, misspelt)
    return given, misspelt, bool(later)


def _correct(
    root: Path,
    later: Sequence[tuple[str, Given, Misspelling]],
    given: dict[str, str],
    misspelt: dict[str, Sequence[Misspelling]],
) -> None:
    """Give commits the classes that were said of them later, newest first; what names no commit
    is a line that says nothing.
    """
    if not later:
        return
    names = (f"{read.commit}^{{commit}}" for _, read, _ in later)
    corrected = set[str]()
    with spool(root, "cat-file", "--batch-check", lines=names) as output:
        for (name, read, about), answer in zip(later, output, strict=False):
            target, *kind = answer.decode("ascii", "replace").split()
            if kind[:1] != ["commit"]:
                misspelt[name] = (*misspelt.get(name, ()), about)
            elif target not in corrected:
                corrected.add(target)
                given[target] = read.change
                misspelt.pop(target, None)


def _shown(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _MAX_SHOWN else f"{text[: _MAX_SHOWN - 1]}…"


def _branches(
    root: Path, tip: str, main_line: Sequence[str]
) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield each merge with the commits that it brought, in no order."""
    parents: dict[str, list[str]] = {}
    with spool(root, "rev-list", "--parents", tip) as output:
        for line in output:
            name, *names = line.decode("ascii").split()
            parents[name] = names
    known = set[str]()
    for merge in main_line:
        known.add(merge)
        waiting, commits = parents[merge][1:], list[str]()
        while waiting:
            commit = waiting.pop()
            if commit not in known and commit in parents:
                known.add(commit)
                commits.append(commit)
                waiting += parents[commit]
        if commits:
            yield merge, commits


def _touched(
    root: Path, commits: Iterable[str], folders: Sequence[str]
) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the paths that each commit touches; for one that merges, those that differ from all
    its parents, so that what a branch took over from elsewhere is not its own.
    """
    touched: defaultdict[str, set[str]] = defaultdict(set)
    command = ("diff-tree", "--stdin", "-r", "-c", "--name-only", "--no-renames", "-z", "--root")
    commit = ""
    with spool(root, *command, "--relative", "--", *folders, lines=commits) as output:
        for token in zero_ended(output):
            text = token.decode("utf-8", "surrogateescape")
            # All paths lie in a folder, and the name of a commit has no slash.
            if "/" in text:
                touched[commit].add(text)
            else:
                commit = text
    for commit, paths in touched.items():
        yield commit, frozenset(paths)
