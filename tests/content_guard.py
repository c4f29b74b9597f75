"""Refuses to let tests of the program read this repository's own content.

What an editor merges must not turn them red. Tests in tests/content know the content; others get it
through fixtures, whose sites they may walk over but not quote.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

REPOSITORY = Path(__file__).parents[1]
FOLDERS = ("strategy", "goals", "measures", "projects")
# Fixtures that copy the content, whatever it is.
OPEN_TO = ("real_site", "plain_site", "upstream", "template_copy")

_CONTENT = tuple(f"{REPOSITORY / folder}{os.sep}" for folder in FOLDERS)
_KNOWS_CONTENT = REPOSITORY / "tests" / "content"
_guarded: list[bool] = [False]


class ContentReadError(AssertionError):
    """A test of the program reads what this repository publishes."""


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open" and _guarded[-1] and isinstance(arguments[0], str | os.PathLike):
        path = os.path.abspath(os.fspath(arguments[0]))
        if isinstance(path, str) and path.startswith(_CONTENT):
            raise ContentReadError(f"{path} is content: see tests/content_guard.py")


sys.addaudithook(_watch)


def _is_of_the_program(path: Path) -> bool:
    return not path.is_relative_to(_KNOWS_CONTENT)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Watch a test and its fixtures."""
    _guarded.append(_is_of_the_program(item.path))
    try:
        return (yield)
    finally:
        _guarded.pop()


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Generator[None, object, object]:
    """Watch what a module reads when it is loaded."""
    _guarded.append(isinstance(collector, pytest.Module) and _is_of_the_program(collector.path))
    try:
        return (yield)
    finally:
        _guarded.pop()


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: pytest.FixtureDef[Any]) -> Generator[None, object, object]:
    """Look away while the content is copied."""
    _guarded.append(_guarded[-1] and fixturedef.argname not in OPEN_TO)
    try:
        return (yield)
    finally:
        _guarded.pop()
