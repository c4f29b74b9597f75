"""What a history asks of a version control system: the published revisions, and old contents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from living_strategy.content.source import TooLarge, Unreadable
from living_strategy.history.event import Gap


class FileChange(NamedTuple):
    """What a revision did to one ordinary file, compared with the published revision before it.

    Paths are relative to the content root. `old` and `new` are names of contents; `old` is None
    for a file that came, `new` for one that went. `old_path` differs from `path` where the file
    was moved or renamed; `similarity` is then in percent, else 100.
    """

    path: str
    old: str | None
    new: str | None
    old_path: str
    similarity: int = 100


class Misspelling(NamedTuple):
    """A line in the message of a commit that was meant to give a class and gives none: the commit,
    its subject, the line, and what was probably meant.
    """

    commit: str
    subject: str
    line: str
    near: str = ""


class Revision(NamedTuple):
    """One published state: a commit on the first-parent line of the branch.

    `committed` and `authored` are seconds since 1970 by the clocks of those who made it; nothing
    says that they are right. `trailers` has the class that editors gave the changes of a file
    (`Change: editorial`), by path; a path that all commits of a merge agree on, and no other.
    `misspelt` are the lines that should have said so.
    """

    name: str
    committed: int
    authored: int
    subject: str
    files: tuple[FileChange, ...]
    trailers: tuple[tuple[str, str], ...] = ()
    misspelt: tuple[Misspelling, ...] = ()


@dataclass(frozen=True, slots=True)
class Reach:
    """How far back a log goes. `cut` says why there is nothing before, if it does not begin with
    the first commit: one of the codes of findings about histories.
    """

    tip: str
    cut: str = ""


class LogGapError(Exception):
    """A log that cannot be read, which shows when it is walked; `gap` says why."""

    def __init__(self, gap: Gap) -> None:
        super().__init__(gap.code)
        self.gap = gap


class Contents(Protocol):
    """What stood in the files of a content root at its revisions."""

    def contents(
        self, names: Sequence[str], limit: int
    ) -> Iterator[tuple[str, bytes | TooLarge | Unreadable]]:
        """Yield each of the contents once, in the order of the names."""

    def files(self, revision: str) -> Iterable[tuple[str, str]]:
        """Return path and name of content of every file of content at a revision.

        Raises:
            LookupError: there is no such revision.
            LogGapError: its list of files is missing or damaged.
        """


class Log(Contents, Protocol):
    """The published revisions of a content root, oldest first, and what stood in their files."""

    @property
    def reach(self) -> Reach:
        """The newest revision, and whether the log is whole."""

    def revisions(self) -> Iterator[Revision]:
        """Yield all revisions, oldest first, as a stream; those that touch no content have no
        files.

        Raises:
            LogGapError: a part of the history is missing or damaged; nothing was yielded then.
        """
