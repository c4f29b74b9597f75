"""Findings about a history: why it is not there or not whole, and names that are not in it."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.adapters.git.history import Record
from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Location

# As many digits of the name of a commit as nobody else has in a repository of any size.
SHOWN_DIGITS = 12


def history_findings(record: Record, graph: Graph) -> Iterator[Diagnostic]:
    """Yield what is wrong with a history, and the revisions in the settings that it lacks."""
    source = graph.corpus.settings_source
    if gap := record.history.gap:
        yield Diagnostic(gap.code, Location(source.path), gap.particulars)
    unknown = {occasion.revision for occasion in record.unknown}
    for index, edition in enumerate(graph.corpus.settings.adopted):
        if edition.ref is None:
            continue
        location = source.locate(("adopted", index, "ref"))
        if edition.ref in unknown:
            yield Diagnostic("unknown-revision", location, {"revision": edition.ref})
        elif commit := record.moving.get(edition.ref):
            tag = f"adopted-{edition.date}"
            command = f"git tag {tag} {commit[:SHOWN_DIGITS]} && git push origin {tag}"
            particulars = {"revision": edition.ref, "tag": tag, "command": command}
            yield Diagnostic("moving-revision", location, particulars)
