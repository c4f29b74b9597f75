"""A site is published as a whole or not at all: killed builds, builds at once, folders that cannot
be moved; on both roads, in processes of their own where that makes a difference.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest

from tests.integration.compiled import share_compiled
from tests.integration.conftest import Run
from tests.integration.processes import (
    PATIENCE,
    pausing_at,
    started,
    stopping_at,
    wait_for_begun,
)
from tests.integration.site_support import (
    MKDOCS,
    QUICKLY,
    WITH_TESTS,
    Tree,
    differences,
    environment,
    host_attempt,
    leftovers,
    once,
    read_tree,
    write_texts,
)
from tests.integration.site_support import run as run_command
from tests.integration.small_strategy import FILES

pytestmark = pytest.mark.site
GOAL = "goals/innbyggernes-ferdigheter.md"
SMALL = {name: text for name, text in FILES.items() if name != "strategy/index.md"}
# Another title on many pages, a page that comes and an earlier address that goes.
CHANGED = {
    GOAL: FILES[GOAL].replace("klarer seg", "er trygge").replace("aliases: [ferdigheter]\n", ""),
    "strategy/ny.md": "# En ny side\n\nLes om [[innbyggernes-ferdigheter]].\n",
}
# Both build in a process what `quick_builds` lets this one build.
MAIN = {
    "mkdocs": f"{QUICKLY}; from mkdocs.__main__ import cli; cli(['build'])",
    "program": f"{QUICKLY}; from living_strategy.adapters.cli import main; "
    "sys.argv[1:] = ['build']; sys.exit(main())",
}
STORAGE = "living_strategy.adapters.storage"
MOMENTS = (
    f"{STORAGE}.swap:exchange",
    f"{STORAGE}.work_folder:_leave",
)
both_roads = pytest.mark.parametrize("road", MAIN)


def make(folder: Path, *changes: dict[str, str]) -> Path:
    """A small strategy."""
    write_texts(folder, {**SMALL, "mkdocs.yml": MKDOCS})
    for change in changes:
        write_texts(folder, change)
    return folder


def build(folder: Path, road: str, *before: str, check: bool = True) -> str:
    """Build on a road, behind commands that change what the process may do; what it said."""
    if not before:
        share_compiled(folder)
    command = (*before, sys.executable, "-c", f"import sys; {MAIN[road]}")
    done = run_command(*command, folder=folder, check=check, **WITH_TESTS)
    assert "Traceback" not in done.stdout, done.stdout
    return done.stdout


def build_here(folder: Path, road: str, run: Run) -> subprocess.CompletedProcess[str]:
    """Build on a road in this process."""
    done = host_attempt(folder) if road == "mkdocs" else run(folder, "build")
    assert "Traceback" not in done.stdout + done.stderr
    return done


def dead_targets(site: Path) -> list[str]:
    """Addresses in a site's pages that lead to none of its files."""
    files, dead = read_tree(site), []
    for name in [name for name in files if name.endswith("index.html")]:
        html = files[name].decode()
        for target in re.findall(r' (?:href|src)="([^"#?:]+)[#?]?[^":]*"', html):
            path = unquote(urljoin(f"/{name}", target)).lstrip("/")
            if path not in files and f"{path.rstrip('/')}/index.html".lstrip("/") not in files:
                dead.append(f"{name}: {target}")
    return dead


@dataclass(frozen=True)
class Versions:
    """A strategy with its site, and the files of that site before a change and after."""

    root: Path
    old: Tree
    new: Tree

    def copy(self, folder: Path) -> Path:
        """The strategy changed, and its site as it was before."""
        shutil.copytree(self.root, folder, symlinks=True, dirs_exist_ok=True)
        return write_texts(folder, CHANGED)


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Versions]:
    """The versions of a road, made once."""

    @cache
    def of(road: str) -> Versions:
        root = once(tmp_path_factory, f"{road}-before", lambda folder: build(make(folder), road))
        after = once(
            tmp_path_factory, f"{road}-after", lambda folder: build(make(folder, CHANGED), road)
        )
        old, new = read_tree(root / "site"), read_tree(after / "site")
        assert len(differences(old, new)) > 5
        return Versions(root, old, new)

    return of


