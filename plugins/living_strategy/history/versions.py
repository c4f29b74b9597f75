"""Versions of files, read once, and kept only as long as they are needed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable, Sequence
from typing import NamedTuple

from living_strategy.content.reading import MAX_BYTES
from living_strategy.content.source import TooLarge, Unreadable
from living_strategy.content.versions import VersionReader
from living_strategy.history.delta import EntryKey, Fields, Version
from living_strategy.history.log import Contents


class FileVersion(NamedTuple):
    """One version of a file: where it stood, and the name of its content."""

    path: str
    content: str


class Versions:
    """Old versions of files. They come as a stream in the order of `wanted`, and one that has been
    asked for as often as it stands there is forgotten; whatever else is asked for is fetched.
    """

    def __init__(self, log: Contents, reader: VersionReader, wanted: Iterable[FileVersion]) -> None:
        self._log = log
        self._reader = reader
        self._uses = Counter(wanted)
        self._paths: dict[str, list[str]] = {}
        for version in self._uses:
            self._paths.setdefault(version.content, []).append(version.path)
        self._stream = _arriving(log, tuple(self._paths))
        self._live: dict[FileVersion, Version | str] = {}

    def get(self, version: FileVersion) -> Version | str:
        """Return what a version of a file said, or the code that says why it says nothing."""
        while version not in self._live and version.content in self._paths:
            content, raw = next(self._stream)
            for path in self._paths.pop(content):
                self._live[FileVersion(path, content)] = self._parsed(path, raw)
        if version not in self._live:
            # One question at a time: the stream begins again with what has not come.
            self._stream.close()
            self._stream = _arriving(self._log, tuple(self._paths))
            ((_, raw),) = self._log.contents([version.content], MAX_BYTES)
            return self._parsed(version.path, raw)
        parsed = self._live[version]
        self._uses[version] -= 1
        if self._uses[version] <= 0:
            del self._live[version], self._uses[version]
        return parsed

    def keep(self, version: FileVersion, parsed: Version) -> None:
        """Have a version ready once more, which was got here."""
        self._live[version] = parsed
        self._uses[version] += 1

    def _parsed(self, path: str, raw: bytes | TooLarge | Unreadable) -> Version | str:
        match raw:
            case TooLarge():
                return "file-too-large"
            case Unreadable():
                return "file-unreadable"
        version = self._reader.read(path, raw)
        if isinstance(version, str):
            return version
        # One entry that says nothing makes a version of which nobody knows what else it lacks.
        entries: dict[EntryKey, Fields] = {}
        for key, fields in version.items():
            if isinstance(fields, str):
                return fields
            entries[key] = fields
        return entries


def _arriving(
    log: Contents, names: Sequence[str]
) -> Generator[tuple[str, bytes | TooLarge | Unreadable]]:
    """Yield contents. Whoever holds the stream is not held by it, so it ends with them."""
    yield from log.contents(names, MAX_BYTES)
