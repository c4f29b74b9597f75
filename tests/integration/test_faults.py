"""What goes wrong around a build: a cache, a disk, rights, a log; on both roads to a site."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from living_strategy.adapters.storage.template_cache import template_cache
from tests.integration.conftest import Run
from tests.integration.processes import PATIENCE
from tests.integration.site_support import (
    HERE,
    MKDOCS,
    environment,
    host_attempt,
    mkdocs,
    read_tree,
    write_texts,
)
from tests.integration.site_support import run as run_command
from tests.integration.small_strategy import FILES

pytestmark = pytest.mark.site
SMALL = {name: text for name, text in FILES.items() if name != "strategy/index.md"}
ROADS = (("mkdocs", "build"), ("living_strategy", "build"))
both_roads = pytest.mark.parametrize("road", ROADS, ids=lambda road: road[0])


BuildHere = Callable[[tuple[str, ...]], "subprocess.CompletedProcess[str]"]


def build(
    root: Path, road: tuple[str, ...], before: Callable[[], object] | None = None
) -> subprocess.CompletedProcess[str]:
    """Build the site in a process; `before` is called in it first."""
    return subprocess.run(
        [sys.executable, "-m", *road],
        cwd=root,
        env=environment(**HERE),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
        preexec_fn=before,
    )


@pytest.fixture
def build_here(tmp_path: Path, run: Run, quick_builds: None) -> BuildHere:
    """Builds the site in this process as in a new one: nothing is remembered but what lies on disk.
    There is no search.
    """

    def build_site(road: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
        template_cache.cache_clear()
        return host_attempt(tmp_path) if road[0] == "mkdocs" else run(tmp_path, "build")

    return build_site


@both_roads
def test_a_cache_that_cannot_be_used(
    tmp_path: Path, road: tuple[str, ...], build_here: BuildHere
) -> None:
    """A file in its place, folders in the place of its files, foreign files: the same site."""
    write_texts(tmp_path, SMALL | {"mkdocs.yml": MKDOCS})
    assert build_here(road).returncode == 0
    first, cache = read_tree(tmp_path / "site"), tmp_path / ".cache"
    codes = sorted(cache.rglob("*.cache"))
    assert codes
    for path in codes:
        path.write_bytes(path.read_bytes()[:40])
    database = cache / "living-strategy" / "bodies.sqlite"
    database.unlink()
    (database / "x").mkdir(parents=True)
    done = build_here(road)
    assert (done.returncode, "Traceback" in str(done)) == (0, False), done
    assert read_tree(tmp_path / "site") == first

    shutil.rmtree(cache)
    cache.write_text("in the way", "utf-8")
    done = build_here(road)
    assert (done.returncode, "Traceback" in str(done)) == (0, False), done
    assert read_tree(tmp_path / "site") == first
    assert cache.read_text("utf-8") == "in the way"


@both_roads
def test_a_disk_that_takes_no_more(
    tmp_path: Path, road: tuple[str, ...], build_here: BuildHere
) -> None:
    """One sentence, and the last good site stays. A limit on files stands in for a full disk: the
    system refuses to write in the same way.
    """
    write_texts(tmp_path, SMALL | {"mkdocs.yml": MKDOCS})
    assert build_here(road).returncode == 0
    first = read_tree(tmp_path / "site")
    write_texts(tmp_path, {"strategy/ny.md": "# Ny\n\n" + "Lang tekst.\n" * 3000})
    limit = 16 * 1024
    done = build(tmp_path, road, partial(resource.setrlimit, resource.RLIMIT_FSIZE, (limit, limit)))

    assert done.returncode != 0
    assert "Traceback" not in done.stdout, done.stdout
    said = [line for line in done.stdout.splitlines() if "kunne ikke" in line]
    assert len(said) == 1, done.stdout
    assert read_tree(tmp_path / "site") == first


def _bound_by_rights() -> list[str]:
    """What makes a program mind who may read: nothing, unless the administrator runs the tests."""
    if os.geteuid():
        return []
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all"]


@pytest.mark.parametrize("folder", ["goals", "strategy/mappe", "strategy/registers"])
def test_a_folder_without_permission(tmp_path: Path, folder: str) -> None:
    """It is a finding that names the folder, not a program that ends."""
    write_texts(tmp_path, SMALL | {"strategy/mappe/side.md": "# Side\n"})
    closed = tmp_path / folder
    closed.chmod(0)
    command = [*_bound_by_rights(), sys.executable, "-m", "living_strategy", "check"]
    try:
        done = run_command(*command, folder=tmp_path, check=False, **HERE)
    finally:
        closed.chmod(0o755)

    assert done.returncode == 1, done.stdout
    assert f"{folder}: feil[file-unreadable] " in done.stdout
    assert "forutså" not in done.stdout


def test_a_log_gives_no_orders(tmp_path: Path, run: Run) -> None:
    """Neither our findings nor what the host says of a menu may begin a line with two colons."""
    order = "x\\n::stop-commands::t"
    goal = FILES["goals/innbyggernes-ferdigheter.md"].replace(
        "standing: adopted", f'standing: "{order}"'
    )
    menu = 'nav: [{Om: om.md}, {Borte: "om/borte\\n::stop-commands::t.md"}]\n'
    write_texts(tmp_path, SMALL | {"mkdocs.yml": MKDOCS + menu, "strategy/om.md": "# Om\n"})
    listed = mkdocs(tmp_path)
    write_texts(tmp_path, {"goals/innbyggernes-ferdigheter.md": goal})
    refused = mkdocs(tmp_path, check=False)
    checked = [run(tmp_path, "check", "--format", form).stdout
               for form in ("text", "json", "github")]  # fmt: skip

    assert "stop-commands" in listed.stdout
    assert "stop-commands" in refused.stdout
    for text in (listed.stdout, refused.stdout, *checked):
        assert [line for line in text.splitlines() if line.lstrip().startswith("::stop")] == []
