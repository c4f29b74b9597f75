"""An incremental build equals a clean one, and a build that fails changes nothing."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from mkdocs.exceptions import Abort

from living_strategy.adapters.plain.build import build_site
from living_strategy.adapters.plain.frame import PlainFrame
from living_strategy.adapters.publishing import read_strategy
from living_strategy.adapters.storage.site_writer import SiteWriter
from living_strategy.diagnostics import Finding, Severity
from living_strategy.site.files import Site, site_files
from tests.integration.compiled import share_compiled
from tests.integration.conftest import Run
from tests.integration.living_content import (
    BROKEN,
    EDITS,
    ROUND,
    LivingContent,
    break_item,
    change_language,
    chosen_edits,
    edits,
)
from tests.integration.processes import PATIENCE, started, stopping_at, wait_for_begun
from tests.integration.site_support import (
    FEW_PLACES,
    MKDOCS,
    TODAY,
    WITH_SEARCH,
    WITH_TESTS,
    Tree,
    differences,
    environment,
    host_attempt,
    host_build,
    host_refresh,
    leftovers,
    mkdocs,
    once,
    program,
    read_tree,
    run,
    stamps,
    write_texts,
)

pytestmark = [pytest.mark.site, pytest.mark.usefixtures("quick_builds")]


def test_every_round_has_every_sort_of_edit() -> None:
    """What `make test` tries is few, but of every sort."""
    chosen = chosen_edits(Random(1), 3 * ROUND)
    rounds = [set(chosen[begin : begin + ROUND]) for begin in range(0, 3 * ROUND, ROUND)]

    assert rounds == [{*EDITS, break_item, change_language}] * 3


def clean_site(content: LivingContent, folder: Path) -> tuple[tuple[Finding, ...], Tree]:
    """The findings and files of a first build, made of nothing that an earlier one left behind; the
    files are written nowhere.
    """
    publication = read_strategy(content.write_new(folder), TODAY)
    if publication.has_errors:
        return publication.diagnostics, {}
    frame = PlainFrame(publication, Site())
    files = site_files(publication, frame, Site())
    return publication.diagnostics, {file.path: file.content for file in files}


@pytest.mark.long
@pytest.mark.parametrize(
    ("seed", "count"),
    [
        (1, ROUND),
        *(pytest.param(seed, 50, marks=pytest.mark.matrix) for seed in (2, 3, 4, 5, 6)),
    ],
)
def test_incremental_build_equals_a_clean_one(seed: int, count: int, tmp_path: Path) -> None:
    """After every edit the site is the one that a first build would make, and files that did not
    change were not written again.
    """
    content = LivingContent()
    root, site = tmp_path / "root", tmp_path / "root" / "site"
    content.write_new(root)
    build_site(root, site, TODAY)
    before, written, published = read_tree(site), stamps(site), 0
    for number, edit in enumerate(edits(content, seed, count)):
        done = f"edit {number}: {edit()}"
        content.write(root)
        built = build_site(root, site, TODAY)
        after, now = read_tree(site), stamps(site)
        findings, clean = clean_site(content, tmp_path / "clean")

        assert findings == built.diagnostics, done
        assert leftovers(site) == [], done
        errors = {finding.code for finding in findings if finding.severity is Severity.ERROR}
        assert errors <= {"unclosed-front-matter", "yaml-syntax"}, done
        published += bool(clean)
        assert differences(after, clean or before) == [], done
        same = [path for path in after if before.get(path) == after[path]]
        assert [path for path in same if now[path] != written[path]] == [], done
        before, written = after, now
    assert published > count * 0.7


# The host as a program, which knows the places that the builds in this process know.
MAIN = f"{FEW_PLACES}; from mkdocs.__main__ import cli; cli()"


def mkdocs_process(root: Path, *, check: bool = True) -> int:
    """Run `mkdocs build` in a process of its own, and return its exit code."""
    share_compiled(root)
    command = (sys.executable, "-c", MAIN, "build")
    return run(*command, folder=root, check=check, **WITH_TESTS).returncode


@pytest.mark.long
@pytest.mark.parametrize(
    ("count", "one_process_in"), [(4, 2), pytest.param(ROUND, 1, marks=pytest.mark.matrix)]
)
def test_mkdocs_build_equals_a_clean_one(count: int, one_process_in: int, tmp_path: Path) -> None:
    """The same through `mkdocs build`, as editors run it, with the search index: in this process,
    and in one of its own.
    """
    content = LivingContent()
    root, clean_root = tmp_path / "root", tmp_path / "clean"
    content.write_new(root)
    (root / "mkdocs.yml").write_text(WITH_SEARCH, "utf-8")
    mkdocs_process(root)
    before, written = read_tree(root / "site"), stamps(root / "site")
    for number, edit in enumerate(edits(content, 5, count), 1):
        done = f"edit {number}: {edit()}"
        content.write(root)
        has_errors = BROKEN.encode() in content.files.values()
        if number % one_process_in == 0:
            assert bool(mkdocs_process(root, check=False)) == has_errors, done
        elif has_errors:
            with pytest.raises(Abort):
                host_build(root)
        else:
            host_build(root)
        after, now = read_tree(root / "site"), stamps(root / "site")
        if has_errors:
            assert differences(after, before) == [], done
        else:
            content.write_new(clean_root)
            (clean_root / "mkdocs.yml").write_text(WITH_SEARCH, "utf-8")
            host_build(clean_root)
            assert differences(after, read_tree(clean_root / "site")) == [], done
        assert leftovers(root / "site") == [], done
        same = [path for path in after if before.get(path) == after[path]]
        assert [path for path in same if now[path] != written[path]] == [], done
        before, written = after, now


@pytest.mark.long
@pytest.mark.parametrize(
    ("seed", "count"),
    [
        (6, ROUND // 2),
        *(
            pytest.param(seed, count, marks=pytest.mark.matrix)
            for seed, count in ((6, ROUND), (7, 60), (8, 60))
        ),
    ],
)
def test_preview_equals_a_clean_build(seed: int, count: int, tmp_path: Path) -> None:
    """After an edit a preview makes a page when it is asked for. Whatever is asked for, and in
    whatever order, is the same as in a clean build, and gone when it is gone there.
    """
    content, order = LivingContent(), Random(seed)
    root, clean_root = tmp_path / "root", tmp_path / "clean"
    content.write_new(root)
    (root / "mkdocs.yml").write_text(MKDOCS, "utf-8")
    plugin = host_build(root, serving=True)
    short = 0
    for number, edit in enumerate(edits(content, seed, count)):
        done = f"edit {number}: {edit()}"
        before = read_tree(root / "site")
        content.write(root)
        was_short = host_refresh(plugin)
        short += was_short
        if "broken" in done or plugin.publication.has_errors:
            assert not was_short, done
        if not was_short:
            try:
                plugin = host_build(root, serving=True, built_once=True)
            except Abort:
                assert differences(before, read_tree(root / "site")) == [], done
                continue
        content.write_new(clean_root)
        (clean_root / "mkdocs.yml").write_text(MKDOCS, "utf-8")
        host_build(clean_root, serving=True, built_once=True)
        clean = read_tree(clean_root / "site")
        for path in order.sample(sorted({*before, *clean}), k=12) if was_short else ():
            plugin.ensure(path)
            file = root / "site" / path
            assert (file.read_bytes() if file.is_file() else None) == clean.get(path), done
        if was_short and plugin.lazy_pages and number % 2:
            # Otherwise the next edit comes while pages of this one have not been asked for.
            plugin.lazy_pages.ensure_all()
        elif was_short:
            continue
        assert differences(read_tree(root / "site"), clean) == [], f"{done} (short: {was_short})"
    assert short > count * 0.4


# Builds that fail


def _program(root: Path) -> subprocess.CompletedProcess[str]:
    return program(root, "build", "--to", "site", check=False)


def _host(root: Path) -> subprocess.CompletedProcess[str]:
    return mkdocs(root, check=False)


ROADS = {"program": _program, "mkdocs": _host}


def _build_here(road: str, root: Path) -> None:
    """Build on a road in this process."""
    if road == "mkdocs":
        host_build(root)
    else:
        assert build_site(root, root / "site", TODAY).pages


FAILURES: dict[str, dict[str, str]] = {
    "yaml": {"goals/mal-1.md": BROKEN},
    "settings": {"strategy/strategy.yml": "title: [\n"},
    "unknown reference": {"goals/mal-1.md": "---\ntitle: X\narea: finnes-ikke\n---\n"},
    "template syntax": {"overrides/views/goal.html": "{% if %}"},
    "template name": {
        "overrides/views/goal.html": '{% extends "item.html" %}{% block facts %}'
        "{{ finnes_ikke }}{% endblock %}"
    },
    "template loop": {"overrides/views/goal.html": '{% extends "goal.html" %}'},
    "template value": {
        "overrides/views/measure.html": '{% extends "item.html" %}'
        "{% block facts %}{{ 1 // (entry.title|length - 8) }}{% endblock %}"
    },
}


# What a terminal shows of them is looked at in processes; the other causes are tried in this one.
IN_PROCESSES = (
    ("program", "yaml"), ("program", "template value"),
    ("mkdocs", "settings"), ("mkdocs", "template syntax"),
)  # fmt: skip


@pytest.fixture
def published(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """A strategy with the site that a road made of it, in a folder of the test's own."""

    def of(road: str) -> Path:
        def make(folder: Path) -> None:
            LivingContent().write(folder)
            (folder / "mkdocs.yml").write_text(MKDOCS, "utf-8")
            _build_here(road, folder)

        made = once(tmp_path_factory, f"published-{road}", make)
        return shutil.copytree(made, tmp_path / "root", symlinks=True)

    return of


