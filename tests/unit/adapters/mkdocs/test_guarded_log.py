"""What stands in a log cannot move the cursor or give a pipeline orders."""

from __future__ import annotations

import logging

import pytest

from living_strategy.adapters.mkdocs.guarded_log import Guard
from living_strategy.adapters.reporting.text import printable


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("an ordinary sentence", "an ordinary sentence"),
        ("two lines:\n  - a.md", "two lines:\n  - a.md"),
        ("link 'x\n::stop-commands::t'", "link 'x\n\\u003a:stop-commands::t'"),
        ("link 'x\n \t::error::t'", "link 'x\n \\u0009::error::t'"),
        ("link 'x\r::error::t'", "link 'x\\u000d::error::t'"),
        ("a ##[stop-commands]t", "a #\\u0023[stop-commands]t"),
        ("a ##vso[task.setvariable]t", "a #\\u0023vso[task.setvariable]t"),
        ("a \x1b[2J", "a \\u001b[2J"),
    ],
)
def test_records_are_made_harmless(said: str, kept: str) -> None:
    """Of every record, with its particulars filled in."""
    record = logging.LogRecord("mkdocs.pages", logging.INFO, "", 0, "%s", (said,), None)

    assert Guard().filter(record)
    assert record.getMessage() == kept


def test_a_heading_stays_as_it_is() -> None:
    """Only the sign of an order within a line is shown by its code."""
    assert printable("## Mål #[x] ##x") == "## Mål #[x] ##x"
