"""A web server for a folder that answers as a static host does, and remembers what was asked.

On demand it compresses, and sends headers, as hosts do.
"""

from __future__ import annotations

import gzip
import posixpath
from collections.abc import Mapping
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Self
from urllib.parse import unquote, urlsplit

# What hosts compress; pictures and the search's own files are compressed already.
_COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv")


@cache
def compressed(path: Path) -> bytes:
    """A file as it goes over the wire."""
    return gzip.compress(path.read_bytes(), 6, mtime=0)


class _Handler(SimpleHTTPRequestHandler):
    """Files below a base path; every other address gets 404.html."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, owner: Server, **named: Any) -> None:
        self.owner = owner
        super().__init__(*arguments, directory=str(owner.folder), **named)

    def do_GET(self) -> None:
        """Answer, and note what was asked."""
        self.owner.asked.append(self.path)
        path = unquote(urlsplit(self.path).path)
        inside = path.startswith(self.owner.base)
        file = self.owner.folder / path.removeprefix(self.owner.base) if inside else None
        if file and file.is_dir() and not path.endswith("/"):
            self.send_response(301)
            self.send_header("Location", f"{path}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif file and (file.is_file() or (file / "index.html").is_file()):
            target = file / "index.html" if file.is_dir() else file
            if self.owner.compress and target.suffix in _COMPRESSED:
                self._send_compressed(target)
                return
            self.path = "/" + posixpath.relpath(path, self.owner.base) + "/" * path.endswith("/")
            super().do_GET()
        else:
            missing = self.owner.folder / "404.html"
            content = missing.read_bytes() if missing.exists() else b"404"
            self.send_response(404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

    def _send_compressed(self, file: Path) -> None:
        content = compressed(file)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def end_headers(self) -> None:
        """Send the host's headers with every answer."""
        for name, value in self.owner.headers.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *arguments: Any) -> None:
        """Say nothing."""


class _Quiet(ThreadingHTTPServer):
    """A browser that closes its pages breaks connections; that is no fault."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing."""


class Server:
    """Serves a folder below `base` on a port of its own while it is entered."""

    def __init__(
        self,
        folder: Path,
        base: str = "/",
        *,
        compress: bool = False,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.folder = folder
        self.base = base
        self.compress = compress
        self.headers = headers or {}
        self.asked: list[str] = []

    def __enter__(self) -> Self:
        self._server = _Quiet(("127.0.0.1", 0), partial(_Handler, owner=self))
        self._thread = Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def url(self, path: str = "") -> str:
        """The address of a page."""
        return f"{self.origin}{self.base}{path}"
