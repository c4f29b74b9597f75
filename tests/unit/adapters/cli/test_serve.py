"""`serve` at the command line: what it says, and a port that somebody else has."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from living_strategy.adapters.cli import program
from living_strategy.adapters.plain import preview
from tests.factories import write_files


@pytest.fixture
def strategy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small valid strategy, where the program is run."""
    write_files(tmp_path, {})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")
    return tmp_path


@pytest.mark.usefixtures("strategy")
def test_a_port_that_is_taken(capsys: pytest.CaptureFixture[str]) -> None:
    """One sentence with a way out."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code = program.run(["serve", "--port", str(port)])

    said = capsys.readouterr().err
    assert (code, said.startswith(f"Error: Port {port} cannot be used: ")) == (2, True)
    assert said.endswith(". Choose another with --port.\n")


@pytest.mark.usefixtures("strategy")
def test_until_interrupted(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says what is wrong with the content and where the site is, and gives the port back."""
    ports: list[int] = []

    def interrupted(self: preview.ThreadingHTTPServer) -> None:
        ports.append(self.server_address[1])
        raise KeyboardInterrupt

    monkeypatch.setattr(preview.ThreadingHTTPServer, "serve_forever", interrupted)
    code = program.run(["serve", "--port", "0"])

    said = capsys.readouterr()
    assert (code, said.err.split()) == (130, ["Interrupted."])
    assert said.out.splitlines()[0].startswith("strategy/strategy.yml: info[history-missing] ")
    assert said.out.splitlines()[-2:] == [
        "1 note in 1 file.",
        f"The site is at http://127.0.0.1:{ports[0]}/. Ctrl+C ends it.",
    ]
    with socket.create_server(("127.0.0.1", ports[0])):
        pass
