"""Which files are read by somebody else: of one entry that stays where it is, nearly half."""

from __future__ import annotations

import pytest

from living_strategy.history import lending
from living_strategy.history.lending import lendable
from living_strategy.history.log import FileChange, Revision


def changed(path: str, old: str | None = "a", new: str | None = "b", was: str = "") -> FileChange:
    """A change of a file."""
    return FileChange(path, old, new, was or path)


def revision(*files: FileChange, trailers: tuple[tuple[str, str], ...] = ()) -> Revision:
    """A revision with these changes."""
    return Revision("r", 0, 0, "", files, trailers)


def goals(*names: str) -> tuple[str, ...]:
    """Paths of goals."""
    return tuple(f"goals/{name}.md" for name in names)


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Little is enough."""
    monkeypatch.setattr(lending, "MIN_SHARED_CHANGES", 0)


def test_nearly_half_of_the_files(few: None) -> None:
    """Spread over all of them, whatever their names, and by how often they change."""
    names = goals(*"abcdefgh")
    same = revision(*(changed(path) for path in names))
    often = [revision(changed("goals/h.md"))] * 8

    assert lendable([same, same]) == goals("c", "e", "g")
    assert lendable([same, *often]) == goals("c", "e", "g")
    assert lendable([]) == ()


def test_what_is_not_lent(few: None) -> None:
    """What went, was renamed or came beside that; what an editor gave a class; files of many
    entries, of no entry, and of an entry that stands in another file too.
    """
    start = revision(
        *(changed(path, None) for path in goals(*"abcdefgh")),
        changed("goals/h.yml", None),
        *[changed(f"strategy/{name}", None) for name in ("strategy.yml", "x.md")],
        changed("strategy/registers/terms.yml", None),
    )
    later = [
        revision(changed("goals/a.md", "b", None), changed("goals/new.md", None)),
        revision(changed("goals/c.md", "b", "c", "goals/b.md")),
        revision(changed("goals/d.md"), trailers=(("goals/d.md", "editorial"),)),
        *[revision(changed("strategy/registers/terms.yml"))] * 100,
    ]

    assert lendable([start, *later]) == goals("e", "f", "g")


def test_a_small_history_is_read_alone() -> None:
    """A second process costs more than it saves."""
    files = tuple(changed(path) for path in goals(*"abcd"))

    assert lendable([revision(*files)] * 249) == ()
    assert lendable([revision(*files)] * 250) == goals("c")
