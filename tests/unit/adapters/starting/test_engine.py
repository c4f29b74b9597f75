"""The wheel that a strategy is pinned to: this program, whole, and always the same."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import zipfile

import pytest

from living_strategy.adapters.starting import engine
from tests.pins import ROOT


@pytest.fixture(scope="module")
def made() -> engine.Engine:
    """The wheel of the program under test."""
    return engine.this_engine()


def test_every_file_is_recorded(made: engine.Engine) -> None:
    """The record names each file with its digest and size, and itself without."""
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    (record,) = [name for name in files if name.endswith(".dist-info/RECORD")]
    rows = list(csv.reader(files[record].decode().splitlines()))

    assert rows[-1] == [record, "", ""]
    assert {row[0]: (row[1], row[2]) for row in rows[:-1]} == {
        name: (f"sha256={_digest(content)}", str(len(content)))
        for name, content in files.items()
        if name != record
    }


def _digest(content: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()


def test_it_holds_the_program(made: engine.Engine) -> None:
    """All of the package but what Python compiles, its description, and the pins."""
    package = ROOT / "plugins" / "living_strategy"
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        names = set(archive.namelist())
        pins = archive.read("living_strategy/constraints-site.txt").decode()
    inner = {name for name in names if name.startswith("living_strategy/")}
    description = {name.split("/", 1)[1] for name in names - inner}
    expected = {
        path.relative_to(package.parent).as_posix()
        for path in package.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }

    assert inner == expected | {"living_strategy/constraints-site.txt"}
    assert description == {"METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE"}
    assert pins == made.pins == (ROOT / "constraints-site.txt").read_text("utf-8")


def test_it_is_always_the_same(made: engine.Engine) -> None:
    """No date and no order of a folder changes the wheel."""
    engine.this_engine.cache_clear()
    assert engine.this_engine() == made
    assert made.path.startswith("engine/living_strategy-")
    assert made.digest == hashlib.sha256(made.content).hexdigest()


def test_what_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that runs from its source alone has no description to make a wheel with."""
    engine.this_engine.cache_clear()
    monkeypatch.setattr(engine, "PROGRAM", "no-such-package")

    with pytest.raises(engine.NoEngine):
        engine.this_engine()
