"""Live preview: seconds from saving an item to the new page being served.

`python -m benchmarks.serve_latency FOLDER N` measures a project that `benchmarks.generate ours`
(or `plain`, with `--system plain`) wrote. Each edit changes a title and then asks for the page
over HTTP until the new title is in it. Pauses between edits differ, because the preview server
looks for changes at fixed intervals and the wait depends on when in an interval one saves.
"""

from __future__ import annotations

import argparse
import re
import secrets
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterable
from http.client import HTTPException
from pathlib import Path
from random import Random
from types import TracebackType

from benchmarks.cases import SYSTEMS, System
from benchmarks.corpus import SEED, counts, item_id
from benchmarks.entry import SECTIONS
from benchmarks.measure import environment
from benchmarks.results import Latency, system_named

HOST = "127.0.0.1"
POLL_INTERVAL = 0.01
TIMEOUT = 180.0
EDITS = 5
MAX_OUTPUT = 2_000
TITLE = re.compile(r"^(title: |# )(.*)$", re.MULTILINE)


class PreviewError(Exception):
    """The server ended, or did not show the page in time."""


def measure_latency(root: Path, n: int, system: System, edits: int = EDITS) -> list[Latency]:
    """Measure the latencies of several edits of different measures."""
    random, run = Random(SEED), secrets.token_hex(4)
    numbers = [random.randint(1, counts(n)["measure"]) for _ in range(edits)]
    latencies = []
    with Preview(root) as preview:
        preview.wait_for("", "</html>")
        for turn, number in enumerate(numbers):
            item = item_id("measure", number)
            path = root / system.items("measure") / f"{item}.md"
            # One that no earlier measurement of the same folder has left there.
            title = f"Ny tittel i runde {turn} av {run}"
            text = TITLE.sub(rf"\g<1>{title}", path.read_text(encoding="utf-8"), count=1)
            time.sleep(0.7 + random.random())
            path.write_text(text, encoding="utf-8")
            start = time.perf_counter()
            preview.wait_for(f"{SECTIONS['measure'][0]}/{item}/", title)
            page_time = time.perf_counter() - start
            preview.wait_for(f"{SECTIONS['measure'][0]}/", "</html>")
            latencies.append(Latency(page_time, time.perf_counter() - start))
    return latencies


class Preview:
    """A preview server on a free port, ended the way a user ends it: by an interrupt."""

    def __init__(self, root: Path) -> None:
        """Start the server; it builds the site before it answers."""
        with socket.socket() as probe:
            probe.bind((HOST, 0))
            self._port = probe.getsockname()[1]
        # A shell may have started us with interrupts ignored, and the server would inherit that.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        self._output = tempfile.TemporaryFile()  # noqa: SIM115 - closed in __exit__
        # --livereload is said aloud: some versions of click would leave it off.
        self._process = subprocess.Popen(
            (sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", f"{HOST}:{self._port}"),
            cwd=root,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=self._output,
            stderr=subprocess.STDOUT,
        )

    def __enter__(self) -> Preview:
        """Use the running server."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the server and wait for it."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._output.close()

    def wait_for(self, path: str, text: str) -> None:
        """Ask for a page until a text is in it."""
        url = f"http://{HOST}:{self._port}/{path}"
        deadline = time.perf_counter() + TIMEOUT
        while time.perf_counter() < deadline:
            if self._process.poll() is not None:
                raise PreviewError(f"the preview server ended\n{self._printed()}")
            try:
                with urllib.request.urlopen(url, timeout=TIMEOUT) as answer:
                    if text in answer.read().decode():
                        return
            except (OSError, HTTPException):
                pass  # not up yet, or the page is being written
            time.sleep(POLL_INTERVAL)
        raise PreviewError(f"no {text!r} on {url} in {TIMEOUT:.0f} s\n{self._printed()}")

    def _printed(self) -> str:
        self._output.seek(0)
        return self._output.read().decode(errors="replace")[-MAX_OUTPUT:]


def main() -> None:
    """Measure one project from the command line."""
    parser = argparse.ArgumentParser(prog="benchmarks.serve_latency", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("n", type=int, help="number of items the folder was written with")
    parser.add_argument("--edits", type=int, default=EDITS)
    systems = [system.name for system in SYSTEMS if system.name != "hugo"]
    parser.add_argument("--system", choices=systems, default="ours")
    arguments = parser.parse_args()
    system = system_named(arguments.system)
    latencies = measure_latency(arguments.folder, arguments.n, system, arguments.edits)
    median = statistics.median(latency.page for latency in latencies)
    print(f"median {median:.2f} s of {listed(latencies)}")


def listed(latencies: Iterable[Latency]) -> str:
    """Write the latencies for people: the time of the list in brackets."""
    return ", ".join(f"{latency.page:.2f} ({latency.list:.2f})" for latency in latencies)


if __name__ == "__main__":
    main()
