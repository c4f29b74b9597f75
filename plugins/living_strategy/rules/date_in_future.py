"""Something that has happened, dated in the future."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.model import Entry
from living_strategy.model.relations import written_references
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "date-in-future",
    Severity.WARNING,
    message="“{field}” says {date}, which has not come yet.",
    hint="Something that has happened cannot have a date in the future; a plan goes in “milestones”.",
    meaning="A status date, an as-of date, a report and a measured value speak of what has been.",
    wrong="as_of: 2099",
    right="as_of: 2026-11",
)

# The fields that say when something was so, by the keys that lead to them.
_PAST = (
    ("as_of",), ("reviewed",), ("status_date",), ("sources", "date"), ("updates", "date"),
    ("milestones", "done"), ("adoption", "date"), ("indicators", "baseline", "date"),
    ("indicators", "values", "date"), ("gains", "reached_date"),
)  # fmt: skip


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report dates that cannot have come yet, however they are read."""
    # A partial date begins like the full ones it may mean, so texts compare as first days do.
    today = context.today.isoformat()
    for entry in graph.entries.values():
        for keys in _fields_of(type(entry)):
            value = getattr(entry, keys[0])
            # Most fields are empty, or hold dates that have come.
            if not value or _has_come(value, keys, today):
                continue
            for path, date in written_references(entry, keys):
                if date > today:
                    params = {"field": str(path[-1]), "date": date}
                    location = graph.locate(entry.id, path)
                    yield Diagnostic(CODE.name, location, params, entry.id)


def _has_come(value: Any, keys: tuple[str, ...], today: str) -> bool:
    """Whether a field is soon seen to hold nothing that lies ahead: a date, or parts with one."""
    if isinstance(value, str):
        return value <= today
    is_list = len(keys) == 2 and isinstance(value, tuple)
    return is_list and max([getattr(part, keys[1]) or "" for part in value]) <= today


@cache
def _fields_of(kind: type[Entry]) -> tuple[tuple[str, ...], ...]:
    return tuple(keys for keys in _PAST if keys[0] in kind.model_fields)


RULE = Rule(CODE, check)
