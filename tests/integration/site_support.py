"""Sites on disk: builds through every road, and what they wrote."""

from __future__ import annotations

import fcntl
import io
import logging
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

import living_strategy
from living_strategy.adapters.publishing import read_strategy
from living_strategy.adapters.search import index as search_index
from living_strategy.artifact import DataFile, Page, Redirect
from living_strategy.content.municipalities import load_municipalities
from living_strategy.model.municipality import Municipalities
from living_strategy.publication import Publication
from tests.integration.compiled import share_compiled
from tests.integration.processes import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from living_strategy.adapters.mkdocs.plugin import LivingStrategyPlugin

REPOSITORY = Path(__file__).parents[2]
# The package under test is the one that the tests import.
HERE = {"PYTHONPATH": str(Path(living_strategy.__file__).parent.parent)}
# The same for programs that begin with what stands here.
WITH_TESTS = {"PYTHONPATH": os.pathsep.join((HERE["PYTHONPATH"], str(REPOSITORY)))}
FEW_PLACES = (
    "import pytest; from tests.integration import site_support as tests; "
    "tests.keep_few_municipalities(pytest.MonkeyPatch())"
)
QUICKLY = f"{FEW_PLACES}; tests.leave_out_search(pytest.MonkeyPatch())"
EPOCH = 1795305600  # 22 November 2026
TODAY = datetime.fromtimestamp(EPOCH, UTC).date()
CONTENT = (
    "strategy",
    "goals",
    "measures",
    "projects",
    "overrides",
    "mkdocs.yml",
    "collected",
    "upstream",
    "adoption",
)
MKDOCS = """\
site_name: Strategi for Lillevik
docs_dir: strategy
site_dir: site
theme: {name: material, font: false, palette: {scheme: default}}
plugins: [living-strategy: {search: false}]
extra: {generator: false}
validation: {omitted_files: ignore}
"""
WITH_SEARCH = MKDOCS.replace("search: false", "search: true")
Tree = dict[str, bytes]


# Processes


def environment(**changes: str) -> dict[str, str]:
    """The environment of a build: quiet about the theme's successor, and with a fixed date."""
    kept = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("LIVING_STRATEGY_", "GITHUB_", "PYTHONPATH", "VIRTUAL_ENV"))
    }
    return (
        kept
        | {
            "NO_MKDOCS_2_WARNING": "1",
            "DISABLE_MKDOCS_2_WARNING": "true",
            "SOURCE_DATE_EPOCH": str(EPOCH),
            "PYTHONIOENCODING": "utf-8",
        }
        | changes
    )


