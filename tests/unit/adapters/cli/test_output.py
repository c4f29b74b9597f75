"""Texts for people, data for programs, and a line that tells what is going on."""

from __future__ import annotations

import io
import sys

import pytest

from living_strategy.adapters.cli.output import note, progress, write, write_data


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        """Always."""
        return True


def test_streams(capsys: pytest.CaptureFixture[str]) -> None:
    """Results go to standard output, remarks to standard error."""
    write("resultat")
    note("merknad")
    output = capsys.readouterr()

    assert (output.out, output.err) == ("resultat\n", "merknad\n")


def test_data_is_utf_8(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the terminal says; half a character that nobody can write becomes a mark."""
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii"))
    write_data("mål \udcff")

    assert written.getvalue() == "mål ?\n".encode()


def test_progress_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """One line, replaced by the next and taken away at the end, also after an error."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)

    def work() -> None:
        with progress("en") as line:
            line("to")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        work()

    assert terminal.getvalue() == "\r\x1b[2Ken\r\x1b[2Kto\r\x1b[2K"


@pytest.mark.parametrize("stream", [io.StringIO(), None])
def test_progress_elsewhere(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO | None) -> None:
    """A file, a pipe or no stream at all gets nothing."""
    monkeypatch.setattr(sys, "stderr", stream)
    with progress("en") as line:
        line("to")

    assert not stream or stream.getvalue() == ""
