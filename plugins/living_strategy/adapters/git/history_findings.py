"""Findings about a history: why it is not there or not whole, and names that are not in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from living_strategy.adapters.git.history import Record
from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Location
from living_strategy.history.class_line import Given, read_line

# As many digits of the name of a commit as nobody else has in a repository of any size.
SHOWN_DIGITS = 12
# Nobody corrects how old changes count: who has just come to know of misspelt lines is told of the
# last ones.
TOLD_PERIOD = timedelta(days=90)
MAX_TOLD = 10
_SUBJECT = "Class of a change"


def history_findings(record: Record, graph: Graph, today: date) -> Iterator[Diagnostic]:
    """Yield what is wrong with a history, the revisions in the settings that it lacks, and the
    lines in messages of late that were meant to give a class to what changed.
    """
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
    yield from _misspelt(record, source.path, today)


def _misspelt(record: Record, path: str, today: date) -> Iterator[Diagnostic]:
    """Yield a finding for each line, placed as all findings about histories: none has a file."""
    late = [line for line in record.history.misspelt if line.day > today - TOLD_PERIOD]
    for line in late[-MAX_TOLD:]:
        commit = line.commit[:SHOWN_DIGITS]
        # A line that is meant for another commit already has its name.
        wanted = line.near or "Change: editorial"
        trailer = wanted if wanted.count(" ") > 1 else f"{wanted} {commit}"
        command = f'git commit --allow-empty -m "{_SUBJECT}" --trailer "{trailer}"'
        particulars = {
            "commit": commit, "subject": line.subject, "line": line.line, "command": command,
        }  # fmt: skip
        read = read_line(*line.line.split(": ", 1)) if ": " in line.line else None
        if isinstance(read, Given):
            # Each line is right by itself, or the commit that it names is not there.
            particulars["case"] = "commit" if read.commit else "several"
        elif line.near:
            particulars["near"] = line.near
        yield Diagnostic("unknown-trailer", Location(path), particulars)
