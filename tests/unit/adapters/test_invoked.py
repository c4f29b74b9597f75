"""How a reader must write our command."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from living_strategy.adapters.process.invoked import command_name


def test_command_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bare name where the shell finds it, else the way to the script, else the module: asked
    anew each time, because both the path and the folder may have changed.
    """
    script = tmp_path / "env/bin/living-strategy"
    monkeypatch.setattr(sys, "executable", str(script.with_name("python3")))
    script.parent.mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", "/nowhere")
    assert command_name() == "python3 -m living_strategy"

    script.write_text("#!/bin/sh\n", "utf-8")
    script.chmod(0o755)
    assert command_name() == "env/bin/living-strategy"

    monkeypatch.chdir(script.parent)
    assert command_name() == str(script)

    monkeypatch.setenv("PATH", str(script.parent))
    assert command_name() == "living-strategy"
