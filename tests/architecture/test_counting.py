"""Lines are counted where it tells something, and nothing slows the other tests down."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.examples import examples


@pytest.mark.no_cover
def test_nothing_watches_a_test_that_is_not_counted() -> None:
    """In a worker as in a run without workers (see tests/uncounted.py)."""
    assert sys.gettrace() is None


@examples(1)
@given(st.just(None))
def test_nothing_watches_a_property(nothing: None) -> None:
    """However many examples it is tried on."""
    assert sys.gettrace() is nothing
