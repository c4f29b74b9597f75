"""Files kept between builds a slice at a time: thousands of them at once, each there as it is and
as it is kept, would take more memory than all else that a build does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import count, islice

from living_strategy.artifact import DataFile
from living_strategy.site.kept_pages import KeptPages

# Files, and bytes.
MAX_FILES, MAX_SIZE = 200, 1_000_000


def kept_files(
    kept: KeptPages, name: str, texts: Iterable[str], make: Callable[[], Iterable[DataFile]]
) -> Iterator[DataFile]:
    """Yield the files that were kept, or else are made, of facts and of these texts of entries."""
    texts = tuple(texts)
    if not texts:
        yield from kept_in_slices(kept, name, lambda: iter(make()))
    for file in kept.get_or_make(name, texts, make) if texts else ():
        if isinstance(file, DataFile):
            yield file


def kept_in_slices(
    kept: KeptPages, name: str, make: Callable[[], Iterator[DataFile]]
) -> Iterator[DataFile]:
    """Yield what was kept, or else is made, of facts alone: the same files in the same order. The
    last slice is empty.
    """
    rest: Iterator[DataFile] | None = None
    yielded = 0
    for number in count():
        slice_name = f"{name} {number}"
        files = kept.get(slice_name, ())
        if files is None:
            rest = islice(make(), yielded, None) if rest is None else rest
            files = kept.make(slice_name, (), partial(_slice, rest))
        elif rest is not None:
            # What was kept is made in vain: it stands before what may be missing.
            tuple(islice(rest, len(files)))
        if not files:
            return
        yielded += len(files)
        yield from (file for file in files if isinstance(file, DataFile))


def _slice(files: Iterator[DataFile]) -> Iterator[DataFile]:
    size = 0
    for file in islice(files, MAX_FILES):
        yield file
        size += len(file.content)
        if size >= MAX_SIZE:
            return
