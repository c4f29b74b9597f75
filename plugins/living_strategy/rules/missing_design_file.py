"""A mark or a font that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic
from living_strategy.rules.context import CheckContext

CODE = "missing-design-file"


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report each file under `design` that does not exist."""
    design, source = graph.corpus.settings.design, graph.corpus.settings_source
    named: list[tuple[str, tuple[str | int, ...]]] = []
    if design.mark:
        named.append((design.mark.file, ("design", "mark", "file")))
    if design.font:
        for index, one in enumerate(design.font.files):
            named.append((one.file, ("design", "font", "files", index, "file")))
    for file, path in named:
        if not context.has_file(file):
            yield Diagnostic(CODE, source.locate(path), {"file": file})
