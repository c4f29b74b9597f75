"""A strategy large enough for two processes: the same site however it is shared out, and light."""

from __future__ import annotations

import gzip
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from benchmarks.generate import write_ours

from living_strategy.adapters.publishing import read_strategy
from living_strategy.artifact import Page
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


# What the frame of a host adds to a page, at most: that of this repository has 6 kB.
FRAME = 9_000
MAX_PAGE, MAX_PLACE, MAX_MAP_SENT = 250_000, 30_000, 40_000
MAX_MAP_ON_PAGE = 10_000


@pytest.mark.long
def test_weights_of_a_strategy_of_some_hundred_items(tmp_path: Path) -> None:
    """Pages to read stay within their budgets: those of municipalities, their list with the map,
    the small maps on pages of entries, and every overview.
    """
    write_ours(tmp_path, ITEMS)
    publication = read_strategy(tmp_path, TODAY)
    pages = {
        page.path: page.content
        for page in (*publication.overviews, *publication.entry_pages())
        if isinstance(page, Page)
    }
    context = publication.context
    top, printed = context.addresses.view("municipalities"), context.addresses.view("print")
    places = {path: page for path, page in pages.items() if path.startswith(top) and path != top}
    maps = [
        drawn
        for page in pages.values()
        for drawn in re.findall(r'<figure class="ls-place-map".*?</figure>', page, re.DOTALL)
    ]

    assert len(places) == len(context.graph.corpus.municipalities.by_number)
    assert heavier(places, MAX_PLACE - FRAME) == {}
    assert len(gzip.compress(pages[top].encode())) < MAX_MAP_SENT - FRAME
    assert len(maps) > ITEMS // 4
    assert max(map(len, maps)) < MAX_MAP_ON_PAGE
    read = {path: page for path, page in pages.items() if not path.startswith(printed)}
    assert heavier(read, MAX_PAGE - FRAME) == {}


def heavier(pages: Mapping[str, str], most: int) -> dict[str, int]:
    """The pages that have more bytes."""
    sizes = {path: len(page.encode()) for path, page in pages.items()}
    return {path: size for path, size in sizes.items() if size > most}
