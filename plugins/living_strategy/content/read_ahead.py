"""Ways to have items read before they are taken up: half of them apart, or once for many times."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple, Protocol, TypeVar

from living_strategy.content.markdown import prose
from living_strategy.content.markdown.prose import Prose
from living_strategy.content.reading import read_text, split_front_matter
from living_strategy.content.source import ContentSource
from living_strategy.content.source_file import SourceFile
from living_strategy.content.yaml.yaml_reader import Tree, read_yaml
from living_strategy.diagnostics import Diagnostic

# Below this many items, the other process costs more than it saves.
PARALLEL_THRESHOLD = 800


class Read(NamedTuple):
    """An item as it was read. `scans` has what was found in those of its texts that have no
    mistake, by the text.
    """

    file: SourceFile
    tree: Tree
    scans: Mapping[str, Prose]


Result = TypeVar("Result")


class Share(Protocol):
    """Lets some processes do tasks, which have numbers from 0. `work` does those whose numbers it
    is given; returns what came of it in each process.
    """

    def __call__(self, work: Callable[[Iterator[int]], Result], tasks: int) -> list[Result]:
        """Do all tasks."""


def alone(work: Callable[[Iterator[int]], Result], tasks: int) -> list[Result]:
    """Do all tasks in this process."""
    return [work(iter(range(tasks)))]


Results = dict[str, Read]
Collect = Callable[[], Results]
# Begins a task, in another process if it can, and returns a function that waits for its result.
Start = Callable[[Callable[[], Results]], Collect]


class Ahead(Protocol):
    """Items that are read, or will be when they are asked for."""

    def get(self, path: str) -> Read | None:
        """Return the item with this path; None for one that is to be read as usual. The caller may
        change the top level of its data.
        """


# Gets the content and the paths of all items, in the order they are taken up.
Prefetcher = Callable[[ContentSource, Sequence[str]], Ahead]


@dataclass
class ReadAhead:
    """What is being read apart. A file that is not among the results is read as usual."""

    paths: frozenset[str] = frozenset()
    collect: Collect = dict
    _results: Results | None = field(default=None, repr=False)

    def get(self, path: str) -> Read | None:
        """Return the file with this path, once; the first call waits until all are there."""
        if path not in self.paths:
            return None
        if self._results is None:
            self._results = self.collect()
        return self._results.pop(path, None)


def no_prefetch(source: ContentSource, paths: Sequence[str]) -> Ahead:
    """Every item is read when its turn comes."""
    return ReadAhead()


def prefetch_half(start: Start) -> Prefetcher:
    """Read the second half of the items apart, if they are many."""

    def prefetch(source: ContentSource, paths: Sequence[str]) -> Ahead:
        if len(paths) < PARALLEL_THRESHOLD:
            return ReadAhead()
        second = list(paths[len(paths) // 2 :])
        return ReadAhead(frozenset(second), start(lambda: read_valid(source, second)))

    return prefetch


class KnownItems:
    """What items said when they were last read, for a process that reads a strategy repeatedly.

    An item is known by its whole text, so nothing here can be out of date.
    """

    def __init__(self) -> None:
        self._source: ContentSource | None = None
        self._known: dict[str, tuple[str, Read]] = {}

    def prefetch(self, source: ContentSource, paths: Sequence[str]) -> Ahead:
        """Forget the items that are gone."""
        self._source = source
        self._known = {path: self._known[path] for path in paths if path in self._known}
        return self

    def get(self, path: str) -> Read | None:
        """Return the item, read again only if its text is another one."""
        text = read_text(self._source, path) if self._source else None
        if not isinstance(text, str):
            return None
        cached = self._known.get(path)
        if cached is None or cached[0] != text:
            read = parse_valid(path, text)
            if read is None:
                return None
            cached = self._known[path] = (text, read)
        read = cached[1]
        return read._replace(tree=replace(read.tree, data=dict(read.tree.data)))


def parse_valid(path: str, text: str) -> Read | None:
    """Return an item that has keys with values and no mistake in its YAML."""
    file = source_of(path, text)
    if isinstance(file, Diagnostic):
        return None
    tree = read_yaml(file.yaml, file.yaml_line)
    if not isinstance(tree.data, dict) or tree.problems:
        return None
    scans = {text: prose.scan(text) for text in texts_of(file, tree)}
    return Read(
        file, tree, {text: said for text, said in scans.items() if said == Prose(said.mentions)}
    )


def texts_of(file: SourceFile, tree: Tree) -> Iterator[str]:
    """Yield the Markdown texts of an item as they will be once its fields are validated. One that
    turns out to be another text is looked through again.
    """
    yield file.body or _stripped(tree.data.get("description"))
    updates = tree.data.get("updates")
    for update in updates if isinstance(updates, list) else ():
        yield _stripped(update.get("text") if isinstance(update, dict) else None)


def _stripped(text: Any) -> str:
    return text.strip() if isinstance(text, str) else ""


def read_valid(source: ContentSource, paths: Sequence[str]) -> Results:
    """Return the files that can be read without a finding; the others are left to the usual way."""
    results: Results = {}
    for path in paths:
        text = read_text(source, path)
        if not isinstance(text, Diagnostic) and (read := parse_valid(path, text)):
            results[path] = read
    return results


def source_of(path: str, text: str) -> SourceFile | Diagnostic:
    """Return an item's file in its parts, or the finding that says why it has none."""
    return (
        SourceFile(path, text)
        if path.endswith(".yml")
        else split_front_matter(path, text, required=True)
    )
