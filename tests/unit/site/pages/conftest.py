"""A strategy of entries, ready for a view."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from living_strategy.model import Entry
from tests.unit.site.pages.overviews import Read, a_context, pages_of

Show = Callable[..., dict[str, Read]]


@pytest.fixture
def show(tmp_path: Path) -> Show:
    """Renders a view of the entries: `show(timeline, an_area(), ...)` gives pages by path."""

    def render(view: ModuleType, *entries: Entry, **settings: Any) -> dict[str, Read]:
        return pages_of(view, a_context(tmp_path, *entries, **settings))

    return render
