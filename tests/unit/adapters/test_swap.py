"""Whatever stops a build, and at whatever moment: the site is the last good one or the new one."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NoReturn

import pytest

from living_strategy.adapters.storage import exchange, site_writer, swap, work_folder
from living_strategy.adapters.storage.site_writer import SiteWriter
from living_strategy.adapters.storage.work_folder import WorkFolder

# A page that changes, one that stays, a folder that goes and one that comes, a file that becomes
# a folder, and the other way round.
OLD = {
    "index.html": "gammel",
    "om/index.html": "samme",
    "gammel/a/index.html": "gammel",
    "fil": "gammel",
    "mappe/x.txt": "gammel",
    "mappe/y.txt": "gammel",
}
NEW = {
    "index.html": "ny",
    "om/index.html": "samme",
    "ny/a/index.html": "ny",
    "fil/index.html": "ny",
    "mappe": "ny",
}
OTHER = {"index.html": "en tredje", "om/index.html": "samme", "mappe/x.txt": "en tredje"}
Files = dict[str, str]


@pytest.fixture
def tmp_path(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: these tests make thousands of folders."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        yield Path(folder)


def build(target: Path, files: Files, *, whole: bool = True) -> None:
    """A build of a site with these files."""
    writer = SiteWriter(target, whole=whole)
    for path, text in files.items():
        writer.write(path, text.encode())
    writer.finish()


def next_build(target: Path) -> None:
    """A build that writes nothing: it only brings to an end what another has begun."""
    WorkFolder(target).close()


def read(target: Path) -> Files:
    """The files of a site, without what a stopped build has left."""
    return {
        path.relative_to(target).as_posix(): path.read_text()
        for path in sorted(target.rglob("*"))
        if path.is_file() and ".living-strategy-" not in path.as_posix()
    }


def left_behind(folder: Path) -> set[str]:
    """What builds have left in their own folder, and any file that they forgot."""
    return {path.name for path in folder.glob(".living-strategy-*/*")} - {"previous", ".gitignore"}


# Everything that changes a name on the disk while a site is put in place.
CALLS = [
    (os, "link"),
    (os, "unlink"),
    (os, "replace"),
    (os, "rename"),
    (os, "rmdir"),
    (os, "mkdir"),
    (swap, "exchange"),
    (shutil, "rmtree"),
]


def killed_at(number: int, task: Callable[[], None]) -> bool:
    """Do a task in another process that kills itself, as `kill -9` does, right before its call
    with this number; false if it comes to its end before.
    """
    child = os.fork()
    if child == 0:
        _die_at(number, task)
    _, status = os.waitpid(child, 0)
    assert status in (0, signal.SIGKILL), status
    return status == signal.SIGKILL


def _die_at(number: int, task: Callable[[], None]) -> NoReturn:
    count = 0

    def counted(call: Callable[..., object]) -> Callable[..., object]:
        def before(*arguments: object, **named: object) -> object:
            nonlocal count
            count += 1
            if count == number:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*arguments, **named)

        return before

    try:
        for owner, name in CALLS:
            setattr(owner, name, counted(getattr(owner, name)))
        task()
    except BaseException as error:
        sys.__stderr__ and print(repr(error), file=sys.__stderr__)
        os._exit(1)
    os._exit(0)


@pytest.mark.skipif(not exchange.can_exchange(), reason="this system exchanges no folders")
@pytest.mark.parametrize("has_previous", [False, True])
def test_killed_at_any_moment_of_a_swap(tmp_path: Path, has_previous: bool) -> None:
    """At every single step: the site is wholly the old one or wholly the new one, with nothing
    to do for anybody; and the next build ends well and leaves nothing.
    """
    seen, number = [], 0
    while True:
        number += 1
        target = tmp_path / str(number) / "site"
        if has_previous:
            build(target, OTHER)
        build(target, OLD)
        was_killed = killed_at(number, partial(build, target, NEW))
        content = read(target)
        assert content in (OLD, NEW), number
        seen.append(content == NEW)

        build(target, OTHER)
        assert read(target) == OTHER
        assert left_behind(target.parent) == set()
        if not was_killed:
            break

    assert number > len(NEW)
    assert seen == sorted(seen)
    assert True in seen[:-1]


def test_killed_at_any_moment_of_a_plan(tmp_path: Path) -> None:
    """Where folders cannot change places, the next build first brings to an end what was begun,
    even if it then writes nothing: the site is wholly the old one or wholly the new one.
    """
    seen, number = [], 0
    while True:
        number += 1
        target = tmp_path / str(number) / "site"
        build(target, OLD)
        was_killed = killed_at(number, partial(build, target, NEW, whole=False))
        next_build(target)
        content = read(target)
        assert content in (OLD, NEW), number
        seen.append(content == NEW)
        assert list(tmp_path.glob(f"{number}/.living-strategy-*")) == []
        if not was_killed:
            break

    assert seen == sorted(seen)
    assert seen.count(True) > len(NEW)


def test_the_end_is_killed_too(tmp_path: Path) -> None:
    """A build that brings another's plan to an end may be killed as well; the third one does."""
    half = tmp_path / "half"
    build(half / "site", OLD)
    moment = 1
    while read(half / "site") == OLD:
        assert killed_at(moment, lambda: build(half / "site", NEW, whole=False))
        moment += 1
    assert read(half / "site") != NEW

    number, was_killed = 0, True
    while was_killed:
        number += 1
        target = tmp_path / str(number) / "site"
        shutil.copytree(half, target.parent)
        was_killed = killed_at(number, partial(next_build, target))
        next_build(target)
        assert read(target) == NEW, number
    assert number > len(NEW)


