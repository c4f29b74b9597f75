"""Shows the site while somebody writes, without a host: every page is made when it is asked for.

The folder is looked at twice a second; after a change the next request reads the strategy again,
and the browser is told to ask. While the content has errors, the last good site stays, with the
findings at the top of every page.
"""

from __future__ import annotations

import mimetypes
import os
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from living_strategy.adapters.plain.frame import PlainFrame
from living_strategy.adapters.publishing import read_strategy
from living_strategy.adapters.stopped_notice import stopped_notice
from living_strategy.content.read_ahead import KnownItems
from living_strategy.model import Entry
from living_strategy.publication import Publication
from living_strategy.site.files import Site, entry_files, other_files
from living_strategy.site.templates import OverrideError

WATCHED = ("strategy", "goals", "measures", "projects", "overrides")
RELOAD = "_preview.js"
CHANGES = "_preview/changes"
# Seconds between two looks at the folder, and how long a request for news waits for some.
_INTERVAL, _PATIENCE = 0.5, 25.0
_SCRIPT = f"""\
(async () => {{
  const seen = Number(document.currentScript.dataset.seen);
  for (;;) {{
    try {{
      const answer = await fetch("/{CHANGES}?" + seen);
      if (answer.status === 200 && Number(await answer.text()) !== seen) return location.reload();
    }} catch {{
      await new Promise((later) => setTimeout(later, 1000));
    }}
  }}
}})();
"""


@dataclass
class LazySite:
    """The files of one state of the content. Pages of entries are made one by one when they are
    asked for, all others together when one of them is.
    """

    publication: Publication
    _files: dict[str, bytes] = field(default_factory=dict)
    _has_others: bool = False

    def __post_init__(self) -> None:
        self._frame = PlainFrame(self.publication, Site())
        addresses, graph = self.publication.context.addresses, self.publication.graph
        self._entries = {
            f"{addresses.entry(entry)}index.html": entry for entry in graph.entries.values()
        }

    def file(self, path: str) -> bytes | None:
        """Return the file at a path relative to the root; None when there is none."""
        if path not in self._files:
            if entry := self._entries.get(path):
                self._make_entry(entry)
            elif not self._has_others:
                self._has_others = True
                files = other_files(self.publication, self._frame, Site())
                self._files |= {file.path: file.content for file in files}
        return self._files.get(path)

    def _make_entry(self, entry: Entry) -> None:
        chosen = entry_files(
            self.publication,
            self._frame,
            Site(),
            lambda entries: [other for other in entries if other is entry],
        )
        self._files |= {file.path: file.content for file in chosen}


class Preview:
    """The last good site of a folder, and what keeps the newest edit from being on it."""

    def __init__(self, root: Path, today: Callable[[], date]) -> None:
        self._root = root
        self._today = today
        self._known = KnownItems()
        self._lock = threading.RLock()
        self._changed = threading.Condition()
        self._state: dict[str, tuple[int, int]] = {}
        self._site: LazySite | None = None
        self.publication: Publication
        self.version = 0
        self.notice = ""
        self.look()

    def look(self) -> bool:
        """Read the strategy again if a file has changed since the last look."""
        state = fingerprint(self._root)
        if state == self._state:
            return False
        self._state = state
        with self._lock:
            self._read()
        with self._changed:
            self.version += 1
            self._changed.notify_all()
        return True

    def _read(self) -> None:
        publication = read_strategy(self._root, self._today(), self._known.prefetch, edit=None)
        self.publication = publication
        language = publication.language
        if publication.has_errors and self._site and not self._site.publication.has_errors:
            self.notice = stopped_notice(publication.diagnostics, "", language)
        else:
            self.notice, self._site = "", LazySite(publication)

    def watch(self, stop: threading.Event) -> None:
        """Look again and again, until `stop` is set."""
        while not stop.wait(_INTERVAL):
            self.look()

    def wait_for_news(self, seen: int) -> int:
        """Return the version, as soon as it is another than the one seen, or after a while."""
        with self._changed:
            self._changed.wait_for(lambda: self.version != seen, _PATIENCE)
            return self.version

    def answer(self, address: str) -> tuple[HTTPStatus, str, bytes]:
        """Status, media type and content for a path with a leading slash."""
        path = unquote(urlsplit(address).path).lstrip("/")
        name = f"{path}index.html" if path == "" or path.endswith("/") else path
        with self._lock:
            site = self._site
            if site is None:
                return HTTPStatus.SERVICE_UNAVAILABLE, "text/plain; charset=utf-8", b""
            try:
                content = site.file(name)
            except OverrideError as error:
                message = error.message(site.publication.language)
                notice = stopped_notice((), message, site.publication.language)
                return HTTPStatus.INTERNAL_SERVER_ERROR, "text/html; charset=utf-8", notice.encode()
            if content is not None:
                return HTTPStatus.OK, media_type(name), self._with_news(name, content)
            if site.file(f"{path}/index.html") is not None:
                return HTTPStatus.MOVED_PERMANENTLY, f"/{path}/", b""
            missing = site.file("404.html") or b""
            return (
                HTTPStatus.NOT_FOUND,
                "text/html; charset=utf-8",
                self._with_news("404.html", missing),
            )

    def _with_news(self, name: str, content: bytes) -> bytes:
        """Return a page with the script that waits for changes, and the notice if there is one."""
        if not name.endswith(".html"):
            return content
        script = f'<script src="/{RELOAD}" data-seen="{self.version}"></script>'.encode()
        content = content.replace(b"</head>", script + b"</head>", 1)
        return content.replace(b"<body>", b"<body>" + self.notice.encode(), 1)


def media_type(name: str) -> str:
    """Return the media type of a file, with the encoding of texts."""
    media = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return f"{media}; charset=utf-8" if media.startswith("text/") else media


def fingerprint(root: Path) -> dict[str, tuple[int, int]]:
    """Time stamp and size of every file that the site depends on, by path."""
    stamps: dict[str, tuple[int, int]] = {}
    for folder in WATCHED:
        for current, _, names in os.walk(root / folder):
            for name in names:
                path = os.path.join(current, name)
                try:
                    stat = os.lstat(path)
                except OSError:
                    continue
                stamps[path] = (stat.st_mtime_ns, stat.st_size)
    return stamps


def server(preview: Preview, address: tuple[str, int]) -> ThreadingHTTPServer:
    """Make a server of the preview for browsers on this machine.

    Raises:
        OSError: the port is taken, or may not be used.
    """

    class Handler(BaseHTTPRequestHandler):
        """Answers requests for pages and for news."""

        def do_GET(self) -> None:
            path, _, query = self.path.partition("?")
            if path == f"/{RELOAD}":
                self._send(HTTPStatus.OK, "text/javascript; charset=utf-8", _SCRIPT.encode())
            elif path == f"/{CHANGES}":
                seen = int(query) if query.isdigit() else -1
                news = str(preview.wait_for_news(seen)).encode()
                self._send(HTTPStatus.OK, "text/plain; charset=utf-8", news)
            else:
                self._send(*preview.answer(self.path))

        def _send(self, status: HTTPStatus, kind: str, content: bytes) -> None:
            self.send_response(status)
            if status is HTTPStatus.MOVED_PERMANENTLY:
                self.send_header("Location", kind)
            else:
                self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *arguments: object) -> None:
            """Say nothing: the terminal is for findings."""

    return ThreadingHTTPServer(address, Handler)
