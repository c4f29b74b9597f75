"""The content of this repository, read once."""

from __future__ import annotations

import pytest

from living_strategy.content.graph import Graph, link
from living_strategy.content.loader import load
from living_strategy.content.source import DiskSource
from tests.integration.site_support import REPOSITORY


@pytest.fixture(scope="session")
def graph() -> Graph:
    """The strategy that this repository publishes."""
    loaded = load(DiskSource(REPOSITORY))
    assert not loaded.diagnostics
    return link(loaded.corpus)
