"""Many files are kept a slice at a time, and come back as they were made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from living_strategy.artifact import DataFile
from living_strategy.content.tree import MemorySource
from living_strategy.inspection import inspect_source
from living_strategy.publication import Publication, Resources
from living_strategy.site.kept_slices import MAX_FILES, MAX_SIZE, kept_in_slices
from tests.factories import TODAY
from tests.integration.living_content import LivingContent
from tests.unit.site.test_kept_pages import Store

SIZES = {
    "none": [],
    "few": [1, 2, 3],
    "as many as a slice has": [1] * MAX_FILES,
    "many": [1] * (2 * MAX_FILES + 1),
    "large": [MAX_SIZE - 1, 1, 3 * MAX_SIZE, 1, MAX_SIZE],
}


@pytest.mark.parametrize("sizes", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("lost", ["", "calendars 0", "calendars 1", "calendars 2"])
def test_as_they_were_made(sizes: list[int], lost: str) -> None:
    """However many there are, and whichever of the slices is lost; nothing is made in vain."""
    files = [DataFile(f"{index}.ics", bytes(size)) for index, size in enumerate(sizes)]
    made = 0

    def make() -> Iterator[DataFile]:
        nonlocal made
        made += 1
        yield from files

    store = Store()
    inspection = inspect_source(MemorySource(LivingContent().texts()), TODAY)
    resources = Resources(pages=store)
    kept = Publication(Path("no-such-folder"), inspection, TODAY, resources).context.kept
    first = [*kept_in_slices(kept, "calendars", make)]
    was_there = store.rows.pop(lost, None) is not None

    again = [*kept_in_slices(kept, "calendars", make)]

    assert first == again == files
    assert made == 1 + was_there
    assert max(map(len, store.rows.values())) < 3 * MAX_SIZE + 1_000
