"""Histories made in memory for a test: a commit is what all files say after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from hashlib import sha1

from living_strategy.content.source import TooLarge, Unreadable
from living_strategy.content.versions import VersionReader
from living_strategy.history.assembly import assemble
from living_strategy.history.delta import EntryKey
from living_strategy.history.event import Event, History
from living_strategy.history.log import FileChange, Reach, Revision

STRATEGY_FILE = {"strategy/strategy.yml": "title: Prøve\nlanguage: nb\n"}


@dataclass
class Commit:
    """One published revision. `files` are all files after it; `renamed` leads from new to old."""

    day: str
    files: Mapping[str, str | bytes]
    subject: str = "x"
    renamed: Mapping[str, str] = field(default_factory=dict)
    trailers: tuple[tuple[str, str], ...] = ()


def content_name(text: str | bytes) -> str:
    """Return the name of a content: equal contents have one name."""
    raw = text.encode() if isinstance(text, str) else text
    return sha1(raw, usedforsecurity=False).hexdigest()


class MemoryLog:
    """A log of commits that exist nowhere; see `Log`."""

    def __init__(self, *commits: Commit) -> None:
        self._commits = commits
        self._contents = {
            content_name(text): text.encode() if isinstance(text, str) else text
            for commit in commits
            for text in commit.files.values()
        }

    @property
    def reach(self) -> Reach:
        """See `Log`."""
        return Reach(f"{len(self._commits) - 1}")

    def revisions(self) -> Iterator[Revision]:
        """See `Log`."""
        before: Mapping[str, str | bytes] = {}
        for number, commit in enumerate(self._commits):
            noon = datetime.fromisoformat(f"{commit.day}T12:00").replace(tzinfo=UTC)
            seconds = int(noon.timestamp())
            yield Revision(
                f"{number}",
                seconds,
                seconds,
                commit.subject,
                tuple(_changes(before, commit)),
                commit.trailers,
            )
            before = commit.files

    def contents(
        self, names: Sequence[str], limit: int
    ) -> Iterator[tuple[str, bytes | TooLarge | Unreadable]]:
        """See `Log`."""
        for name in names:
            raw = self._contents[name]
            yield name, TooLarge(len(raw), limit) if len(raw) > limit else raw

    def files(self, revision: str) -> Sequence[tuple[str, str]]:
        """See `Log`."""
        if not revision.isdigit() or int(revision) >= len(self._commits):
            raise LookupError(revision)
        files = self._commits[int(revision)].files
        return [(path, content_name(text)) for path, text in sorted(files.items())]


def _changes(before: Mapping[str, str | bytes], commit: Commit) -> Iterator[FileChange]:
    after, renamed = commit.files, commit.renamed
    for path in sorted({*before, *after}):
        if path in renamed.values() and path not in after:
            continue
        old_path = renamed.get(path, path)
        old, new = before.get(old_path), after.get(path)
        if old != new or old_path != path:
            yield FileChange(
                path,
                None if old is None else content_name(old),
                None if new is None else content_name(new),
                old_path,
                95 if old_path != path else 100,
            )


def history_of(*commits: Commit, aliases: Mapping[EntryKey, EntryKey] | None = None) -> History:
    """Return the history of these commits, without today's words."""
    return assemble(MemoryLog(*commits), VersionReader(), {}, aliases or {})


def day(text: str) -> date:
    """Return a day."""
    return date.fromisoformat(text)


def brief(event: Event) -> str:
    """Say in a line what an event is: `2026-11-02 goal mal changed substantive: standing`."""
    paths = ", ".join(".".join(change.path) for change in event.changes)
    other = f" ({event.other})" if event.other else ""
    head = f"{event.day} {event.kind} {event.entry} {event.nature.value}{other}"
    return f"{head} {event.classified}: {paths}" if paths else head
