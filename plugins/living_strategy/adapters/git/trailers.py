"""Trailers `Change: …` of commits: the class that an editor gave to what a revision changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from living_strategy.adapters.git.command import spool
from living_strategy.adapters.git.raw_changes import zero_ended
from living_strategy.history.log import FileChange
from living_strategy.model.trait import Change

# Git's own block of trailers at the end of a message, and no line in the midst of it.
_FORMAT = "--format=%H%x00%(trailers:key=Change,valueonly,unfold,separator=%x00)"
_CLASSES = frozenset(Change)


class Trailers:
    """The classes that editors gave, on the commits of a branch or on the one that merged it."""

    def __init__(
        self, root: Path, tip: str, main_line: Sequence[str], folders: Sequence[str]
    ) -> None:
        """`main_line` are the published commits, oldest first.

        Raises:
            GitError: the history cannot be read.
            OSError: git cannot be run.
        """
        self._given = _given(root, tip)
        self._branches: Mapping[str, Sequence[str]] = {}
        self._touched: Mapping[str, frozenset[str]] = {}
        if not self._given.keys() <= set(main_line):
            self._branches = {
                merge: commits
                for merge, commits in _branches(root, tip, main_line)
                if not self._given.keys().isdisjoint(commits)
            }
            commits = [commit for branch in self._branches.values() for commit in branch]
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

    def _agreed(self, merge: str, paths: set[str]) -> str:
        classes = {
            self._given.get(commit, "")
            for commit in self._branches[merge]
            if not self._touched.get(commit, frozenset()).isdisjoint(paths)
        }
        return classes.pop() if len(classes) == 1 else ""


def _given(root: Path, tip: str) -> Mapping[str, str]:
    """Return the class of each commit that has one; two that differ say nothing."""
    command = ("rev-list", "--no-commit-header", "-E", "-i", "--grep=^change:", _FORMAT, tip)
    given = {}
    with spool(root, "-c", "trailer.separators=:", *command) as output:
        for line in output:
            name, *values = line.decode("utf-8", "replace").rstrip("\n").split("\0")
            classes = {value.strip().lower() for value in values}
            if len(classes) == 1 and classes <= _CLASSES:
                given[name] = classes.pop()
    return given


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
