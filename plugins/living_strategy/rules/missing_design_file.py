"""A mark or a font that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "missing-design-file",
    Severity.ERROR,
    message="The file “{file}” does not exist below strategy/.",
    hint="Put it there, or remove the line.",
    meaning="A mark or a font is a file beside the written pages, named from strategy/ on.",
    wrong="design: {mark: {file: strategy/merke.svg, text: Storvik kommune}}",
    right="design: {mark: {file: bilder/merke.svg, text: Storvik kommune}}",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report each file under `design` that does not exist."""
    design, source = graph.corpus.settings.design, graph.corpus.settings_source
    files: list[tuple[str, tuple[str | int, ...]]] = []
    if design.mark:
        files.append((design.mark.file, ("design", "mark", "file")))
    if design.font:
        for index, font_file in enumerate(design.font.files):
            files.append((font_file.file, ("design", "font", "files", index, "file")))
    for file, path in files:
        if not context.has_file(file):
            yield Diagnostic(CODE.name, source.locate(path), {"file": file})


RULE = Rule(CODE, check)
