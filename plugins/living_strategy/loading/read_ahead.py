"""Reads half of the items of a large strategy apart, while the other half is taken up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from living_strategy.diagnostics import Diagnostic
from living_strategy.loading.reading import read_text, split_front_matter
from living_strategy.loading.source_file import SourceFile
from living_strategy.loading.yaml_reader import Tree, read_yaml

# Below this many items, the other process costs more than it saves.
WORTHWHILE = 800

Read = tuple[SourceFile, Tree]
Results = dict[str, Read]
Collect = Callable[[], Results]
# Begins a task, in another process if it can, and returns a function that waits for its result.
Start = Callable[[Callable[[], Results]], Collect]


@dataclass
class ReadAhead:
    """What is being read apart. A file that is not among the results is read as usual."""

    paths: frozenset[str] = frozenset()
    collect: Collect = dict
    _results: Results | None = field(default=None, repr=False)

    def get(self, path: str) -> Read | None:
        """The file with this path, once; the first call waits until all are there."""
        if path not in self.paths:
            return None
        if self._results is None:
            self._results = self.collect()
        return self._results.pop(path, None)


def begin(root: str, paths: Sequence[str], start: Start | None) -> ReadAhead:
    """Begin to read the second half of the items, if they are many and there is a way."""
    if start is None or len(paths) < WORTHWHILE:
        return ReadAhead()
    second = list(paths[len(paths) // 2 :])
    return ReadAhead(frozenset(second), start(lambda: read_sound(root, second)))


def read_sound(root: str, paths: Sequence[str]) -> Results:
    """The files that can be read without a finding; the others are left to the usual way."""
    results: Results = {}
    for path in paths:
        text = read_text(root, path)
        source = None if isinstance(text, Diagnostic) else source_of(path, text)
        if isinstance(source, SourceFile):
            tree = read_yaml(source.yaml, source.yaml_line)
            if not tree.problems:
                results[path] = (source, tree)
    return results


def source_of(path: str, text: str) -> SourceFile | Diagnostic:
    """An item's file in its parts, or the finding that says why it has none."""
    return (
        SourceFile(path, text)
        if path.endswith(".yml")
        else split_front_matter(path, text, required=True)
    )
