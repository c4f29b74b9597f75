"""Counts lines while a test or a fixture of it runs, and at no other time: not while ten thousand
tests are collected, nor in what pytest does around each of them and workers say to each other.

All that this interpreter does takes two to three times as long while somebody watches, whatever it
is that is watched. Lines of the program that are run when it is loaded are counted by loading all
of it before the tests are collected. Tests with the mark `no_cover` are not watched at all;
pytest-cov has two counters in workers, and stops only the later one for them.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Generator
from typing import Any

import pytest

import living_strategy

# What counts lines, while it does not.
_resting: list[Any] = []


def _rest() -> None:
    """Let nothing watch. Whoever counts may have changed since: pytest-cov begins anew after a test
    that it does not count.
    """
    watching = sys.gettrace()
    if watching is not None:
        _resting[:] = [watching]
        sys.settrace(None)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection(session: pytest.Session) -> Generator[None, object, object]:
    """Load the program where tests will run, and then watch nothing."""
    is_worker = hasattr(session.config, "workerinput")
    if sys.gettrace() is not None and (is_worker or not session.config.getoption("numprocesses")):
        for module in pkgutil.walk_packages(living_strategy.__path__, "living_strategy."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    _rest()
    return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol() -> Generator[None, object, object]:
    """Let nothing watch what is between tests."""
    _rest()
    return (yield)


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_fixture_setup() -> Generator[None, object, object]:
    """Watch what a test needs, which it may also ask for while it runs."""
    before = sys.gettrace()
    if _resting:
        sys.settrace(_resting[-1])
    try:
        return (yield)
    finally:
        sys.settrace(before)


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, object, object]:
    """Watch the test itself, or stop what goes on to."""
    is_counted = _resting and not pyfuncitem.get_closest_marker("no_cover")
    sys.settrace(_resting[-1] if is_counted else None)
    try:
        return (yield)
    finally:
        sys.settrace(None)
