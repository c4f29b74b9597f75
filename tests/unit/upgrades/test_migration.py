"""Old names in content become those of today, and every other byte stays."""

from __future__ import annotations

import pytest

from living_strategy.model import KINDS
from living_strategy.rules import CODES
from living_strategy.settings import Settings
from living_strategy.upgrades import UPGRADES
from living_strategy.upgrades.migration import Place, migrate, places
from living_strategy.upgrades.upgrade import (
    PAGES,
    SETTINGS,
    Action,
    RenamedFile,
    RenamedKey,
    RenamedValue,
    Step,
    Upgrade,
)
from living_strategy.upgrades.version import Version, parse_version

OWNER = RenamedKey(("goal", "organisation", "area"), ("owner",), "owned_by")
AMOUNT = RenamedKey(("project",), ("funding", "*", "sum"), "amount")
STATUS = RenamedValue(("goal",), ("status",), "open", "ongoing")
SETTINGS_FILE = "strategy/strategy.yml"
REGISTER = "strategy/registers/organisations.yml"


def migrated(path: str, text: str | bytes, *steps: Step) -> tuple[bytes, list[int], list[int]]:
    """The content of a file afterwards, the lines that were changed and those that were left."""
    content = text.encode() if isinstance(text, str) else text
    migration = migrate({path: content}, [Upgrade("9", steps)])
    after = migration.files.get(path, content)
    assert after is not None
    return after, [place.line for place in migration.done], [place.line for place in migration.left]


@pytest.mark.parametrize(
    ("path", "before", "after", "lines"),
    [
        ("goals/a.md", "---\nowner: x\n---\nowner: y\n", "---\nowned_by: x\n---\nowner: y\n", [2]),
        ("goals/a.yml", "a: 1 # owner: x\n'owner' :  x  # who\n", None, [2]),
        ("goals/a.yml", "{a: 1, \"owner\": x}\n", '{a: 1, "owned_by": x}\n', [1]),
        ("goals/a.yml", "parts:\n  owner: x\n", "parts:\n  owner: x\n", []),
        ("goals/a.yml", "text: |\n  owner: x\nowner:\n", "text: |\n  owner: x\nowned_by:\n", [3]),
        (REGISTER, "a:\n  owner: x\nowner:\n  owner: y\n", None, [2, 4]),
        (SETTINGS_FILE, "owner: z\nareas:\n  - id: a\n    owner: x\n", None, [4]),
        ("measures/a.yml", "owner: x\n", "owner: x\n", []),
    ],
)  # fmt: skip
def test_a_key_in_its_place(path: str, before: str, after: str | None, lines: list[int]) -> None:
    """Only as a key of an entry of that kind; comments, quotes and blanks stay."""
    wanted = {
        "goals/a.yml": "a: 1 # owner: x\n'owned_by' :  x  # who\n",
        REGISTER: "a:\n  owned_by: x\nowner:\n  owned_by: y\n",
        SETTINGS_FILE: "owner: z\nareas:\n  - id: a\n    owned_by: x\n",
    }
    expected = (wanted[path] if after is None else after).encode()

    assert migrated(path, before, OWNER) == (expected, lines, [])
    assert migrated(path, expected, OWNER) == (expected, [], [])


def test_windows_lines_and_a_mark_at_the_start() -> None:
    """Line ends and the mark of the order of bytes are the file's own; letters count, not bytes."""
    before = "\ufeff---\r\ntitle: Æ\r\nowner: x\r\n---\r\nTekst\n"
    after, lines, _ = migrated("goals/a.md", before, OWNER)

    assert after == before.replace("owner", "owned_by").encode()
    assert lines == [3]


def test_inside_a_list() -> None:
    """A path goes through every place of a list, also where several stand on a line."""
    before = "funding: [{who: Ø, sum: 1}, {sum: 2, sums: 3}]\nsum: 4\n"

    assert migrated("projects/a.yml", before, AMOUNT) == (
        b"funding: [{who: \xc3\x98, amount: 1}, {amount: 2, sums: 3}]\nsum: 4\n",
        [1, 1],
        [],
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("status: open # now\n", "status: ongoing # now\n"),
        ("status: 'open'\n", "status: 'ongoing'\n"),
        ("status: opened\n", "status: opened\n"),
        ("standing: open\n", "standing: open\n"),
    ],
)
def test_a_value(before: str, after: str) -> None:
    """The whole value of that field, and nothing else."""
    assert migrated("goals/a.yml", before, STATUS)[0] == after.encode()


