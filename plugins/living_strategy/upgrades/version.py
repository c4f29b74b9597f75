"""Versions of the program in their order: PEP 440 as far as a program of one's own needs it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_VERSION = re.compile(
    r"(?P<release>\d+(?:\.\d+)*)(?:(?P<stage>a|b|rc)(?P<number>\d+))?"
    r"(?:\.post(?P<post>\d+))?(?:\.dev(?P<dev>\d+))?(?:\+[a-z0-9.]+)?"
)
_FINAL = "z"


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """A version. Zeros at the end of a release do not count: 1.0 is 1.0.0."""

    release: tuple[int, ...]
    stage: tuple[str, int]
    post: int
    # A version that is being made (`.dev`) comes before the one that it becomes.
    finished: tuple[bool, int]


def parse_version(text: str) -> Version | None:
    """Return the version that a text names, if it names one."""
    match = _VERSION.fullmatch(text)
    if not match:
        return None
    release = [int(part) for part in match["release"].split(".")]
    while release and not release[-1]:
        release.pop()
    being_made = match["dev"] is not None
    is_early = being_made and not match["stage"] and match["post"] is None
    stage = (match["stage"] or ("" if is_early else _FINAL), int(match["number"] or 0))
    post = -1 if match["post"] is None else int(match["post"])
    return Version(tuple(release), stage, post, (not being_made, int(match["dev"] or 0)))
