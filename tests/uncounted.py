"""Runs tests with the mark `no_cover` without counting their lines, in workers too.

pytest-cov has two counters there, stops the later one for such a test, and the other goes on: the
test takes twice its time for numbers that nobody reads.
"""

from __future__ import annotations

import sys
from collections.abc import Generator

import pytest


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Stop whatever still watches when pytest-cov has stopped what it knows of."""
    watching = sys.gettrace()
    if watching is None or not item.get_closest_marker("no_cover"):
        return (yield)
    sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(watching)
