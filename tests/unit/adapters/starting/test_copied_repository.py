"""A copy of this repository: what is taken away, what stays, and that nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from living_strategy.adapters.starting.copied_repository import (
    FILES,
    FOLDERS,
    Exchange,
    NotReady,
    is_copy,
    plan_exchange,
)
from living_strategy.language import Language
from tests.integration.site_support import read_tree, write_texts
from tests.pins import ROOT
from tests.repositories import commit, git

COPY = {
    "plugins/living_strategy/__init__.py": "",
    "strategy/bruk-i-kommunen.md": "# Bruk\n",
    "goals/et-nasjonalt.md": "x\n",
    "Makefile": "site:\n",
    ".github/workflows/ci.yml": "name: Tests\n",
    "overrides/own.txt": "ours\n",
}
NEW = {"Makefile": b"new\n", "strategy/strategy.yml": b"title: x\n"}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy as a forge makes it of a template: one commit."""
    write_texts(tmp_path, COPY)
    commit(tmp_path)
    return tmp_path


def _texts(folder: Path) -> dict[str, str]:
    """Everything in a folder but what git keeps."""
    tree = read_tree(folder)
    return {name: text.decode() for name, text in tree.items() if not name.startswith(".git/")}


def test_everything_of_ours_is_known() -> None:
    """Every file that git keeps in this repository is one that `start .` takes away."""
    paths = git(ROOT, "-c", f"safe.directory={ROOT}", "ls-files").splitlines()

    assert [path for path in paths if path.split("/")[0] not in FOLDERS and path not in FILES] == []
    assert [path for path in FILES if path not in paths] == []
    assert [folder for folder in FOLDERS if not (ROOT / folder).is_dir()] == []
    assert is_copy(ROOT)


def test_the_exchange(copy: Path) -> None:
    """What is ours goes, what is theirs stays, also what they added to our folders later."""
    write_texts(copy, {"goals/eget.md": "own\n"})
    commit(copy)

    exchange = plan_exchange(copy, NEW)
    exchange.carry_out("")

    assert dict(exchange.gone) == {
        ".github/workflows/ci.yml": 1, "Makefile": 1, "goals": 1, "plugins": 1, "strategy": 1,
    }  # fmt: skip
    assert exchange.kept == ("goals/eget.md", "overrides/own.txt")
    assert _texts(copy) == {
        "Makefile": "new\n",
        "goals/eget.md": "own\n",
        "overrides/own.txt": "ours\n",
        "strategy/strategy.yml": "title: x\n",
    }


def test_the_summary(copy: Path) -> None:
    """It is said how many files of each folder go, and which stay."""
    said = plan_exchange(copy, NEW).summary(Language.load("en"))

    assert said == (
        "The national strategy and the source of the program are taken away, 5 files; the commits "
        "before still have them: .github/workflows/ci.yml, Makefile, goals/ (1), plugins/ (1), "
        "strategy/ (1).\nWhat stays: overrides/own.txt."
    )


def test_nothing_half_done(copy: Path) -> None:
    """Where a new file cannot be put in its place, every old one is back in its own."""
    exchange = Exchange(copy, {**NEW, "overrides/own.txt/x": b""}, {"goals": 1, "Makefile": 1}, ())

    with pytest.raises(OSError, match=r"own.txt"):
        exchange.carry_out("")

    assert _texts(copy) == COPY
    assert git(copy, "status", "--porcelain") == ""


def test_an_environment_without_its_source(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the wheel cannot take the place of the source, `make` installs everything anew."""
    ready = copy / ".venv" / ".ready"
    ready.parent.mkdir()
    ready.touch()
    monkeypatch.setattr("sys.prefix", str(ready.parent))

    Exchange(copy, NEW, {"goals": 1}, ()).carry_out("engine/no-such.whl")

    assert not ready.exists()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"goals/et-nasjonalt.md": "changed\n"}, "There are changes that are not committed."),
        ({"new.txt": "new\n"}, "There are changes that are not committed."),
    ],
)
def test_not_committed(copy: Path, change: dict[str, str], message: str) -> None:
    """What git does not have yet could be lost."""
    write_texts(copy, change)

    with pytest.raises(NotReady, match=message):
        plan_exchange(copy, NEW)


def test_no_repository(tmp_path: Path) -> None:
    """Without a history nothing could be fetched back."""
    write_texts(tmp_path, COPY)

    with pytest.raises(NotReady, match="Git does not keep this copy"):
        plan_exchange(tmp_path, NEW)


def test_theirs_in_the_way(copy: Path) -> None:
    """A file of theirs is never written over."""
    with pytest.raises(NotReady) as caught:
        plan_exchange(copy, {**NEW, "overrides/own.txt": b""})

    assert caught.value.message(Language.load("en")) == (
        "These files stand where those of the strategy belong; move them first: overrides/own.txt."
    )