# The host ends a build in the same way for what is like one of these.
AT_NIGHT = ("unknown reference", "template name", "template loop")


@pytest.mark.parametrize(
    ("road", "failure"),
    [
        pytest.param(road, failure, marks=[pytest.mark.matrix] if is_at_night else [])
        for road in ROADS
        for failure in FAILURES
        for is_at_night in [road == "mkdocs" and failure in AT_NIGHT]
    ],
)
def test_failed_build_leaves_the_last_good_site(
    road: str, failure: str, published: Callable[[str], Path], run: Run
) -> None:
    """Findings and broken templates end a build with a sentence; the site stays byte for byte."""
    root = published(road)
    site = root / "site"
    before, written = read_tree(site), stamps(site)
    write_texts(root, FAILURES[failure])

    if (road, failure) in IN_PROCESSES:
        done = ROADS[road](root)
    elif road == "mkdocs":
        done = host_attempt(root)
    else:
        done = run(root, "build", "--to", "site")

    said = done.stdout + (done.stderr or "")
    assert done.returncode != 0
    assert "Traceback" not in said
    assert re.search(rf"{next(iter(FAILURES[failure]))}\D+\d+", said), said
    assert differences(before, read_tree(site)) == []
    assert stamps(site) == written
    assert leftovers(site) == []


