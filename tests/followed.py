"""Strategies with a past, and what their followers get: feeds and calendars, read by parsers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import feedparser
import icalendar
import pytest

from living_strategy.artifact import DataFile
from living_strategy.content.tree import MemorySource
from living_strategy.inspection import inspect_source
from living_strategy.publication import Publication
from living_strategy.site.pages.municipalities import view as municipalities
from living_strategy.site.subscriptions import subscriptions
from tests.factories import TODAY, as_bytes, valid_files
from tests.histories import Commit, history_of
from tests.integration.site_support import keep_few_municipalities

URL = "https://example.org/plan/"
PROJECT = """\
title: {title}
measures: [tiltak]
status: {status}
{more}as_of: 2024
sources:
  - title: Strategien
    publisher: KS
"""


def project(title: str = "Prosjekt", status: str = "ongoing", more: str = "") -> str:
    """The file of a project; `more` are lines of YAML."""
    return PROJECT.format(title=title, status=status, more=more)


def state(day: str, **changes: str | None) -> Commit:
    """The valid strategy as it was published on a day, with some files changed. Names of files are
    without ending and with `__` for the slash; None takes a file away.
    """
    endings = {"projects": "yml", "strategy": "yml"}
    files: dict[str, str | bytes | None] = dict(valid_files())
    for name, text in changes.items():
        folder, _, stem = name.partition("__")
        files[f"{folder}/{stem}.{endings.get(folder, 'md')}"] = text
    return Commit(day, as_bytes(files))


def goal(standing: str = "adopted", text: str = "Teksten om målet.") -> str:
    """The file of the goal, with one thing or another changed."""
    written = valid_files()["goals/mal.md"]
    assert isinstance(written, str)
    return written.replace("adopted", standing).replace("Teksten om målet.", text)


def published(*states: Commit, url: str = URL) -> Publication:
    """The publication of the last state, with those before it as its history, and a page of some
    municipalities.
    """
    files = {path: text for path, text in states[-1].files.items() if isinstance(text, bytes)}
    with pytest.MonkeyPatch.context() as patch:
        keep_few_municipalities(patch)
        inspection = inspect_source(MemorySource(files), TODAY)
    assert not inspection.has_errors, inspection.diagnostics
    history = history_of(*states)
    return Publication(Path("no-such-folder"), inspection, TODAY, history=history, url=url)


def files_of(made: Publication) -> dict[str, bytes]:
    """Every feed and calendar of a site, by its path."""
    artifacts = (*municipalities.render(made.graph, made.context), *subscriptions(made.context))
    endings = (".atom", "/changes.json", ".ics")
    return {
        file.path: file.content
        for file in artifacts
        if isinstance(file, DataFile) and f"/{file.path}".endswith(endings)
    }


def feed_in(content: bytes) -> Any:
    """An Atom feed as an independent parser reads it, without any complaint."""
    parsed = feedparser.parse(content)
    assert not parsed.bozo, parsed.bozo_exception
    assert parsed.version == "atom10"
    return parsed


@dataclass(frozen=True)
class Date:
    """One date of a calendar as an independent parser reads it."""

    uid: str
    sequence: int
    start: str
    end: str
    title: str
    status: str


def dates_in(content: bytes) -> list[Date]:
    """The dates of a calendar, in its order."""
    calendar = icalendar.Calendar.from_ical(content)
    assert not calendar.errors
    return [
        Date(
            str(event["UID"]),
            int(event["SEQUENCE"]),
            str(event.decoded("DTSTART")),
            str(event.decoded("DTEND")),
            str(event["SUMMARY"]),
            str(event["STATUS"]),
        )
        for event in calendar.walk("VEVENT")
    ]
