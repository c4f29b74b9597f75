"""`mkdocs serve` as a process: what it says, and the pages that it gives."""

from __future__ import annotations

import queue
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from tests.integration.compiled import share_compiled
from tests.integration.processes import PATIENCE
from tests.integration.site_support import FEW_PLACES, WITH_TESTS, environment

# How often a host that has come to rest is looked at: one that sets itself off waits shorter.
LOOKS, BETWEEN_LOOKS = 30, 0.05
# An edit is no other one where hundreds of municipalities have a page.
MAIN = f"{FEW_PLACES}; from mkdocs.__main__ import cli; cli()"


class Preview:
    """The host as a process, with what it says."""

    def __init__(self, root: Path, port: int) -> None:
        self.root = root
        share_compiled(root)
        self.address = f"http://127.0.0.1:{port}/"
        self.process = subprocess.Popen(
            [sys.executable, "-c", MAIN, "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=root,
            env=environment(PYTHONUNBUFFERED="1", **WITH_TESTS),
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
        except (URLError, HTTPException, ConnectionError):
            return ""

    def status(self, path: str) -> int:
        """The status of the answer."""
        try:
            with urlopen(self.address + path, timeout=PATIENCE) as answer:
                return int(answer.status)
        except HTTPError as error:
            return error.code

    def wait(self, condition: Callable[[], bool], why: str) -> None:
        """Wait until something is so."""
        end = time.monotonic() + PATIENCE
        while not condition():
            assert self.process.poll() is None, f"{why}: it ended\n{self.heard()}"
            assert time.monotonic() < end, f"{why}\n{self.heard()}"
            time.sleep(BETWEEN_LOOKS)

    def shows(self, path: str, words: str) -> None:
        """Wait until a page has these words."""
        self.wait(lambda: words in self.page(path), f"{path} does not show {words!r}")

    def says(self, words: str) -> None:
        """Wait until the host has said something."""
        self.wait(lambda: words in self.heard(), f"it does not say {words!r}")

    def rests(self, words: str) -> int:
        """Wait until something is not said any more; how often it was said.

        Only looks at a host that has nothing to do count. It makes no difference what else the
        machine has to do: a host that waits for the processor has.
        """
        count, quiet = -1, 0
        end = time.monotonic() + PATIENCE
        while quiet < LOOKS:
            assert time.monotonic() < end, f"{words!r} again and again\n{self.heard()}"
            before, count = count, self.heard().count(words)
            if count != before:
                quiet = 0
            elif not self.has_work():
                quiet += 1
            time.sleep(BETWEEN_LOOKS)
        return count

    def has_work(self) -> bool:
        """Whether a thread of the host runs, or would if the processor were free."""
        for status in Path(f"/proc/{self.process.pid}/task").glob("*/stat"):
            with suppress(OSError):
                if status.read_text().rpartition(")")[2].split()[0] != "S":
                    return True
        return False

    def stop(self) -> int:
        """Ctrl-C."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


@contextmanager
def preview(root: Path) -> Iterator[Preview]:
    """Start the host, and leave nothing behind."""
    with socket.socket() as held:
        # The host takes no port that it finds itself. This one stays ours while it runs: no other
        # program is given it, and the host, which reuses addresses, may listen on it.
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.bind(("127.0.0.1", 0))
        running = Preview(root, held.getsockname()[1])
        try:
            yield running
        finally:
            if running.process.poll() is None:
                running.process.kill()
            running.process.wait(PATIENCE)
            running._reader.join(PATIENCE)
            assert running.process.stdout
            running.process.stdout.close()
