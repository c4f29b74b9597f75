"""A history that is read bit by bit is the one that is read at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from living_strategy.content.versions import VersionReader
from living_strategy.history.assembly import go_on
from living_strategy.history.bookmark import NOTHING_READ, Reading
from living_strategy.history.delta import EntryKey
from living_strategy.history.kept_reading import KeptReading, packed_head, packed_pages, unpack
from living_strategy.history.log import Revision
from tests.examples import examples
from tests.histories import STRATEGY_FILE, Commit, MemoryLog

REGISTER = "strategy/registers/organisations.yml"
PATHS = (
    "goals/a.md", "goals/b.md", "goals/b.yml", "measures/a.md", "measures/c.md", REGISTER,
)  # fmt: skip
ALIASES: Mapping[EntryKey, EntryKey] = {
    ("goal", "a"): ("goal", "b"),
    ("measure", "x"): ("measure", "c"),
}
FIRST = date(2026, 11, 1)
START = "---\ntitle: Start\n---\n"
UNREADABLE = "---\ntitle: [\n---\n"

TITLES = st.sampled_from(("En", "To", "Tre"))


@st.composite
def texts(draw: st.DrawFn, path: str) -> str | None:
    """What a file says after a commit: nothing, something, or what nobody can read."""
    sort = draw(st.integers(0, 6))
    if sort < 2:
        return None if sort else UNREADABLE
    title, other = draw(TITLES), draw(TITLES)
    if path == REGISTER:
        return f"o1: {{title: {title}}}\n" + (f"o2: {{title: {other}}}\n" if sort > 3 else "")
    retired = "retired: {date: 2026-11-02, reason: x}\n" if sort == 3 else ""
    aliases = "aliases: [a]\n" if sort == 4 else ""
    fields = f"title: {title}\n{retired}{aliases}"
    return fields if path.endswith("yml") else f"---\n{fields}---\n{other} tekst.\n"


@st.composite
def commits(draw: st.DrawFn) -> Sequence[Commit]:
    """A strategy that lives: files are edited, moved, removed and come back, some clocks err."""
    files: dict[str, str | bytes] = {**STRATEGY_FILE, "goals/a.md": START, "measures/c.md": START}
    made: list[Commit] = []
    for number in range(draw(st.integers(2, 9))):
        renamed: dict[str, str] = {}
        moved = draw(st.permutations(PATHS[:5]))
        old = next((path for path in moved if path in files), moved[0])
        new = moved[-1]
        if old in files and new not in files and draw(st.booleans()):
            files[new] = files.pop(old)
            renamed = {new: old}
        for path in draw(st.lists(st.sampled_from(PATHS), max_size=3, unique=True)):
            text = draw(texts(path))
            if text is not None:
                files[path] = text
            elif path not in renamed:
                files.pop(path, None)
        slip = draw(st.sampled_from((0, 0, 0, -400, 400)))
        day = FIRST + timedelta(days=number + slip)
        trailers = tuple((path, "editorial") for path in files if draw(st.integers(0, 9)) == 9)
        made.append(Commit(day.isoformat(), dict(files), f"nr {number}", renamed, trailers))
    return made


class Counted(MemoryLog):
    """Counts how often it was asked for contents."""

    asked = 0

    def contents(self, names: Sequence[str], limit: int):  # type: ignore[no-untyped-def]
        """Note the question and answer it."""
        self.asked += 1
        return super().contents(names, limit)


def further(
    so_far: Reading,
    log: MemoryLog,
    revisions: Sequence[Revision],
    aliases: Mapping[EntryKey, EntryKey],
    shelf: dict[str, bytes],
) -> Reading:
    """Go on from what was packed in between; the pages are on the shelf."""
    names = []
    for name, content in packed_pages(so_far, {}):
        names.append(name)
        if content is not None:
            shelf[name] = content
    kept = unpack("\n".join(packed_head(so_far, aliases, names)), shelf)
    assert kept == KeptReading(so_far, aliases)
    assert kept.reading.history.fingerprint == so_far.history.fingerprint
    return go_on(kept.reading, log, revisions, VersionReader(), {}, aliases)


@examples(60)
@given(commits(), st.sampled_from(({}, ALIASES)), st.integers(1, 3))
def test_bit_by_bit(
    made: Sequence[Commit], aliases: Mapping[EntryKey, EntryKey], at_once: int
) -> None:
    """Whatever happened, wherever reading stopped: also where it stopped is the same."""
    log = MemoryLog(*made)
    revisions = tuple(log.revisions())
    reading, shelf = NOTHING_READ, dict[str, bytes]()
    for start in range(0, len(revisions), at_once):
        reading = further(reading, log, revisions[start : start + at_once], aliases, shelf)

    assert reading == go_on(NOTHING_READ, log, revisions, VersionReader(), {}, aliases)


def test_what_comes_back_is_read_in_one_stream() -> None:
    """Also what was removed before reading stopped."""
    goal = "---\ntitle: Mål\n---\n"
    log = Counted(
        Commit("2026-11-01", {**STRATEGY_FILE, "goals/a.md": goal}),
        Commit("2026-11-02", STRATEGY_FILE),
        Commit("2026-11-03", {**STRATEGY_FILE, "goals/a.md": f"{goal}Mer.\n"}),
    )
    first, gone, back = log.revisions()
    shelf: dict[str, bytes] = {}
    so_far = further(NOTHING_READ, log, (first, gone), {}, shelf)
    log.asked = 0
    history = further(so_far, log, (back,), {}, shelf).history

    assert log.asked == 1
    assert [change.path for change in history.events[-1].changes] == [("description",)]


def test_a_clock_is_no_longer_believed() -> None:
    """Later revisions show that an earlier one came from the future: its day is another one."""
    days = ("2026-11-01", "2040-01-01", "2026-11-03", "2026-11-04")
    log = MemoryLog(
        *(Commit(day, {**STRATEGY_FILE, "goals/a.md": f"---\ntitle: {day}\n---\n"}) for day in days)
    )
    revisions = tuple(log.revisions())
    shelf: dict[str, bytes] = {}
    so_far = further(NOTHING_READ, log, revisions[:2], {}, shelf)
    history = further(so_far, log, revisions[2:], {}, shelf).history

    assert [event.day.year for event in so_far.history.events] == [2026, 2026, 2040]
    assert [event.day.day for event in history.events] == [1, 1, 1, 3, 4]