def run(
    *command: str | Path, folder: Path, check: bool = True, **changes: str
) -> subprocess.CompletedProcess[str]:
    """Run a program in a folder; what it said is in the failure when it must succeed."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=environment(**changes),
        timeout=PATIENCE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0 or not check, f"{command}\n{done.stdout[-4000:]}"
    return done


def mkdocs(
    folder: Path, *arguments: str, check: bool = True, **changes: str
) -> subprocess.CompletedProcess[str]:
    """Build a site with the host of this environment."""
    share_compiled(folder)
    command = (sys.executable, "-m", "mkdocs", "build", *arguments)
    return run(*command, folder=folder, check=check, **HERE, **changes)


def program(
    folder: Path, *arguments: str, check: bool = True, **changes: str
) -> subprocess.CompletedProcess[str]:
    """Run the program of this environment."""
    if "build" in arguments:
        share_compiled(folder)
    command = (sys.executable, "-m", "living_strategy", *arguments)
    return run(*command, folder=folder, check=check, **HERE, **changes)


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that is made once in a run of the tests, however many workers ask for it."""
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, done = shared / f"shared-{name}", shared / f"shared-{name}.done"
    with (shared / f"shared-{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            done.touch()
    return folder


# Content


def copy_content(target: Path, source: Path = REPOSITORY) -> Path:
    """A copy of the content and configuration of a strategy."""
    for name in CONTENT:
        if (source / name).is_dir():
            shutil.copytree(source / name, target / name, dirs_exist_ok=True)
        elif (source / name).exists():
            shutil.copy(source / name, target / name)
    return target


def configure(root: Path, **lines: str) -> None:
    """Set keys of mkdocs.yml that hold one line."""
    path = root / "mkdocs.yml"
    kept = re.sub(rf"^({'|'.join(lines)}):.*\n", "", path.read_text("utf-8"), flags=re.M)
    path.write_text(kept + "".join(f"{key}: {value}\n" for key, value in lines.items()), "utf-8")


def write_texts(root: Path, files: Mapping[str, str | bytes | None]) -> Path:
    """Write files below a folder; None takes a file away."""
    for name, text in files.items():
        path = root / name
        if text is None:
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


# What was written


def read_tree(folder: Path) -> Tree:
    """Every file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def stamps(folder: Path) -> dict[str, int]:
    """When every file below a folder was written."""
    return {
        path.relative_to(folder).as_posix(): path.stat().st_mtime_ns
        for path in folder.rglob("*")
        if path.is_file()
    }


def differences(first: Tree, second: Tree) -> list[str]:
    """The paths that only one tree has, or whose content differs; short enough for a message."""
    lines = [f"only in the first: {path}" for path in sorted(first.keys() - second.keys())]
    lines += [f"only in the second: {path}" for path in sorted(second.keys() - first.keys())]
    for path in sorted(first.keys() & second.keys()):
        old, new = first[path], second[path]
        if old != new:
            offset = next(
                (index for index, (a, b) in enumerate(zip(old, new, strict=False)) if a != b),
                min(len(old), len(new)),
            )
            around = slice(max(0, offset - 60), offset + 60)
            lines.append(f"{path} at {offset}: {old[around]!r} / {new[around]!r}")
    return lines[:20]


def leftovers(site: Path) -> list[str]:
    """What a build should have taken away beside a site or in it: all but the site before."""
    paths = [*site.parent.glob(".living-strategy-*/*"), *site.glob(".living-strategy-*")]
    return sorted(str(path) for path in paths if path.name not in (".gitignore", "previous"))


# Strategies and sites


@dataclass(frozen=True)
class Site:
    """A built site: the strategy it was made from, its folder, its address on the server, and
    where its files are edited.
    """

    root: Path
    folder: Path
    base: str = "/"
    edit: str = ""

    def build(self) -> Publication:
        """The strategy, read again. A site below a path was built with its whole address."""
        url = "" if self.base == "/" else f"https://example.org{self.base}"
        return read_strategy(self.root, TODAY, url=url, edit=self.edit)

    def file(self, path: str) -> Path:
        """The file of a page or data file, by its address."""
        return (
            self.folder / path / "index.html"
            if path.endswith("/") or not path
            else (self.folder / path)
        )


def pages(build: Publication) -> list[Page]:
    """Every page of ours."""
    artifacts = (*build.overviews, *build.written_pages, *build.entry_pages())
    return [artifact for artifact in artifacts if isinstance(artifact, Page)]


def redirects(build: Publication) -> list[Redirect]:
    """Every earlier address."""
    return [artifact for artifact in build.downloads() if isinstance(artifact, Redirect)]


def data_files(build: Publication) -> list[DataFile]:
    """Every file of open data."""
    artifacts = (*build.overviews, *build.downloads())
    return [artifact for artifact in artifacts if isinstance(artifact, DataFile)]


# The host in this process


def _fresh_plugin_classes() -> None:
    """MkDocs keeps plugins that know of a preview between loads of the configuration."""
    from mkdocs.config.defaults import MkDocsConfig

    MkDocsConfig.plugins.plugin_cache.clear()


@contextmanager
def _quiet() -> Iterator[None]:
    """Findings are looked at elsewhere."""
    logger = logging.getLogger("mkdocs")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)


@contextmanager
def _listening(heard: io.StringIO) -> Iterator[None]:
    """What the host and we say to the log is heard."""
    logger, handler = logging.getLogger("mkdocs"), logging.StreamHandler(heard)
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)


def host_build(
    root: Path,
    site: Path | None = None,
    *,
    serving: bool = False,
    built_once: bool = False,
    log: AbstractContextManager[None] | None = None,
) -> LivingStrategyPlugin:
    """Build with MkDocs in this process; the plugin knows what the host had ready.

    In a preview (`serving`) that has `built_once`, errors no longer lead to the findings page.
    """
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    with log or _quiet(), pytest.MonkeyPatch.context() as patch:
        patch.setattr("living_strategy.adapters.mkdocs.plugin.today", lambda: TODAY)
        _fresh_plugin_classes()
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(site or root / "site"))
        config.plugins.on_startup(command="serve" if serving else "build", dirty=False)
        plugin: LivingStrategyPlugin = config.plugins["living-strategy"]
        plugin.built_once = built_once
        build(config, serve_url="http://127.0.0.1/" if serving else None)
    return plugin


def host_attempt(root: Path) -> subprocess.CompletedProcess[str]:
    """What comes of `mkdocs build`, in this process; only an end that the host foresees is none of
    a test.
    """
    from mkdocs.exceptions import Abort

    heard, code = io.StringIO(), 0
    try:
        host_build(root, log=_listening(heard))
    except Abort as error:
        code = error.code
        heard.write(f"{error}\n")
    return subprocess.CompletedProcess(("mkdocs", "build"), code, heard.getvalue(), "")


def host_refresh(plugin: LivingStrategyPlugin) -> bool:
    """What a preview does after an edit, before it thinks of a full build."""
    with _quiet(), pytest.MonkeyPatch.context() as patch:
        patch.setattr("living_strategy.adapters.mkdocs.plugin.today", lambda: TODAY)
        return plugin.rebuild_content()


def leave_out_search(patch: pytest.MonkeyPatch) -> None:
    """Make no search index in plain builds in this process: most of the time of a small one."""
    without = SimpleNamespace(is_available=lambda: False, is_index=search_index.is_index)
    patch.setattr("living_strategy.adapters.plain.build.search_index", without)


# A page of each municipality is most of a small site, and all of them are made alike: these are
# enough to tell whether such pages follow what is written.
_OF_A_COUNTY = ("01", "02", "03")


def keep_few_municipalities(patch: pytest.MonkeyPatch) -> None:
    """Let this process know every county, and of its municipalities the first ones alone."""
    patch.setattr("living_strategy.content.records.places.load_municipalities", _few)


@cache
def _few() -> Municipalities:
    everything = load_municipalities().by_number.values()
    return Municipalities.of(
        place for place in everything if place.is_county or place.number[2:] in _OF_A_COUNTY
    )
