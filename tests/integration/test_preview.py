"""`mkdocs serve` as an editor meets it: edits show, mistakes do not end it, Ctrl-C does."""

from __future__ import annotations

import queue
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from living_strategy.adapters.live_preview import FreshFiles
from tests.integration.living_content import BROKEN, LivingContent
from tests.integration.processes import PATIENCE
from tests.integration.site_support import HERE, MKDOCS, environment

pytestmark = pytest.mark.site
REST = 1.5  # seconds in which a preview that sets itself off would build several times


class Preview:
    """The host as a process, with what it says."""

    def __init__(self, root: Path, port: int) -> None:
        self.root = root
        self.address = f"http://127.0.0.1:{port}/"
        self.process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=root,
            env=environment(PYTHONUNBUFFERED="1", **HERE),
            encoding="utf-8",
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        self._lines: queue.Queue[str] = queue.Queue()
        self.said: list[str] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self._lines.put(line)

    def heard(self) -> str:
        """Everything said so far."""
        while not self._lines.empty():
            self.said.append(self._lines.get())
        return "".join(self.said)

    def page(self, path: str) -> str:
        """A page as a browser gets it; empty when there is none."""
        try:
            with urlopen(self.address + path, timeout=PATIENCE) as answer:
                return str(answer.read().decode())
        except (HTTPError, URLError, ConnectionError):
            return ""

    def wait(self, what: Callable[[], bool], why: str) -> None:
        """Wait until something is so."""
        end = time.monotonic() + PATIENCE
        while not what():
            assert self.process.poll() is None, f"{why}: it ended\n{self.heard()}"
            assert time.monotonic() < end, f"{why}\n{self.heard()}"
            time.sleep(0.05)

    def shows(self, path: str, words: str) -> None:
        """Wait until a page has these words."""
        self.wait(lambda: words in self.page(path), f"{path} does not show {words!r}")

    def says(self, words: str) -> None:
        """Wait until the host has said something."""
        self.wait(lambda: words in self.heard(), f"it does not say {words!r}")

    def rests(self, words: str) -> int:
        """Wait until something is not said any more; how often it was said."""
        counts = [-1]
        end = time.monotonic() + PATIENCE
        while counts[-1] != (now := self.heard().count(words)):
            assert time.monotonic() < end, f"{words!r} again and again\n{self.heard()}"
            counts.append(now)
            time.sleep(REST)
        return counts[-1]

    def stop(self) -> int:
        """Ctrl-C."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


@contextmanager
def preview(root: Path) -> Iterator[Preview]:
    """Start the host, and leave nothing behind."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    running = Preview(root, port)
    try:
        yield running
    finally:
        if running.process.poll() is None:
            running.process.kill()
        running.process.wait(PATIENCE)
        running._reader.join(PATIENCE)
        assert running.process.stdout
        running.process.stdout.close()


def _write(content: LivingContent, root: Path) -> None:
    content.write_new(root)
    (root / "mkdocs.yml").write_text(MKDOCS, "utf-8")


def test_reading_sets_off_nothing(tmp_path: Path) -> None:
    """The preview rests while nobody writes: its own reading of the files is no change."""
    content = LivingContent()
    _write(content, tmp_path)
    with preview(tmp_path) as host:
        host.shows("mal/mal-3/", "Mål 3 for folk")
        content.items["mal-3"].fields["title"] = "En helt ny tittel"
        content.write(tmp_path)
        host.shows("mal/mal-3/", "En helt ny tittel")
        seen = host.rests("Detected file changes")
        (tmp_path / "goals" / "mal-3.md").read_bytes()
        time.sleep(REST)

        assert host.heard().count("Detected file changes") == seen


def test_edits_show_and_mistakes_do_not_end_it(tmp_path: Path) -> None:
    """An edit is on its page and in its list; a mistake keeps the old site and is explained; a
    repair, a new file, a removed file, a written page and a template all arrive; Ctrl-C ends it.
    """
    content = LivingContent()
    _write(content, tmp_path)
    with preview(tmp_path) as host:
        host.shows("mal/mal-3/", "Mål 3 for folk")

        content.items["mal-3"].fields["title"] = "En helt ny tittel"
        content.write(tmp_path)
        host.shows("mal/mal-3/", "En helt ny tittel")
        host.shows("mal/", "En helt ny tittel")
        host.shows("tiltak/journal/", "En helt ny tittel")

        good = (tmp_path / "goals" / "mal-3.md").read_text("utf-8")
        (tmp_path / "goals" / "mal-3.md").write_text(BROKEN, "utf-8")
        host.says("goals/mal-3.md:")
        host.says("Strategien ble ikke publisert")
        assert "En helt ny tittel" in host.page("mal/mal-3/")
        host.shows("mal/", "Siden er fra før den siste endringen, som har feil:")
        assert "<li>goals/mal-3.md:" in host.page("mal/")
        (tmp_path / "goals" / "mal-3.md").write_text(good.replace("helt", "reparert"), "utf-8")
        host.shows("mal/mal-3/", "En reparert ny tittel")
        assert "som har feil" not in host.page("mal/")

        (tmp_path / "goals" / "mal-ny.md").write_text(good.replace("En helt", "Enda et"), "utf-8")
        host.shows("mal/mal-ny/", "Enda et ny tittel")
        host.shows("mal/", "Enda et ny tittel")
        (tmp_path / "goals" / "mal-ny.md").unlink()
        host.wait(lambda: not host.page("mal/mal-ny/"), "the removed page stays")
        host.wait(lambda: "Enda et" not in host.page("mal/"), "the list keeps it")

        (tmp_path / "strategy" / "ny-side.md").write_text("# Ny side\n\nSe [[ks]].\n", "utf-8")
        host.shows("ny-side/", "organisasjoner/ks/")
        host.shows("mal/", "Ny side")

        own = tmp_path / "overrides" / "views" / "goal.html"
        own.parent.mkdir(parents=True)
        own.write_text("{{ finnes_ikke }}", "utf-8")
        # A folder that is new is not watched; the next edit brings its templates.
        (tmp_path / "goals" / "mal-3.md").write_text(good.replace("helt", "tredje"), "utf-8")
        host.says("overrides/views/goal.html")
        own.write_text("<h1>Egen mal: {{ entry.title }}</h1>", "utf-8")
        (tmp_path / "goals" / "mal-3.md").write_text(good.replace("helt", "fjerde"), "utf-8")
        host.shows("mal/mal-3/", "Egen mal: En fjerde ny tittel")

        assert "Traceback" not in host.heard()
        assert host.stop() == 0
        assert "Traceback" not in host.heard()
    assert not (tmp_path / "site").exists()