@pytest.mark.parametrize(
    ("path", "before", "step"),
    [
        ("goals/a.yml", "owner: x\nowned_by: y\n", OWNER),
        ("goals/a.yml", "owned_by: y\nowner: x\n", OWNER),
        ("goals/a.yml", '"own\\u0065r": x\n', OWNER),
        ("goals/a.yml", "status: &word open\nother: *word\n", STATUS),
        (REGISTER, "a: &a\n  owner: x\nb: *a\n", OWNER),
    ],
)
def test_what_is_left_to_people(path: str, before: str, step: Step) -> None:
    """Beside the new name, in letters of escape and in what is used twice, nothing is changed."""
    after, done, left = migrated(path, before, step)

    if "*a" in before:
        # Both are one text: what stands there once is changed once.
        assert (after, done, left) == (before.replace("owner", "owned_by").encode(), [2], [])
    else:
        assert (after, done, len(left)) == (before.encode(), [], 1)


@pytest.mark.parametrize("content", [b"owner: \xff\n", b"owner: [\n", b"- owner: x\n", b""])
def test_what_cannot_be_read(content: bytes) -> None:
    """It stays as it is, and nobody says anything was done; what is wrong is for the check."""
    after, done, _ = migrated("goals/a.yml", content, OWNER)

    assert (after, done) == (content, [])


def test_files_and_actions() -> None:
    """A file moves where nothing stands yet; actions name the files with one of the words."""
    upgrade = Upgrade(
        "9",
        (RenamedFile("strategy/a.yml", "strategy/b.yml"), RenamedFile("x", "y")),
        (
            Action("overrides/views/*.html", "Do.", ("old(", "older(")),
            Action("overrides/views/c.html", "Look."),
            Action("mkdocs.yml", "Nothing.", ("absent",)),
        ),
    )
    files = {
        "strategy/a.yml": b"a", "x": b"x", "y": b"y", "mkdocs.yml": b"",
        "overrides/views/c.html": b"older()", "overrides/views/d.html": b"",
    }  # fmt: skip
    migration = migrate(files, [upgrade])

    assert migration.files == {"strategy/a.yml": None, "strategy/b.yml": b"a"}
    assert migration.done == (Place("strategy/a.yml", 0, upgrade.steps[0]),)
    assert migration.left == (Place("x", 0, upgrade.steps[1]),)
    assert migration.actions == tuple(
        (action, ("overrides/views/c.html",)) for action in upgrade.actions[:2]
    )


def test_an_old_name_is_nobodys_name_today() -> None:
    """Steps are carried out whatever a strategy comes from: what they take must be in the way."""
    for step in (step for upgrade in UPGRADES for step in upgrade.steps):
        assert isinstance(step, RenamedKey)
        assert step.kinds == (SETTINGS,)
        if step.old[0] == "severity":
            assert (step.old[1] in CODES, step.new in CODES) == (False, True)
        else:
            assert (*step.old, step.new) == ("sources_read", "sources_collected")
            assert "sources_read" not in Settings.model_fields
            assert "sources_collected" in Settings.model_fields


def test_every_kind_has_a_place() -> None:
    """All kinds, settings and written pages can be named in a step."""
    assert all(list(places(kind.kind)) for kind in KINDS)
    assert [list(places(name)) for name in (SETTINGS, PAGES)] == [
        [(SETTINGS_FILE, ())],
        [("strategy/*.md", ())],
    ]


def version(name: str) -> Version:
    """A version that is one."""
    parsed = parse_version(name)
    assert parsed
    return parsed


def test_versions() -> None:
    """They are in the order of PEP 440; what is none has no place in it."""
    names = ["0.1.dev1", "0.1a1", "0.1rc1", "0.1.0", "0.1.post1", "0.2", "0.10.0", "1"]

    assert [version(name) for name in names] == sorted(version(name) for name in names)
    assert version("1.0") == version("1") == version("1.0.0+local.1")
    assert [parse_version(name) for name in ("", "one", "1..2", "1 ", "v1")] == [None] * 5
    assert sorted(UPGRADES, key=lambda upgrade: version(upgrade.name)) == list(UPGRADES)
