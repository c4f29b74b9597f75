"""One build at a time, and a lock that ends with its process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from living_strategy.adapters.storage import site_lock
from living_strategy.adapters.storage.site_folder import SiteFolderError
from living_strategy.adapters.storage.site_lock import SiteLock
from living_strategy.adapters.storage.site_writer import SiteWriter
from living_strategy.adapters.storage.work_folder import WorkFolder
from living_strategy.language import Language
from tests.integration.processes import PATIENCE

# A build of two pages that says what it is doing, and goes on when it is told to.
BUILD = """\
import sys
from living_strategy.adapters.storage.site_writer import SiteWriter
from living_strategy.adapters.storage.work_folder import WorkFolder
say = lambda word: print(word, flush=True)
work = WorkFolder(sys.argv[1], lambda: say("waits"))
writer = SiteWriter(sys.argv[1], work=work)
writer.write("a/index.html", sys.argv[2].encode())
say("holds")
sys.stdin.readline()
writer.write("b/index.html", sys.argv[2].encode())
writer.finish()
say("done")
"""


def started(target: Path, text: str) -> subprocess.Popen[str]:
    """A build in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", BUILD, str(target), text],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )


def heard(process: subprocess.Popen[str]) -> str:
    """The next word of a process."""
    assert process.stdout
    return process.stdout.readline().strip()


def go_on(process: subprocess.Popen[str]) -> None:
    """Let a process that holds the lock finish, which it must."""
    process.communicate("\n", timeout=PATIENCE)
    assert process.returncode == 0


def test_two_builds_at_once(tmp_path: Path) -> None:
    """Ten times over: the second waits for the first, both end well, and the site is whole."""
    target = tmp_path / "site"
    for number in range(10):
        with started(target, f"first {number}") as first:
            assert heard(first) == "holds"
            with started(target, f"second {number}") as second:
                assert heard(second) == "waits"
                go_on(first)
                assert {(target / f"{page}/index.html").read_text() for page in "ab"} == {
                    f"first {number}"
                }
                assert heard(second) == "holds"
                go_on(second)
        assert {(target / f"{page}/index.html").read_text() for page in "ab"} == {
            f"second {number}"
        }
    assert not list(tmp_path.glob(".living-strategy-*/lock"))


def test_a_killed_build_holds_nothing(tmp_path: Path) -> None:
    """Its lock goes with it, and what it has left goes with the next build."""
    target = tmp_path / "site"
    with started(target, "first") as first:
        assert heard(first) == "holds"
        first.send_signal(signal.SIGKILL)
    assert list(tmp_path.glob(".living-strategy-*/build-*/new"))

    WorkFolder(target).close()
    assert list(tmp_path.iterdir()) == []


def test_a_build_that_does_not_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second stops with a sentence, and has touched nothing."""
    monkeypatch.setattr(site_lock, "MAX_MINUTES", 0)
    said = []
    held = WorkFolder(tmp_path / "site")
    with pytest.raises(SiteFolderError) as caught:
        WorkFolder(tmp_path / "site", lambda: said.append("waits"))

    assert said == ["waits"]
    assert caught.value.message(Language.load("en")) == (
        f"Nothing was written to {tmp_path}/site: another build has been writing there for more "
        "than 10 minutes. Wait for it or stop it, and build again."
    )
    assert held.path.is_dir()
    held.close()
    assert list(tmp_path.iterdir()) == []


def test_other_sites_are_not_locked(tmp_path: Path) -> None:
    """Two sites in one folder have nothing to do with each other; one has many names."""
    (tmp_path / "other").symlink_to("site")
    first = WorkFolder(tmp_path / "site")
    second = WorkFolder(tmp_path / "site-en")
    (tmp_path / "site").mkdir()

    assert first.path.parent != second.path.parent
    first.close()
    third = WorkFolder(tmp_path / "other")
    assert third.path.parent == first.path.parent
    second.close()
    third.close()


def test_a_drive_that_knows_no_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The build goes on, and leaves alone what may be another's."""

    def refuse(file: int) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(site_lock, "_lock", refuse)
    first, second = SiteWriter(tmp_path / "site"), SiteWriter(tmp_path / "site")
    for writer, text in ((first, b"1"), (second, b"2")):
        writer.write("index.html", text)
    first.finish()
    second.abandon()

    assert (tmp_path / "site/index.html").read_text() == "1"


def test_a_lock_that_was_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file that one waited for may be gone when it is free: then a new one counts."""
    path, lock = tmp_path / "shared/lock", site_lock._lock
    calls = []

    def meanwhile(file: int) -> None:
        lock(file)
        if not calls:
            path.unlink()
        calls.append(file)

    monkeypatch.setattr(site_lock, "_lock", meanwhile)
    held = SiteLock(path)
    assert len(calls) == 2
    assert os.path.samestat(os.fstat(calls[1]), path.stat())
    held.release()
    assert not path.exists()
