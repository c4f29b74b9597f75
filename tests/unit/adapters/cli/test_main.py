"""What holds for the whole process is set up by `main` alone."""

from __future__ import annotations

import atexit
import gc
import io
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from living_strategy.adapters import cli
from living_strategy.adapters.cli import program


@pytest.fixture
def process(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Puts the process back as it was: `main` changes what belongs to a process of its own. It
    stands where there is no strategy whose language it could speak.
    """
    monkeypatch.chdir(tmp_path)
    for name in ("stdout", "stderr"):
        stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii", write_through=True)
        monkeypatch.setattr(sys, name, stream)
    monkeypatch.setattr(sys, "argv", ["living-strategy", "--version"])
    pipe = signal.getsignal(signal.SIGPIPE)
    yield
    signal.signal(signal.SIGPIPE, pipe)
    gc.enable()
    atexit.unregister(gc.freeze)


@pytest.mark.usefixtures("process")
def test_main() -> None:
    """The arguments of the process are run, after signals, streams and collecting are set."""
    assert cli.main() == 0
    assert signal.getsignal(signal.SIGPIPE) == signal.SIG_DFL
    assert not gc.isenabled()
    assert sys.stdout.errors == sys.stderr.errors == "replace"


@pytest.mark.usefixtures("process")
def test_main_is_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    """An interruption outside of any command is answered with the same exit code."""

    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(program, "run", interrupted)

    assert cli.main() == cli.INTERRUPTED
