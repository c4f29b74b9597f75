"""Which of the files below strategy/ a site takes, and which of its pages menus name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Test = Callable[[str], bool]


def _none(path: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Selection:
    """What a host was told about pages and files, which are given as paths below `strategy/`.

    What is left out is not read, so it is on no page, in no list and in no file of the site.
    A page that is unlisted is published, but stands in no menu and no list of contents.
    """

    leaves_out: Test = _none
    is_unlisted: Test = _none


EVERYTHING = Selection()
