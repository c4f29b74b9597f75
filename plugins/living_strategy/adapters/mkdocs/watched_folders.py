"""Folders that a preview watches while they are there: each may be missing, come, and go again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from watchdog import events

from living_strategy.content.intake import STRATEGY
from living_strategy.model import ITEM_FOLDERS
from living_strategy.site.template_files import OVERRIDES

FOLDERS = (STRATEGY, *ITEM_FOLDERS, OVERRIDES.split("/")[0])
_COMING_AND_GOING = [
    events.DirCreatedEvent,
    events.DirDeletedEvent,
    events.DirMovedEvent,
    # A file in the place of a folder, or a link to one.
    events.FileCreatedEvent,
    events.FileDeletedEvent,
    events.FileMovedEvent,
]


class WatchedFolders:
    """The folders of one content root, for the server of a preview.

    The system tells of changes inside a folder for as long as that very folder is there. So the
    root is watched for folders that come and go, and each is taken up again before the next build:
    what that build does not see, the system tells afterwards.
    """

    def __init__(self, server: Any, root: Path) -> None:
        self._server = server
        self._root = root
        self._gone: set[str] = set()

    def begin(self) -> None:
        """Watch what is there, and the root for what comes."""
        self.take_up()
        handler = events.FileSystemEventHandler()
        handler.on_any_event = self._note  # type: ignore[method-assign]
        self._server.observer.schedule(
            handler, str(self._root), recursive=False, event_filter=_COMING_AND_GOING
        )

    def take_up(self) -> None:
        """Watch every folder that is there; to be called before a build reads them."""
        for name in FOLDERS:
            path = str(self._root / name)
            watched = path in self._server._watched_paths
            if watched and name in self._gone:
                self._gone.discard(name)
                self._server.unwatch(path)
                watched = False
            if not watched and (self._root / name).is_dir():
                self._watch(path)

    def _watch(self, path: str) -> None:
        try:
            self._server.watch(path)
        except OSError:
            # It went again, or cannot be read: the build says what that means.
            self._server._watched_paths.pop(path, None)

    def _note(self, event: Any) -> None:
        """Let the next build take up a folder that came or went."""
        ends = (event.src_path, getattr(event, "dest_path", ""))
        names = {Path(str(end)).name for end in ends if end and Path(str(end)).parent == self._root}
        changed = names.intersection(FOLDERS)
        if not changed:
            return
        self._gone |= changed
        with self._server._rebuild_cond:
            self._server._want_rebuild = True
            self._server._rebuild_cond.notify_all()
