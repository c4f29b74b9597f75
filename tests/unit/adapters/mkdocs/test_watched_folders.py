"""Folders that come and go are watched while they are there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from mkdocs.livereload import LiveReloadServer
from watchdog import events

from living_strategy.adapters.mkdocs.watched_folders import WatchedFolders


class Observer:
    """Notes who wants to be told of what, in place of the system."""

    def __init__(self) -> None:
        self.handlers: dict[str, Any] = {}
        self.refused: set[str] = set()

    def schedule(self, handler: Any, path: str, **options: Any) -> str:
        """Watch a folder that can be read."""
        if path in self.refused:
            raise OSError
        self.handlers[path] = handler
        return path

    def unschedule(self, path: str) -> None:
        """Watch it no more."""
        del self.handlers[path]


class Watched:
    """A root with goals in it, and the server that watches it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "goals").mkdir()
        self.server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(root))
        self.observer = Observer()
        self.server.observer = self.observer
        self.folders = WatchedFolders(self.server, root)

    @property
    def names(self) -> set[str]:
        """The watched folders, relative to the root."""
        return {Path(path).relative_to(self.root).as_posix() for path in self.observer.handlers}

    def tell(self, event: events.FileSystemEvent) -> bool:
        """Tell of something in the root; returns whether a build is due."""
        self.server._want_rebuild = False
        self.observer.handlers[str(self.root)].dispatch(event)
        return self.server._want_rebuild


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    """The folders of a root, watched."""
    made = Watched(tmp_path)
    made.folders.begin()
    yield made
    made.server.server_close()


def test_what_is_there(watched: Watched) -> None:
    """The root, and each folder of a strategy that there is."""
    assert watched.names == {".", "goals"}


def test_a_folder_that_comes(watched: Watched) -> None:
    """It asks for a build, and the build takes it up."""
    path = watched.root / "projects"
    path.mkdir()

    assert watched.tell(events.DirCreatedEvent(str(path)))
    watched.folders.take_up()
    assert watched.names == {".", "goals", "projects"}


@pytest.mark.parametrize("comes_back", [True, False])
def test_a_folder_that_goes(watched: Watched, comes_back: bool) -> None:
    """The folder that was watched is another one than the one that comes back."""
    path = watched.root / "goals"
    first = watched.observer.handlers[str(path)]
    path.rename(watched.root / "away")

    assert watched.tell(events.DirMovedEvent(str(path), str(watched.root / "away")))
    if comes_back:
        (watched.root / "away").rename(path)
    watched.folders.take_up()
    assert watched.names == ({".", "goals"} if comes_back else {"."})
    assert watched.observer.handlers.get(str(path)) is not first


@pytest.mark.parametrize(
    "event",
    [
        lambda root: events.FileCreatedEvent(str(root / "README.md")),
        lambda root: events.DirCreatedEvent(str(root / "site")),
        lambda root: events.DirCreatedEvent(str(root / "docs" / "goals")),
    ],
)
def test_what_is_none_of_ours(
    watched: Watched, event: Callable[[Path], events.FileSystemEvent]
) -> None:
    """Other files and folders, also of the same name elsewhere, ask for no build."""
    assert not watched.tell(event(watched.root))


def test_a_folder_that_cannot_be_watched(watched: Watched) -> None:
    """It is tried again at the next build; what that means is for the build to say."""
    path = watched.root / "measures"
    path.mkdir()
    watched.observer.refused = {str(path)}
    watched.folders.take_up()
    assert watched.names == {".", "goals"}

    watched.observer.refused = set()
    watched.folders.take_up()
    assert watched.names == {".", "goals", "measures"}
