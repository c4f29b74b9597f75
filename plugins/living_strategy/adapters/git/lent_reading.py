"""A history that is read by two processes: a copy compares the versions of some files.

It sends of each comparison what the events of an entry say beside their changes, and at the last
version of a file its page, packed as it will be kept.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Container, Iterator, Sequence
from itertools import islice
from typing import Self, TypeAlias

from living_strategy.adapters.git.kept_pairs import KeptPairs
from living_strategy.adapters.process.messages import CopyFailedError, Messages, start
from living_strategy.content.versions import VersionReader, single_entry
from living_strategy.history.delta import Delta
from living_strategy.history.file_pairs import Compared, FilePairs, Pair
from living_strategy.history.kept_changes import KeptChanges, mask_of
from living_strategy.history.kept_reading import packed_deltas
from living_strategy.history.lending import lendable
from living_strategy.history.lent_page import LentPage
from living_strategy.history.log import Log, Revision

_Head: TypeAlias = tuple[bool, str, tuple[str, ...], str, bool, int]
_Message: TypeAlias = tuple[int, _Head | str | bytes | None]
"""The number of a file, and a comparison, the code of why there is none, a page, or nothing."""

# So many are sent at once.
_TOGETHER = 64


class LentPairs(KeptPairs):
    """Comparisons that a copy of this process makes, in the order in which it makes them; others
    are taken as by `KeptPairs`.

    Raises:
        CopyFailedError: in all methods, when the copy has failed, or when what it made cannot be
            told from what was made here.
    """

    def __init__(self, messages: Messages, paths: Sequence[str]) -> None:
        """`messages` are those of `_told` about these paths."""
        super().__init__()
        self._messages = messages
        self._keys = [single_entry(path) or ("", "") for path in paths]
        self._numbers = {path: number for number, path in enumerate(paths)}
        self._pages = [LentPage(self._arrived) for _ in paths]
        self._waiting: deque[_Message] = deque()
        self._owners: dict[str, int] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *fault: object) -> None:
        self._messages.__exit__(*fault)

    def __contains__(self, pair: object) -> bool:
        return isinstance(pair, tuple) and pair[1] is not None and pair[1].path in self._numbers

    def __getitem__(self, pair: Pair) -> Compared:
        new = pair[1]
        number = self._numbers.get(new.path) if new else None
        if number is None:
            raise KeyError(pair)
        while not self._waiting:
            self._receive()
        about, head = self._waiting.popleft()
        if about != number or isinstance(head, bytes):
            raise CopyFailedError
        if head is None or isinstance(head, str):
            return head or ()
        return (self._delta(number, head),)

    def _delta(self, number: int, head: _Head) -> Delta:
        has_old, title, aliases, digest, retires, mask = head
        # Two entries that said the same are told apart by their order, which nobody knows here.
        if self._owners.setdefault(digest, number) != number:
            raise CopyFailedError
        page = self._pages[number]
        changes = KeptChanges(page, page.told, mask)
        page.told += 1
        return Delta(self._keys[number], has_old, True, title, aliases, digest, changes, retires)

    def finish(self) -> None:
        """Wait for everything that has not been sent."""
        for batch in self._messages:
            self._take(batch)
        if self._waiting or not self._owners.keys().isdisjoint(self.made):
            raise CopyFailedError

    def _receive(self) -> None:
        batch = next(self._messages, None)
        if batch is None:
            raise CopyFailedError
        self._take(batch)

    def _take(self, batch: Sequence[_Message]) -> None:
        for number, message in batch:
            if isinstance(message, bytes):
                self._pages[number].arrive(message)
            else:
                self._waiting.append((number, message))

    def _arrived(self, page: LentPage) -> None:
        while not page.is_here:
            self._receive()


def lent_pairs(log: Log, revisions: Sequence[Revision], reader: VersionReader) -> LentPairs | None:
    """Let a copy of this process compare a part of all files; None where that saves nothing, or
    cannot be.
    """
    if not (paths := lendable(revisions)):
        return None
    messages = start(lambda: _batches(_told(log, revisions, reader, paths)))
    return LentPairs(messages, paths) if messages else None


def _batches(messages: Iterator[_Message]) -> Iterator[list[_Message]]:
    while batch := list(islice(messages, _TOGETHER)):
        yield batch


def _told(
    log: Log, revisions: Sequence[Revision], reader: VersionReader, paths: Sequence[str]
) -> Iterator[_Message]:
    """Compare the versions of these files, and yield what is sent."""
    numbers = {path: number for number, path in enumerate(paths)}
    own = list(_of_files(revisions, numbers))
    left = Counter(change.path for revision in own for change in revision.files)
    pairs = _Made()
    files = FilePairs(log, own, reader, pairs, {}, {})
    deltas = defaultdict[str, list[Delta]](list)
    for index, revision in enumerate(own):
        for _ in files.of(index, revision):
            pass
        for path, compared in pairs.taken():
            yield numbers[path], _head(compared)
            if not isinstance(compared, str):
                deltas[path] += compared
            left[path] -= 1
            if not left[path] and (of_file := deltas.pop(path, None)):
                yield numbers[path], packed_deltas(of_file, pairs.made)
                for delta in of_file:
                    pairs.made.pop(delta.digest, None)


def _of_files(revisions: Sequence[Revision], paths: Container[str]) -> Iterator[Revision]:
    for revision in revisions:
        if files := tuple(change for change in revision.files if change.path in paths):
            yield revision._replace(files=files)


def _head(compared: Compared) -> _Head | str | None:
    if isinstance(compared, str):
        return compared
    for delta in compared:
        mask = mask_of(delta.changes)
        return delta.has_old, delta.title, delta.aliases, delta.digest, delta.retires, mask
    return None


class _Made(KeptPairs):
    """Comparisons as they are made, each with the path of the file."""

    def __init__(self) -> None:
        super().__init__()
        self._taken: list[tuple[str, Compared]] = []

    def __setitem__(self, pair: Pair, compared: Compared) -> None:
        super().__setitem__(pair, compared)
        if new := pair[1]:
            self._taken.append((new.path, compared))

    def taken(self) -> list[tuple[str, Compared]]:
        """Return those since it was asked last."""
        taken, self._taken = self._taken, []
        return taken
