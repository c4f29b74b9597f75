"""The content of this repository is written in its canonical form."""

from __future__ import annotations

from living_strategy.adapters.cli import program
from tests.integration.site_support import REPOSITORY


def test_no_file_would_change() -> None:
    """What one edits shows as what one edited; `living-strategy format` puts it right."""
    assert program.run(["format", "--check", "--root", str(REPOSITORY)]) == 0
