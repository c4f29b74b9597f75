"""A strategy above that is named, and no version of it is pinned."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.language.particulars import Commands, Particular
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "missing-pin",
    Severity.WARNING,
    message="“{name}” is to be followed, but {file} is missing.",
    hint="Fetch the catalogue with {commands}, or take the lines out.",
    meaning="What is said about the goals of a strategy above is compared with one version of it, which lies in the folder upstream/ with a lock beside.",
    wrong="upstream:\n  - name: nasjonal       # and there is no upstream/nasjonal.catalogue.json",
    right="upstream:\n  - name: nasjonal       # with upstream/nasjonal.catalogue.json and nasjonal.lock.yml",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report each upstream of strategy.yml without a catalogue or without a lock."""
    corpus = graph.corpus
    for index, upstream in enumerate(corpus.settings.upstream):
        pinned = corpus.upstreams.get(upstream.name)
        if pinned and pinned.missing:
            location = corpus.settings_source.locate(("upstream", index, "name"))
            params: dict[str, Particular] = {
                "name": upstream.name,
                "file": pinned.missing,
                "commands": Commands((f"upstream add {upstream.name}",)),
            }
            yield Diagnostic(CODE.name, location, params)


RULE = Rule(CODE, check)
