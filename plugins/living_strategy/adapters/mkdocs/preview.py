"""Makes `mkdocs serve` answer quickly to edits of content.

A rebuild of the host reads its configuration, lists ten thousand theme files and compiles the
theme's templates again. After an edit to an item none of that has changed, so only our own part
is built again, with the templates and the menu of the last full build; and of our part only what
somebody asks for.
"""

from __future__ import annotations

import os
import posixpath
import threading
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import get_plugin_logger

from living_strategy.adapters.mkdocs.preview_policy import allow_reloading
from living_strategy.adapters.mkdocs.watched_folders import WatchedFolders
from living_strategy.publication import Publication

# Seconds: how often the host looks for changes where the system does not tell, and how long it
# waits for more of them.
_POLLING, _SETTLING = 0.2, 0.03
log = get_plugin_logger("living-strategy")


class Previewed(Protocol):
    """What a preview asks of the plugin."""

    stopped: str
    publication: Publication

    @property
    def lazy_pages(self) -> object:
        """What makes pages after the last edit; another object after another edit."""

    def rebuild_content(self) -> bool:
        """Build our part anew after an edit; False asks for a full build."""

    def ensure(self, path: str) -> None:
        """Make a file before it is served, if the last edit may have changed it."""

    def explained(self, error: Exception) -> str:
        """HTML that says why the last edit is not on the page."""


def enable_incremental_rebuild(server: Any, plugin: Previewed, builder: Callable[[], None]) -> Any:
    """Give the server a builder that takes the short way when it can, and quicker eyes."""
    lock = threading.RLock()
    folders = WatchedFolders(server, plugin.publication.root)

    def rebuild() -> None:
        # If the error went on to the server, it would let browsers wait until the content is right
        # again; so they see the last good site instead, and above it what is wrong.
        with lock:
            try:
                folders.take_up()
                if not plugin.rebuild_content():
                    builder()
                plugin.stopped = ""
            except MkDocsException as error:
                plugin.stopped = plugin.explained(error)
            except Exception as error:  # Whatever it is: the next edit must find a server.
                plugin.stopped = plugin.explained(error)
                log.exception(str(error))

    server.builder = rebuild
    server.set_app(FreshFiles(server.get_app(), server.mount_path, plugin, lock))
    server.build_delay = _SETTLING
    allow_reloading(server)
    _watch_natively(server)
    folders.begin()
    return server


class FreshFiles:
    """A WSGI application (PEP 3333) that has files made before the server sends them.

    `lock` is held while anything is built: the server answers requests in many threads.
    """

    def __init__(
        self, serve: Any, mount_path: str, plugin: Previewed, lock: threading.RLock
    ) -> None:
        self._serve = serve
        self._mount_path = mount_path
        self._plugin = plugin
        self._lock = lock

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answer one request."""
        # A name that no file can have is looked for under one that no file has.
        environ = {**environ, "PATH_INFO": environ["PATH_INFO"].replace("\0", "%00")}
        path = self._file(environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore"))
        if path is None:
            return self._serve(environ, start_response)  # type: ignore[no-any-return]
        while True:
            with self._lock:
                edit = self._plugin.lazy_pages
                self._plugin.ensure(path)
            head: list[Any] = []
            answer: Iterable[bytes] = self._serve(environ, partial(_note, head))
            # The server waits for a build that is under way; then its file is of an earlier edit.
            if self._plugin.lazy_pages is edit:
                return self._finished(head, answer, start_response)
            if hasattr(answer, "close"):
                answer.close()

    def _finished(
        self, head: list[Any], answer: Iterable[bytes], start_response: Any
    ) -> Iterable[bytes]:
        """Return the answer as it came, or a page with the news that the last edit is not in it."""
        status, headers, *arguments = head
        fields = {name.lower(): value for name, value in headers}
        notice = self._plugin.stopped
        if notice and fields.get("content-type", "").startswith("text/html"):
            page = b"".join(answer)
            start, body, end = page.partition(b"<body>")
            answer = [start + body + notice.encode() + end if body else notice.encode() + page]
            other_headers = [
                (name, value) for name, value in headers if name.lower() != "content-length"
            ]
            headers = [*other_headers, ("Content-Length", str(len(answer[0])))]
        start_response(status, headers, *arguments)
        return answer

    def _file(self, path: str) -> str | None:
        """Return the file that the server will look for, relative to the site's root; None when the
        request is for something else, such as news of a build.
        """
        if path.startswith("/livereload/") or not path.startswith(self._mount_path):
            return None
        name = path[len(self._mount_path) :] + ("index.html" if path.endswith("/") else "")
        return posixpath.normpath(f"/{name}").lstrip("/")


def _note(head: list[Any], *values: Any) -> None:
    """Keep the status and headers of an answer, which a server may set anew until it sends."""
    head[:] = values


def _watch_natively(server: Any) -> None:
    """Let the operating system tell of changes instead of listing all files twice a second."""
    from watchdog import events
    from watchdog.observers import Observer

    class Changes(Observer):  # type: ignore[valid-type, misc]
        """Passes on changes only: a build reads every file, and must not set off the next one."""

        def schedule(self, event_handler: Any, path: str, **options: Any) -> Any:
            kinds = (
                events.FileModifiedEvent,
                events.FileCreatedEvent,
                events.FileDeletedEvent,
                events.FileMovedEvent,
            )
            return super().schedule(event_handler, path, **{"event_filter": [*kinds], **options})

    try:
        paths = list(server._watched_paths)
        for path in paths:
            server.unwatch(path)
        server.observer = Changes(timeout=_POLLING)
        for path in paths:
            server.watch(path)
    except AttributeError:
        # A later host that keeps its paths elsewhere still works, only more slowly.
        return


def fingerprint(root: Path) -> dict[str, int]:
    """Time stamps of everything but content that a full build depends on."""
    stamps = {}
    for folder in ("strategy", "overrides"):
        for current, _, names in os.walk(root / folder):
            for name in names:
                path = os.path.join(current, name)
                if not path.endswith((".yml", ".yaml")):
                    stamps[path] = os.lstat(path).st_mtime_ns
    config = root / "mkdocs.yml"
    if config.exists():
        stamps[str(config)] = config.stat().st_mtime_ns
    return stamps
