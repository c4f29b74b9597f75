"""Collected: what is kept of the catalogue of a local site, as `collected/<number>.json` has it.

All of it comes from other sites. Texts are shown as they are, on one line and cut at a length;
addresses are those that every program reads as the same web address.
"""

from __future__ import annotations

import json
import re
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field, ValidationError

from living_strategy.limits import WebAddress
from living_strategy.model.adoption import AdoptionState, Hash
from living_strategy.model.hostile_json import RefusedJsonError, read_json
from living_strategy.model.local_site import PlaceNumber
from living_strategy.model.values import Id, Value
from living_strategy.partial_date import PartialDate

MAX_COLLECTED_BYTES = 1024 * 1024
MAX_JUDGEMENTS, MAX_MEASURES, MAX_GOALS = 1_000, 400, 20
# What a header of a request may hold.
_MARK = re.compile(r"[!-~](?:[ -~]{0,198}[!-~])?")
_MAX_LINE, _MAX_SUMMARY = 160, 300


def _one_line(text: object, length: int) -> object:
    """Return a text as it is shown: what cannot be seen or turns the direction of writing is gone,
    and what is too long is cut.
    """
    if not isinstance(text, str):
        return text
    seen = "".join(letter if letter.isprintable() else " " for letter in text[: 4 * length])
    line = " ".join(seen.split())
    return line if len(line) <= length else f"{line[: length - 1].rstrip()}…"


Line = Annotated[str, BeforeValidator(lambda text: _one_line(text, _MAX_LINE))]
Summary = Annotated[str, BeforeValidator(lambda text: _one_line(text, _MAX_SUMMARY))]


Mark = Annotated[
    str,
    BeforeValidator(
        # What cannot be sent back as it was is not sent at all.
        lambda mark: mark if isinstance(mark, str) and _MARK.fullmatch(mark) else ""
    ),
]


class Silence(StrEnum):
    """Why a site gave nothing that can be used when it was last asked."""

    UNREACHABLE = "unreachable"
    SLOW = "slow"
    TOO_LARGE = "too-large"
    REFUSED = "refused"
    UNUSABLE = "unusable"


class CollectedJudgement(Value):
    """What is decided there about the goal of this strategy with this id: which version of it was
    judged, with the hash of what was decided of it, who decided when, and why.
    """

    id: Id
    state: AdoptionState
    version: Line = ""
    judged: Hash | None = None
    body: Line = ""
    date: PartialDate | None = None
    reason: Summary = ""


class CollectedMeasure(Value):
    """A measure there that serves these goals of this strategy, with its page. The id and the
    status are as its catalogue writes them.
    """

    id: Id
    title: Line
    summary: Summary = ""
    status: Line = ""
    goals: Annotated[tuple[Id, ...], Field(max_length=MAX_GOALS)]
    page: WebAddress | None = None


class Collected(Value):
    """The last good copy of a site, and since when it is silent.

    `fetched` and `changed` are the days when it was last fetched and when something else stood
    there for the first time; None where nothing good was ever fetched. `upstream` is the short name
    under which it was asked about this strategy. `follows` is whether it says
    what it has decided about this strategy.
    """

    number: PlaceNumber
    address: WebAddress
    upstream: Line = ""
    fetched: PartialDate | None = None
    changed: PartialDate | None = None
    silent_since: PartialDate | None = None
    silence: Silence | None = None
    etag: Mark = ""
    modified: Mark = ""
    hash: Line = ""
    title: Line = ""
    version: Line = ""
    licence: Line = ""
    licence_url: WebAddress | None = None
    site: WebAddress | None = None
    follows: bool = False
    judgements: Annotated[tuple[CollectedJudgement, ...], Field(max_length=MAX_JUDGEMENTS)] = ()
    measures: Annotated[tuple[CollectedMeasure, ...], Field(max_length=MAX_MEASURES)] = ()

    @property
    def is_good(self) -> bool:
        """Whether anything good was ever fetched."""
        return self.fetched is not None

    def text(self) -> str:
        """Return the file: the same value gives the same text."""
        data = self.model_dump(mode="json", exclude_defaults=True)
        return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def read_collected(raw: bytes, number: str) -> Collected | None:
    """Return what a file of a site says; None if it is none, or one of another site."""
    try:
        collected = Collected.model_validate(read_json(raw, MAX_COLLECTED_BYTES))
    except (RefusedJsonError, ValidationError):
        return None
    return collected if collected.number == number else None
