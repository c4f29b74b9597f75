"""The published revisions of a strategy in git: the first-parent line of the branch."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, NamedTuple

from living_strategy.adapters.git.blobs import blobs
from living_strategy.adapters.git.command import GitError, ask, spool, spooling
from living_strategy.adapters.git.raw_changes import ORDINARY, raw_changes, zero_ended
from living_strategy.adapters.git.trailers import Trailers
from living_strategy.adapters.process.pipeline import pipeline
from living_strategy.content.intake import STRATEGY
from living_strategy.content.source import TooLarge, Unreadable
from living_strategy.content.versions import ADOPTION
from living_strategy.history.event import Gap
from living_strategy.history.log import LogGapError, Reach, Revision
from living_strategy.model import ITEM_FOLDERS

FOLDERS = (STRATEGY, ADOPTION, *ITEM_FOLDERS)

_NAME = re.compile(rb"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_UNTRUSTED = b"dubious ownership"
# Where commits come from whose clock is past all calendars, or before the first computer.
_LAST_SECOND = 253_402_300_799
# A commit that moves more files than this has only those paired that were not edited: what the
# comparison of all with all costs grows with the square.
_MAX_RENAMES = 1_000
_DIFFERENCES = (
    *("diff-tree", "--stdin", "-r", "--raw", "-z", "--root", "--no-abbrev", "--no-ext-diff"),
    *("-M", f"-l{_MAX_RENAMES}", "--relative", "--", *FOLDERS),
)
_PARTIAL_CLONE = r"^(remote\..*\.promisor|extensions\.partialclone)$"
_LINE = (
    *("rev-list", "--first-parent", "--reverse", "--no-commit-header", "--encoding=UTF-8"),
    "--format=%H%x00%P%x00%ct%x00%at%x00%s",
)


class _Commit(NamedTuple):
    name: str
    parent: str
    committed: int
    authored: int
    subject: str


class GitLog:
    """The log of the content below a folder; see `Log`. Every call runs at most two processes of
    git at a time, and none of them a file.
    """

    def __init__(self, root: Path, reach: Reach) -> None:
        """See `open_log`, which knows the arguments."""
        self._root = root
        self._reach = reach

    @property
    def reach(self) -> Reach:
        """See `Log`."""
        return self._reach

    @property
    def gap(self) -> Gap | None:
        """Why the log does not go back to the beginning."""
        return Gap(self._reach.cut, {"case": pipeline()}) if self._reach.cut else None

    def revisions(self, since: str = "") -> Iterator[Revision]:
        """See `Log`; only those after a commit of the line, if `since` names one.

        Raises:
            LookupError: `since` is not on the line before its tip, or what came later speaks of
                what was before it; nothing was yielded then.
        """
        try:
            yield from self._revisions(since)
        except GitError as error:
            raise LogGapError(_incomplete("damaged", str(error))) from error
        except OSError as error:
            raise LogGapError(Gap("history-missing", {"case": "git"})) from error

    def contents(
        self, names: Sequence[str], limit: int
    ) -> Iterator[tuple[str, bytes | TooLarge | Unreadable]]:
        """See `Log`."""
        return blobs(self._root, names, limit)

    def files(self, revision: str) -> Sequence[tuple[str, str]]:
        """See `Log`; a revision is a commit, a tag, a branch, or what else leads to a commit."""
        try:
            with spool(
                self._root, "ls-tree", "-r", "-z", self.commit(revision), *FOLDERS
            ) as output:
                return list(_files(output))
        except GitError as error:
            raise LogGapError(_incomplete("damaged", str(error))) from error

    def commit(self, revision: str) -> str:
        """Return the name of the commit that a revision leads to.

        Raises:
            LookupError: there is no such revision.
        """
        # What begins with a hyphen would be an option, and a name ends at a line break or a zero.
        if not revision.isprintable() or revision.startswith("-"):
            raise LookupError(revision)
        verified = ask(self._root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        if verified.returncode:
            raise LookupError(revision)
        return verified.stdout.decode("ascii").strip()

    def _revisions(self, since: str) -> Iterator[Revision]:
        if _lacks_objects(self._root, self._reach.tip):
            raise LogGapError(_incomplete("partial"))
        line = f"{since}..{self._reach.tip}" if since else self._reach.tip
        with spool(self._root, *_LINE, line) as output:
            commits = [_commit(text) for text in output]
        if since and since != (commits[0].parent if commits else self._reach.tip):
            raise LookupError(since)
        pairs = (f"{commit.name} {commit.parent}".rstrip() for commit in commits)
        # Trees are compared while messages are read.
        with spooling(self._root, *_DIFFERENCES, lines=pairs) as finish:
            trailers = Trailers(self._root, line, [commit.name for commit in commits], FOLDERS)
            if since and trailers.speaks_of_others:
                raise LookupError(since)
            changes = raw_changes(finish())
            changed, files = next(changes, ("", ()))
            for name, _, committed, authored, subject in commits:
                misspelt = tuple(trailers.misspelt(name))
                if name == changed:
                    classes = tuple(trailers.of(name, files))
                    yield Revision(name, committed, authored, subject, files, classes, misspelt)
                    changed, files = next(changes, ("", ()))
                else:
                    yield Revision(name, committed, authored, subject, (), (), misspelt)


def open_log(root: Path) -> GitLog | Gap:
    """Open the log of the content below a folder, or say why there is none."""
    questions = ("--show-prefix", "--is-shallow-repository", "HEAD^{commit}", f"HEAD:./{STRATEGY}")
    try:
        asked = ask(root, "rev-parse", *questions)
    except OSError:
        return Gap("history-missing", {"case": "git"})
    is_shallow = b"\ntrue\n" in asked.stdout
    names = [name for name in asked.stdout.split() if _NAME.fullmatch(name)]
    if asked.returncode:
        return _gap(root, asked.stderr, has_commit=bool(names), is_repository=bool(asked.stdout))
    cut = "history-shallow" if is_shallow else ""
    return GitLog(root, Reach(names[-2].decode("ascii"), cut))


def _gap(root: Path, message: bytes, *, has_commit: bool, is_repository: bool) -> Gap:
    """Why there is no log, by what git could tell before it gave up."""
    text = message.decode("utf-8", "replace").strip()
    if not is_repository and _UNTRUSTED in message:
        way_out = (line.strip() for line in text.split("\n") if "safe.directory " in line)
        return Gap("history-untrusted", {"command": next(way_out, "")})
    if not is_repository:
        return Gap("history-missing", {"case": "repository"})
    if has_commit and _exists(root, "HEAD^{tree}"):
        return Gap("history-missing", {"case": "untracked"})
    if has_commit or _exists(root, "HEAD"):
        return _incomplete("damaged", text)
    return Gap("history-missing", {"case": "commit"})


def _exists(root: Path, name: str) -> bool:
    return not ask(root, "rev-parse", "--verify", "--quiet", name).returncode


def _incomplete(case: str, message: str = "") -> Gap:
    return Gap("history-incomplete", {"case": case, "message": message.partition("\n")[0]})


def _lacks_objects(root: Path, tip: str) -> bool:
    """Whether contents were left out when the repository was copied: git would fetch them one by
    one.
    """
    copied = ask(root, "config", "--get-regexp", _PARTIAL_CLONE)
    if copied.returncode:
        return False
    listing = ("rev-list", "--first-parent", "--objects", "--missing=print", tip, "--", *FOLDERS)
    try:
        with spool(root, *listing) as output:
            return any(line.startswith(b"?") for line in output)
    except GitError:
        return True


def _commit(line: bytes) -> _Commit:
    name, parents, committed, authored, subject = (
        line.decode("utf-8", "replace").rstrip("\n").split("\0", 4)
    )
    times = _seconds(committed), _seconds(authored)
    return _Commit(name, parents.partition(" ")[0], *times, " ".join(subject.split()))


def _seconds(text: str) -> int:
    """Seconds since 1970 that a calendar has, whatever a clock said."""
    return min(int(text), _LAST_SECOND) if text.isdigit() else 0


def _files(output: IO[bytes]) -> Iterator[tuple[str, str]]:
    for line in zero_ended(output):
        about, _, path = line.partition(b"\t")
        mode, _, name = about.split()
        if mode in ORDINARY:
            yield path.decode("utf-8", "surrogateescape"), name.decode("ascii")
