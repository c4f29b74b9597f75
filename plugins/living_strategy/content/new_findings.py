"""New findings: those of one state of a strategy that another one has not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from living_strategy.content.versions import single_entry
from living_strategy.diagnostics import Finding

Told = TypeVar("Told")
_EntryKey = tuple[str, str]
_Key = tuple[str, str, str, str, tuple[tuple[str, str], ...]]
# Elements of a list have numbers, which change when another one is put before them.
_NUMBERS = re.compile(r"\[\d+\]")


def not_among(
    found: Iterable[Told],
    others: Iterable[Told],
    renamed: Mapping[_EntryKey, _EntryKey],
    finding_of: Callable[[Told], Finding],
) -> tuple[Told, ...]:
    """Return those of which the findings are not among others, in their order. A finding is the
    same on another line, and in the file of an entry that has another id now; `renamed` leads from
    kind and id of before to those of today.
    """
    ids = {old[1]: new[1] for old, new in renamed.items()}
    left = Counter(_key(finding_of(other), renamed, ids) for other in others)
    rest = []
    for each in found:
        key = _key(finding_of(each), renamed, ids)
        if left[key]:
            left[key] -= 1
        else:
            rest.append(each)
    return tuple(rest)


def _key(finding: Finding, renamed: Mapping[_EntryKey, _EntryKey], ids: Mapping[str, str]) -> _Key:
    location = finding.location
    key = single_entry(location.file)
    later = renamed.get(key) if key else None
    said = ((name, str(value)) for name, value in finding.params.items())
    return (
        finding.code,
        ":".join(later or key or (location.file,)),
        ids.get(finding.ref, finding.ref),
        _NUMBERS.sub("[]", location.field),
        tuple(sorted((name, ids.get(value, value)) for name, value in said)),
    )