def test_an_interruption_does_not_stop_a_plan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C in the middle: what was begun is brought to an end before the program is."""
    target = tmp_path / "site"
    build(target, OLD)
    move, moved = swap._move, []

    def interrupted(source: str, to: str) -> None:
        if len(moved) == 1:
            moved.append(to)
            raise KeyboardInterrupt
        moved.append(to)
        move(source, to)

    monkeypatch.setattr(swap, "_move", interrupted)
    writer = SiteWriter(target, whole=False)
    for path, text in NEW.items():
        writer.write(path, text.encode())
    with pytest.raises(KeyboardInterrupt):
        writer.finish()
    writer.abandon()

    assert read(target) == NEW
    assert left_behind(tmp_path) == set()


def test_a_file_system_that_refuses_to_exchange(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some network drives and layers of containers do: then the files are moved one by one."""
    target = tmp_path / "site"
    build(target, OTHER)
    build(target, OLD)
    monkeypatch.setattr(swap, "exchange", lambda first, second: False)
    build(target, NEW)

    assert read(target) == NEW
    assert left_behind(tmp_path) == set()


def test_unchanged_files_are_the_same_files(tmp_path: Path) -> None:
    """They keep their place on the disk and their time stamps; without a change nothing is
    touched, and what somebody else writes into the earlier site is not taken over.
    """
    target = tmp_path / "site"
    build(target, OLD)
    before = (target / "om/index.html").stat()
    build(target, NEW)
    after = (target / "om/index.html").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)

    folder = target.stat().st_ino
    build(target, NEW)
    assert target.stat().st_ino == folder

    (previous,) = tmp_path.glob(".living-strategy-*/previous")
    shutil.rmtree(previous / "om")
    (previous / "om").mkdir()
    (previous / "om/index.html").write_text("fremmed")
    (previous / "fremmed.txt").write_text("fremmed")
    (previous / "lenke").symlink_to("om")
    build(target, OTHER)
    assert read(target) == OTHER
    assert not (target / "lenke").is_symlink()


def test_a_disk_without_numbers_or_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where all files have the same number, or none can be in two places, they are copied with
    their time stamps.
    """

    def without_numbers(folder: str) -> swap.Tree:
        files = tree(folder)
        return swap.Tree(dict.fromkeys(files.files, 0xFFFFFFFF), files.folders, files.links)

    def refuse(*_: object, **__: object) -> NoReturn:
        raise PermissionError

    tree = swap.tree
    target = tmp_path / "site"
    build(target, OTHER)
    build(target, OLD)
    before = (target / "om/index.html").stat().st_mtime_ns
    for module in (swap, site_writer):
        monkeypatch.setattr(module, "tree", without_numbers)
    monkeypatch.setattr(os, "link", refuse)
    build(target, NEW)

    assert read(target) == NEW
    assert (target / "om/index.html").stat().st_mtime_ns == before


def test_links_to_folders_stay(tmp_path: Path) -> None:
    """A folder that somebody has linked into the site is theirs: it is neither followed nor
    removed, and neither is what is in it.
    """
    theirs = tmp_path / "bilder"
    theirs.mkdir()
    (theirs / "bilde.png").write_text("deres")
    target = tmp_path / "site"
    build(target, OLD)
    (target / "bilder").symlink_to(theirs)
    build(target, NEW)

    assert (target / "bilder").is_symlink()
    assert (theirs / "bilde.png").read_text() == "deres"
    assert {path: read(target)[path] for path in NEW} == NEW


def test_a_folder_keeps_its_rights(tmp_path: Path) -> None:
    """A web server that may read the site may do so after the next build."""
    target = tmp_path / "site"
    build(target, OLD)
    target.chmod(0o2750)
    build(target, NEW)

    assert target.stat().st_mode & 0o7777 == 0o2750
    (shared,) = tmp_path.glob(".living-strategy-*")
    assert shared.stat().st_mode & 0o777 == 0o700
    assert work_folder._IGNORE in {path.name for path in shared.iterdir()}
