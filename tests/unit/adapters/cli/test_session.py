"""What a command knows of the world outside."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from living_strategy.adapters.cli.session import CannotStart, Session
from living_strategy.language import Language

ENGLISH = Language.load("en")


def test_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder that --root names, or the nearest upwards that holds a strategy."""
    (tmp_path / "a/strategy").mkdir(parents=True)
    (tmp_path / "a/strategy/strategy.yml").touch()
    (tmp_path / "a/goals").mkdir()
    monkeypatch.chdir(tmp_path / "a/goals")

    assert Session(ENGLISH).root == tmp_path / "a"
    assert Session(ENGLISH, Path("..")).root == Path("..")


def test_no_strategy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither here nor there: the message says what to do, and the exit code is 2."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CannotStart) as here:
        _ = Session(ENGLISH).root
    with pytest.raises(CannotStart) as there:
        _ = Session(ENGLISH, Path("away")).root

    assert here.value.exit_code == there.value.exit_code == 2
    assert here.value.message == (
        "There is no strategy here: neither this folder nor any above it has the file "
        "strategy/strategy.yml. Go to the folder of the strategy, or add --root and the folder."
    )
    assert there.value.message == (
        "There is no strategy in “away”: the file strategy/strategy.yml is missing."
    )


def test_today(monkeypatch: pytest.MonkeyPatch) -> None:
    """SOURCE_DATE_EPOCH decides; what is no date is refused in a sentence."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert Session(ENGLISH).today == date(2026, 1, 1)

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(CannotStart) as refused:
        _ = Session(ENGLISH).today
    assert "“yesterday”, which is no date" in refused.value.message