# Each moment and each road; what a road has done by then does not depend on the other.
@pytest.mark.parametrize(
    ("road", "moment"),
    [
        *zip(MAIN, MOMENTS, strict=True),
        *(
            pytest.param(road, moment, marks=pytest.mark.matrix)
            for road, moment in zip(MAIN, reversed(MOMENTS), strict=True)
        ),
    ],
)
def test_killed_while_it_publishes(
    versions: Callable[[str], Versions], road: str, moment: str, tmp_path: Path
) -> None:
    """Every file is of one version, right then, before anybody builds again; and the next build
    ends well. `test_swap.py` has every other moment.
    """
    version = versions(road)
    site = version.copy(tmp_path) / "site"
    command = stopping_at(moment, MAIN[road])
    with started(*command, folder=tmp_path, env=environment(**WITH_TESTS)) as process:
        wait_for_begun(process)
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=PATIENCE)

    is_over = moment == MOMENTS[-1]
    assert differences(read_tree(site), version.new if is_over else version.old) == []
    assert dead_targets(site) == []
    build(tmp_path, road)
    assert differences(read_tree(site), version.new) == []
    assert leftovers(site) == []


@pytest.mark.parametrize("second", MAIN)
def test_two_builds_at_once(
    versions: Callable[[str], Versions], second: str, tmp_path: Path
) -> None:
    """The second says that it waits, and waits; both end well, and the site is the second's, whole.
    `test_site_lock.py` does so ten times over.
    """
    version, env = versions(second), environment(**WITH_TESTS)
    site = version.copy(tmp_path) / "site"
    pausing = pausing_at(f"{STORAGE}.site_writer:SiteWriter.finish", MAIN["mkdocs"])
    command = (sys.executable, "-c", f"import sys; {MAIN[second]}")
    with started(*pausing, folder=tmp_path, env=env) as first:
        wait_for_begun(first)
        with started(*command, folder=tmp_path, env=env) as waiting:
            assert waiting.stderr
            said = waiting.stderr.readline()
            while "En annen bygging skriver til site" not in said:
                assert said, "it did not wait"
                said = waiting.stderr.readline()
            first.communicate("\n", timeout=PATIENCE)
            waiting.communicate(timeout=PATIENCE)

    assert (first.returncode, waiting.returncode) == (0, 0)
    assert differences(read_tree(site), version.new) == []
    assert dead_targets(site) == []
    assert leftovers(site) == []


@pytest.fixture
def other_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on another disk than the tests' own."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK) or memory.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("there is no second disk")
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        yield Path(folder)


@pytest.mark.usefixtures("quick_builds")
@both_roads
def test_a_link_to_another_disk(road: str, tmp_path: Path, other_disk: Path, run: Run) -> None:
    """It is built where the link leads, first and after a change."""
    root = make(tmp_path)
    (root / "site").symlink_to(other_disk)
    codes = [build_here(root, road, run).returncode]
    write_texts(root, CHANGED)
    codes.append(build_here(root, road, run).returncode)

    assert codes == [0, 0]
    assert (root / "site").is_symlink()
    assert "er trygge" in (other_disk / "mal/innbyggernes-ferdigheter/index.html").read_text()
    assert dead_targets(root / "site") == []
    assert leftovers(other_disk) == leftovers(root / "site") == []


@pytest.mark.usefixtures("quick_builds")
@both_roads
def test_a_link_to_nowhere(road: str, tmp_path: Path, run: Run) -> None:
    """One sentence, and nothing is made."""
    root = make(tmp_path)
    (root / "site").symlink_to("nowhere")
    done = build_here(root, road, run)
    said = done.stdout + done.stderr

    assert done.returncode != 0
    assert said.count("er en lenke til en mappe som ikke finnes") == 1
    assert not (root / "nowhere").exists()
    assert leftovers(root / "site") == []


def bound_by_rights() -> list[str]:
    """What makes a program mind who may write: nothing, unless the administrator runs it."""
    if os.geteuid():
        return []
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all"]


@both_roads
def test_only_the_site_may_be_written(road: str, tmp_path: Path) -> None:
    """A user who may write in the web root alone can build, and nothing stays in it; without it
    there is one sentence.
    """
    root = make(tmp_path / "root")
    (root / "site").mkdir()
    root.chmod(0o555)
    try:
        build(root, road, *bound_by_rights())
        names = {path.name for path in (root / "site").iterdir()}
        root.chmod(0o755)
        shutil.rmtree(root / "site")
        root.chmod(0o555)
        said = build(root, road, *bound_by_rights(), check=False)
    finally:
        root.chmod(0o755)

    assert "index.html" in names
    assert [name for name in names if name.startswith(".living")] == []
    assert said.count("Du har ikke lov til å skrive der") == 1
    assert not (root / "site").exists()


def test_what_a_killed_build_left_is_no_obstacle(tmp_path: Path) -> None:
    """A first build that was killed inside the site's own folder: the next one builds there."""
    root = make(tmp_path)
    (root / "site/.living-strategy-0/build-0").mkdir(parents=True)

    build(root, "program")
    assert (root / "site/index.html").is_file()