def test_first_start_with_mistakes_shows_them(tmp_path: Path) -> None:
    """Whoever starts with content that has errors sees them on the front page, with file and
    line, and the site when they are gone.
    """
    content = LivingContent()
    content.files["goals/odelagt.md"] = BROKEN.encode()
    content.files["goals/uten-omrade.md"] = (
        b"---\ntitle: X\narea: finnes-ikke\nstanding: adopted\n---\n"
    )
    _write(content, tmp_path)
    with preview(tmp_path) as host:
        host.shows("", "goals/odelagt.md:3:")
        host.shows("", "goals/uten-omrade.md:3:")
        assert '<html lang="nb"' in host.page("")

        del content.files["goals/odelagt.md"], content.files["goals/uten-omrade.md"]
        content.write(tmp_path)
        host.shows("mal/mal-1/", "Mål 1 for folk")
        host.wait(lambda: "odelagt" not in host.page(""), "the findings stay")

        assert "Traceback" not in host.heard()
        assert host.stop() == 0


class _Edits:
    """Stands in for the plugin: notes what is asked for, and can have the next edit come."""

    def __init__(self) -> None:
        self.on_demand: object = object()
        self.stopped = ""
        self.brought: list[str] = []

    def bring(self, path: str) -> None:
        """Note it."""
        self.brought.append(path)


def _ask(path: str, edits: _Edits, during: Callable[[], None] = lambda: None) -> list[str]:
    """Ask for a path below /sub/; what the server was asked for. `during` happens meanwhile."""
    served: list[str] = []

    def serve(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        served.append(environ["PATH_INFO"])
        if len(served) == 1:
            during()
        start_response(f"200 {len(served)}", [("Content-Type", "text/html")])
        return [b"%d" % len(served)]

    heads: list[tuple[Any, ...]] = []
    application = FreshFiles(serve, "/sub/", cast("Any", edits), threading.RLock())
    answer = application({"PATH_INFO": path}, lambda *head: heads.append(head))
    assert list(answer) == [b"%d" % len(served)]
    assert heads == [(f"200 {len(served)}", [("Content-Type", "text/html")])]
    return served


@pytest.mark.parametrize(
    ("asked", "brought"),
    [
        ("/sub/", ["index.html"]),
        ("/sub/mal/mal-1/", ["mal/mal-1/index.html"]),
        ("/sub/mal/mal-1", ["mal/mal-1"]),
        ("/sub/../../x/", ["x/index.html"]),
        ("/sub/m\u00c3\u00a5l.csv", ["mål.csv"]),
        ("/livereload/1/2", []),
        ("/elsewhere/", []),
    ],
)
def test_a_file_is_made_before_it_is_served(asked: str, brought: list[str]) -> None:
    """The file that the server will look for is brought up to date; other requests pass."""
    edits = _Edits()

    assert _ask(asked, edits) == [asked]
    assert edits.brought == brought


def test_a_page_says_that_the_last_edit_is_not_in_it() -> None:
    """Above the page, with the right length; other files are sent as they are."""
    edits, page = _Edits(), b"<html><body><p>x</p></body></html>"
    edits.stopped = "<p>feil å rette</p>"

    def send(kind: str) -> tuple[list[Any], bytes]:
        def serve(environ: dict[str, Any], start_response: Any) -> list[bytes]:
            start_response("200 OK", [("Content-Type", kind), ("Content-Length", str(len(page)))])
            return [page]

        head: list[Any] = []
        application = FreshFiles(serve, "/", cast("Any", edits), threading.RLock())
        answer = application({"PATH_INFO": "/"}, lambda *values: head.extend(values))
        return head, b"".join(answer)

    head, sent = send("text/html")
    assert sent == page.replace(b"<body>", b"<body><p>feil \xc3\xa5 rette</p>")
    assert dict(head[1])["Content-Length"] == str(len(sent))
    head, sent = send("text/csv")
    assert sent == page
    assert dict(head[1])["Content-Length"] == str(len(page))


def test_an_edit_while_the_server_waits_is_served() -> None:
    """The server waits for a build that is under way; what it then sends is of the new edit."""
    edits = _Edits()

    def next_edit() -> None:
        edits.on_demand = object()

    assert _ask("/sub/mal/", edits, next_edit) == ["/sub/mal/", "/sub/mal/"]
    assert edits.brought == ["mal/index.html", "mal/index.html"]
