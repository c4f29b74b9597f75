"""A strategy large enough for two processes: the same site, however the work is shared out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.generate import write_ours

from living_strategy.adapters.publishing import read_strategy
from tests.integration.site_support import TODAY

ITEMS = 200
# A thread that lives makes it unsafe to copy the process, as in a preview; then all is done here.
BUILD = """
import sys, threading
from mkdocs.commands.build import build
from mkdocs.config import load_config
if sys.argv[1] == "alone":
    threading.Thread(target=threading.Event().wait, daemon=True).start()
config = load_config("mkdocs.yml", site_dir=sys.argv[2])
config.plugins.on_startup(command="build", dirty=False)
build(config)
build(load_config("mkdocs.yml", site_dir=sys.argv[2]))
"""


def built(root: Path, how: str) -> dict[str, bytes]:
    """Every file of the site, built twice over, in two processes or in one."""
    site = root / f"site-{how}"
    command = [sys.executable, "-c", BUILD, how, str(site)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    assert not list(root.glob(".living-strategy-*/build-*"))
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }


@pytest.mark.long
@pytest.mark.site
def test_shared_work(tmp_path: Path) -> None:
    """Two processes and one write the same files, on a first build and over an earlier one."""
    write_ours(tmp_path, ITEMS)
    assert read_strategy(tmp_path, TODAY).is_large

    shared, alone = built(tmp_path, "shared"), built(tmp_path, "alone")

    assert len(shared) > ITEMS
    assert shared.keys() == alone.keys()
    assert [path for path in shared if shared[path] != alone[path]] == []
