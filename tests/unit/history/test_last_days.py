"""The day on which each file was last changed."""

from __future__ import annotations

from datetime import date

from living_strategy.history.days import last_moments
from living_strategy.history.event import Gap, History
from living_strategy.history.log import FileChange, Revision

DAYS = [date(2026, 1, day) for day in (1, 2, 3)]


def revision(*files: FileChange) -> Revision:
    """A revision that does this."""
    return Revision("x", 0, 0, "x", files)


def test_files_that_are_still_there() -> None:
    """The last revision counts that changed or moved a file; what is gone has no day."""
    revisions = [
        revision(*(FileChange(path, None, "1", path) for path in "abcd")),
        revision(FileChange("a", "1", "2", "a"), FileChange("b", "1", None, "b")),
        revision(FileChange("e", "1", "1", "d"), FileChange("b", None, "1", "b")),
    ]

    assert last_moments(revisions[:2], DAYS[:2]) == {"a": DAYS[1], "c": DAYS[0], "d": DAYS[0]}
    assert last_moments(revisions, DAYS) == {
        "a": DAYS[1], "b": DAYS[2], "c": DAYS[0], "e": DAYS[2]
    }  # fmt: skip


def test_files_that_change_places() -> None:
    """Two files that were renamed into each other are both there."""
    swapped = revision(FileChange("a", "2", "2", "b"), FileChange("b", "1", "1", "a"))
    first = revision(FileChange("a", None, "1", "a"), FileChange("b", None, "2", "b"))

    assert last_moments([first, swapped], DAYS[:2]) == {"a": DAYS[1], "b": DAYS[1]}


def test_a_history_that_was_cut_has_no_days() -> None:
    """All files would seem to come on the first day that is there."""
    files = (("a", DAYS[0]),)

    assert History(files=files).last_changes == {"a": "2026-01-01"}
    assert History(files=files, gap=Gap("history-shallow", {})).last_changes == {}
