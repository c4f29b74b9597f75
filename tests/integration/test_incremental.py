"""An incremental build equals a clean one, and a build that fails changes nothing."""

from __future__ import annotations

import re
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from mkdocs.exceptions import Abort

from living_strategy.adapters.plain.build import build_site
from living_strategy.adapters.storage.site_writer import SiteWriter
from living_strategy.diagnostics import Severity
from tests.integration.living_content import BROKEN, LivingContent, edits
from tests.integration.processes import PATIENCE, started, stopping_at, wait_for_begun
from tests.integration.site_support import (
    HERE,
    MKDOCS,
    TODAY,
    differences,
    environment,
    host_build,
    host_refresh,
    leftovers,
    mkdocs,
    program,
    read_tree,
    stamps,
)

pytestmark = [pytest.mark.site, pytest.mark.usefixtures("quick_builds")]
EDITS_IN_ALL, SEEDS = 200, (1, 2, 3, 4)


@pytest.mark.parametrize("seed", SEEDS)
def test_incremental_build_equals_a_clean_one(seed: int, tmp_path: Path) -> None:
    """After every one of 200 edits the site is the one that a first build would make, and files
    that did not change were not written again.
    """
    content = LivingContent()
    root, clean_root = tmp_path / "root", tmp_path / "clean"
    content.write_new(root)
    build_site(root, root / "site", TODAY)
    published = 0
    for number, edit in enumerate(edits(content, seed, EDITS_IN_ALL // len(SEEDS))):
        done = f"edit {number}: {edit()}"
        before, written = read_tree(root / "site"), stamps(root / "site")
        content.write(root)
        built = build_site(root, root / "site", TODAY)
        after = read_tree(root / "site")
        content.write_new(clean_root)
        clean = build_site(clean_root, clean_root / "site", TODAY)

        assert clean.diagnostics == built.diagnostics, done
        assert leftovers(root / "site") == [], done
        errors = {one.code for one in clean.diagnostics if one.severity is Severity.ERROR}
        assert errors <= {"unclosed-front-matter", "yaml-syntax"}, done
        if clean.pages:
            published += 1
            assert differences(after, read_tree(clean_root / "site")) == [], done
        else:
            assert differences(before, after) == [], done
        now = stamps(root / "site")
        same = [path for path in after if before.get(path) == after[path]]
        assert [path for path in same if now[path] != written[path]] == [], done
    assert published > EDITS_IN_ALL // len(SEEDS) * 0.7


def test_mkdocs_build_equals_a_clean_one(tmp_path: Path) -> None:
    """The same through `mkdocs build`, as editors run it, with the search index."""
    with_search = MKDOCS.replace("search: false", "search: true")
    content = LivingContent()
    root, clean_root = tmp_path / "root", tmp_path / "clean"
    content.write_new(root)
    (root / "mkdocs.yml").write_text(with_search, "utf-8")
    mkdocs(root)
    for number, edit in enumerate(edits(content, 5, 10)):
        done = f"edit {number}: {edit()}"
        before, written = read_tree(root / "site"), stamps(root / "site")
        content.write(root)
        mkdocs(root)
        after = read_tree(root / "site")
        content.write_new(clean_root)
        (clean_root / "mkdocs.yml").write_text(with_search, "utf-8")
        host_build(clean_root)

        assert differences(after, read_tree(clean_root / "site")) == [], done
        assert leftovers(root / "site") == [], done
        now = stamps(root / "site")
        same = [path for path in after if before.get(path) == after[path]]
        assert [path for path in same if now[path] != written[path]] == [], done


@pytest.mark.parametrize("seed", [6, 7])
def test_preview_equals_a_clean_build(seed: int, tmp_path: Path) -> None:
    """After an edit a preview makes a page when it is asked for. Whatever is asked for, and in
    whatever order, is the same as in a clean build, and gone when it is gone there.
    """
    content, order = LivingContent(), Random(seed)
    root, clean_root = tmp_path / "root", tmp_path / "clean"
    content.write_new(root)
    (root / "mkdocs.yml").write_text(MKDOCS, "utf-8")
    plugin = host_build(root, serving=True)
    short = 0
    for number, edit in enumerate(edits(content, seed, 30)):
        done = f"edit {number}: {edit()}"
        before = read_tree(root / "site")
        content.write(root)
        was_short = host_refresh(plugin)
        short += was_short
        content.write_new(clean_root)
        (clean_root / "mkdocs.yml").write_text(MKDOCS, "utf-8")
        if "broken" in done or plugin.publication.has_errors:
            assert not was_short, done
        if not was_short:
            try:
                plugin = host_build(root, serving=True, built_once=True)
            except Abort:
                assert differences(before, read_tree(root / "site")) == [], done
                continue
        host_build(clean_root, serving=True, built_once=True)
        clean = read_tree(clean_root / "site")
        for path in order.sample(sorted({*before, *clean}), k=12) if was_short else ():
            plugin.ensure(path)
            seen = root / "site" / path
            assert (seen.read_bytes() if seen.is_file() else None) == clean.get(path), done
        if was_short and plugin.lazy_pages and number % 2:
            # Otherwise the next edit comes while pages of this one have not been asked for.
            plugin.lazy_pages.ensure_all()
        elif was_short:
            continue
        assert differences(read_tree(root / "site"), read_tree(clean_root / "site")) == [], (
            f"{done} (short: {was_short})"
        )
    assert short > 12


# Builds that fail


Road = Callable[[Path], "subprocess.CompletedProcess[str]"]


def _program(root: Path) -> subprocess.CompletedProcess[str]:
    return program(root, "build", "--to", "site", check=False)


def _host(root: Path) -> subprocess.CompletedProcess[str]:
    return mkdocs(root, check=False)


ROADS = {"program": _program, "mkdocs": _host}
FAILURES: dict[str, dict[str, str]] = {
    "yaml": {"goals/mal-1.md": BROKEN},
    "settings": {"strategy/strategy.yml": "title: [\n"},
    "unknown reference": {"goals/mal-1.md": "---\ntitle: X\narea: finnes-ikke\n---\n"},
    "template syntax": {"overrides/views/goal.html": "{% if %}"},
    "template name": {
        "overrides/views/goal.html": '{% extends "item.html" %}{% block stands %}'
        "{{ finnes_ikke }}{% endblock %}"
    },
    "template loop": {"overrides/views/goal.html": '{% extends "goal.html" %}'},
    "template value": {
        "overrides/views/measure.html": '{% extends "item.html" %}'
        "{% block stands %}{{ 1 // (entry.title|length - 8) }}{% endblock %}"
    },
}


@pytest.mark.parametrize("failure", FAILURES)
@pytest.mark.parametrize("road", ROADS)
def test_failed_build_leaves_the_last_good_site(road: str, failure: str, tmp_path: Path) -> None:
    """Findings and broken templates end a build with a sentence; the site stays byte for byte."""
    content = LivingContent()
    content.write_new(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(MKDOCS, "utf-8")
    assert ROADS[road](tmp_path).returncode == 0
    before, written = read_tree(tmp_path / "site"), stamps(tmp_path / "site")
    for name, text in FAILURES[failure].items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    done = ROADS[road](tmp_path)

    assert done.returncode != 0
    assert "Traceback" not in done.stdout
    assert re.search(rf"{next(iter(FAILURES[failure]))}\D+\d+", done.stdout), done.stdout
    assert differences(before, read_tree(tmp_path / "site")) == []
    assert stamps(tmp_path / "site") == written
    assert leftovers(tmp_path / "site") == []


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
    road: str, method: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever stops a build while it writes, the site is the old one, and nothing lies around."""
    content = LivingContent()
    content.write_new(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(MKDOCS, "utf-8")
    site = tmp_path / "site"

    def build() -> None:
        if road == "mkdocs":
            host_build(tmp_path)
        else:
            build_site(tmp_path, site, TODAY)

    build()
    before, written = read_tree(site), stamps(site)
    content.items["mal-1"].fields["title"] = "En annen tittel"
    content.write(tmp_path)
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
        build()

    assert differences(before, read_tree(site)) == []
    assert stamps(site) == written
    assert leftovers(site) == []


@pytest.mark.parametrize("moment", ["LivingStrategyPlugin.on_env", "Publisher.finish"])
def test_interrupted_host_build_leaves_the_last_good_site(moment: str, tmp_path: Path) -> None:
    """Ctrl-C while MkDocs builds, before its pages and after: the old site is there, and the next
    build works.
    """
    content = LivingContent()
    content.write_new(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(MKDOCS, "utf-8")
    mkdocs(tmp_path)
    before = read_tree(tmp_path / "site")
    content.settings["summary"] = "Noe annet."
    content.write(tmp_path)
    command = stopping_at(
        f"living_strategy.adapters.mkdocs.plugin:{moment}",
        "from mkdocs.__main__ import cli; cli(['build', '--quiet'])",
    )
    with started(*command, folder=tmp_path, env=environment(**HERE)) as process:
        wait_for_begun(process)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=PATIENCE)

    assert process.returncode == 1
    assert differences(before, read_tree(tmp_path / "site")) == []
    mkdocs(tmp_path)
    assert leftovers(tmp_path / "site") == []
    assert read_tree(tmp_path / "site") != before