@pytest.mark.parametrize("road", ROADS)
def test_first_build_that_fails_leaves_nothing(road: str, tmp_path: Path) -> None:
    """Without a last good site there is none afterwards either."""
    content = LivingContent()
    content.files["goals/mal-1.md"] = BROKEN.encode()
    content.write_new(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(MKDOCS, "utf-8")

    assert ROADS[road](tmp_path).returncode == 1
    assert not (tmp_path / "site").exists()
    assert leftovers(tmp_path / "site") == []


class _Stop(BaseException):
    """Something that nobody expects."""


@pytest.mark.parametrize("road", ["program", "mkdocs"])
@pytest.mark.parametrize("method", ["write", "finish"])
def test_exception_in_the_middle_leaves_the_last_good_site(
    road: str, method: str, published: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever stops a build while it writes, the site is the old one, and nothing lies around."""
    root, content = published(road), LivingContent()
    site = root / "site"
    before, written = read_tree(site), stamps(site)
    content.items["mal-1"].fields["title"] = "En annen tittel"
    content.write(root)
    calls = 0
    original = getattr(SiteWriter, method)

    def fail(self: SiteWriter, *arguments: object) -> None:
        nonlocal calls
        calls += 1
        if method == "finish" or calls == 20:
            raise _Stop
        original(self, *arguments)

    monkeypatch.setattr(SiteWriter, method, fail)
    with pytest.raises(_Stop):
        _build_here(road, root)

    assert differences(before, read_tree(site)) == []
    assert stamps(site) == written
    assert leftovers(site) == []


@pytest.mark.parametrize("moment", ["LivingStrategyPlugin.on_env", "Publisher.finish"])
def test_interrupted_host_build_leaves_the_last_good_site(
    moment: str, published: Callable[[str], Path]
) -> None:
    """Ctrl-C while MkDocs builds, before its pages and after: the old site is there, and the next
    build works.
    """
    root, content = published("mkdocs"), LivingContent()
    before = read_tree(root / "site")
    content.settings["summary"] = "Noe annet."
    content.write(root)
    command = stopping_at(
        f"living_strategy.adapters.mkdocs.plugin:{moment}",
        f"{FEW_PLACES}; from mkdocs.__main__ import cli; cli(['build', '--quiet'])",
    )
    with started(*command, folder=root, env=environment(**WITH_TESTS)) as process:
        wait_for_begun(process)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=PATIENCE)

    assert process.returncode == 1
    assert differences(before, read_tree(root / "site")) == []
    host_build(root)
    assert leftovers(root / "site") == []
    assert read_tree(root / "site") != before
