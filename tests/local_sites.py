"""Local sites on this machine: a server with a catalogue for each, some as none should be."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from living_strategy.model.catalogue import (
    FORMAT,
    FORMAT_VERSION,
    catalogue_digest,
    described,
    digest,
)

HOSTILE_TITLE = "<script>alert(1)</script>\u202e'\"&<img src=x onerror=alert(2)> {{ 7*7 }} [[ks]]"
STATES = ("adopted", "adapted", "planned", "under-consideration", "declined", "not-relevant")
NO_HASHES: Mapping[str, str] = {}
Answer = Callable[["_Handler"], None]


def local_catalogue(
    number: str,
    goals: Sequence[str],
    *,
    title: str = "",
    measures: int = 2,
    judged: Mapping[str, str] = NO_HASHES,
    **changes: Any,
) -> bytes:
    """The catalogue of a local strategy that has decided something about each of these goals, one
    state after the other, and has measures for them. `judged` are the hashes of the wordings that
    it judged, by the ids of goals; of others it judged an earlier one.
    """
    title = title or f"Strategien {number}"
    strategy = {"title": title, "language": "nb"}
    entries = []
    for index in range(measures):
        fields = {
            "id": f"tiltak-{index}",
            "title": f"{title}: tiltak {index}",
            "summary": title,
            "status": "ongoing",
            "goals": [f"ks:{goals[index % len(goals)]}", "eget-maal", "ks:../../etc", "ks:ukjent"],
        }
        address = f"tiltak/tiltak-{index}/"
        entries.append(described("measure", fields, digest(fields), address=address))
    offset = int(number) if number.isdigit() else 0
    data = {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "edition": {"name": "strategy-2026.1", "date": "2026-05-01"},
        "path": "data/catalogue.json",
        "strategy": strategy,
        "licence": {"title": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
        "kinds": {"measure": [entry.wire() for entry in entries]},
        "adoptions": [
            {
                "upstream": "ks",
                "title": "Den nasjonale strategien",
                "version": "strategy-2026.1",
                "records": [
                    _record(
                        goal,
                        STATES[(offset + index) % len(STATES)],
                        title,
                        judged.get(goal, "a" * 64),
                    )
                    for index, goal in enumerate(goals)
                ],
            }
        ],
        "hash": catalogue_digest(
            strategy, [(entry.kind, entry.id, entry.hash) for entry in entries], ()
        ),
    }
    return json.dumps(data | changes, ensure_ascii=False).encode()


def _record(goal: str, state: str, title: str, judged: str) -> dict[str, Any]:
    record: dict[str, Any] = {
        "id": goal,
        "state": state,
        "reason": f"Grunnen til {title}",
        "against": {"version": "strategy-2026.1", "hash": judged},
        "decision": {"body": "Kommunestyret", "date": "2026-05-01"},
    }
    if state == "planned":
        record["planned"] = "2027"
    return record


def sends(body: bytes, *headers: tuple[str, str], status: int = 200) -> Answer:
    """Send this, with a mark of the version."""

    def answer(handler: _Handler) -> None:
        etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        if handler.headers["If-None-Match"] == etag:
            handler.reply(304, b"")
        else:
            handler.reply(status, body, ("ETag", etag), *headers)

    return answer


def is_silent(handler: _Handler) -> None:
    """Answer a byte at a time, for ever."""
    handler.reply(200, b"", ("Content-Length", "100000"))
    for _ in range(10_000):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.2)


def leads_to(address: str) -> Answer:
    """Lead on to another address."""
    return lambda handler: handler.reply(302, b"", ("Location", address))


def misbehaving(good: bytes) -> dict[str, Answer]:
    """Everything that a site should not do, by what it is; `good` is a catalogue as it should."""
    packed = ("Content-Encoding", "gzip")
    return {
        "error": sends(b"{}", status=500),
        "missing": sends(b"", status=404),
        "slow": is_silent,
        "oversized": sends(b" " * (9 * 1024 * 1024)),
        "bomb": sends(gzip.compress(b" " * (40 * 1024 * 1024), mtime=0), packed),
        "not packed": sends(b"nothing", packed),
        "malformed": sends(good[:-20]),
        "deep": sends(b"[" * 100_000 + b"]" * 100_000),
        "twice": sends(good.replace(b'{"format"', b'{"format": "x", "format"', 1)),
        "infinite": sends(good.replace(b'"version": 2', b'"version": 1e999', 1)),
        "none": sends(good.replace(b'"version": 2', b'"version": NaN', 1)),
        "tampered": sends(good.replace(b"tiltak 0", b"tiltak 9", 1)),
        "script address": sends(good.replace(b"https://creative", b"javascript:creative", 1)),
        "file": leads_to("file:///etc/passwd"),
        "private": leads_to("http://10.0.0.1/data/catalogue.json"),
        "metadata": leads_to("http://169.254.169.254/latest/"),
        "local name": leads_to("http://localhost:1/"),
        "around": lambda handler: handler.reply(302, b"", ("Location", handler.path)),
        "text": sends(b"<html>hello</html>"),
        "state": sends(re.sub(rb'"state": "(?!in_force)[a-z-]+"', b'"state": "abolished"', good)),
    }


class _Handler(BaseHTTPRequestHandler):
    sites: dict[str, Answer]

    def do_GET(self) -> None:
        answer = self.sites.get(self.path.split("/")[1])
        try:
            answer(self) if answer else self.reply(404, b"")
        except OSError:
            self.close_connection = True

    def reply(self, status: int, body: bytes, *headers: tuple[str, str]) -> None:
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        if not any(name == "Content-Length" for name, _ in headers):
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 400

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of those who hang up."""


@contextmanager
def local_sites(sites: dict[str, Answer]) -> Iterator[str]:
    """Serve sites, each in the folder of its number; gives the address of the server."""
    handler = type("Handler", (_Handler,), {"sites": sites})
    with _Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()


def as_they_should(numbers: Sequence[str], goals: Sequence[str]) -> dict[str, Answer]:
    """A site for each number that answers as it should."""
    return {number: sends(local_catalogue(number, goals)) for number in numbers}


def listed(address: str, numbers: Sequence[str]) -> str:
    """The file that lists these sites."""
    sites = [f'  - number: "{number}"\n    address: {address}/{number}/\n' for number in numbers]
    return "".join(("sites:\n", *sites))
