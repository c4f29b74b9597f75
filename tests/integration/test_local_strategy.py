"""The roads of docs/local-strategy.md work as they are written there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.integration.processes import PATIENCE
from tests.integration.site_fixtures import Installed
from tests.integration.site_support import run
from tests.integration.small_strategy import FILES
from tests.pins import ROOT

DOCUMENT = ROOT / "docs" / "local-strategy.md"
OWN = {**FILES, "README.md": "# Lillevik\n", "overrides/own.txt": "ours\n"}
GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "Test",
    "GIT_AUTHOR_EMAIL": "test@example.org",
    "GIT_COMMITTER_NAME": "Test",
    "GIT_COMMITTER_EMAIL": "test@example.org",
}
# What git ignores, and what is too large to copy for nothing.
LEFT_OUT = shutil.ignore_patterns(
    ".git",
    ".venv",
    ".cache",
    ".*_cache",
    "__pycache__",
    "site",
    ".living-strategy-*",
    "node_modules",
    "*.mo",
    "golden",
)


def _commands(step: str) -> list[str]:
    """The lines of the block behind a mark of the document."""
    block = re.search(rf"<!-- {step} -->\n```sh\n(.*?)```", DOCUMENT.read_text("utf-8"), re.S)
    assert block, step
    return block[1].splitlines()


def _git(folder: Path, *lines: str) -> str:
    """Run lines as a shell does, all of them git's; a failure fails the test."""
    assert all(line.startswith("git ") for line in lines)
    done = subprocess.run(
        ["sh", "-e"],
        input="\n".join(lines) + "\n",
        cwd=folder,
        env={**os.environ, **GIT},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, f"{lines}\n{done.stdout}"
    return done.stdout


def _write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def _tree(folder: Path, commit: str = "HEAD") -> dict[str, str]:
    """The files of a commit and what git knows their content by."""
    lines = _git(folder, f"git ls-tree -r --full-tree {commit}").splitlines()
    return {line.split("\t")[1]: line.split()[2] for line in lines}


@pytest.fixture
def upstream(tmp_path: Path) -> Path:
    """This repository, in a history of its own."""
    folder = tmp_path / "upstream"
    shutil.copytree(ROOT, folder, ignore=LEFT_OUT)
    _git(folder, "git init -q -b main", "git add -A", "git commit -qm 'The program'")
    return folder


def _copied(upstream: Path, fork: Path, way: str) -> None:
    """A copy as a forge makes it: with our history, or without."""
    if way == "fork":
        _git(upstream.parent, f"git clone -q upstream {fork.name}")
        _git(fork, "git remote remove origin")
    else:
        shutil.copytree(upstream, fork, ignore=shutil.ignore_patterns(".git"))
        _git(fork, "git init -q -b main", "git add -A", "git commit -qm 'Initial commit'")


def _later(upstream: Path) -> None:
    """What happens here meanwhile: program, pipelines, settings and national content."""
    gone = next((upstream / "docs" / "checks").glob("a*.md"))
    goal = next((upstream / "goals").iterdir())
    _git(upstream, f"git rm -q {gone.relative_to(upstream)}")
    for path in (goal, *(upstream / name for name in ("mkdocs.yml", "Makefile", "README.md"))):
        path.write_text(path.read_text("utf-8") + "\n# later\n", "utf-8")
    for name in ("ci", "content", "pages"):
        path = upstream / ".github" / "workflows" / f"{name}.yml"
        path.write_text(path.read_text("utf-8") + "# later\n", "utf-8")
    _write(
        upstream,
        {
            "projects/et-nytt-nasjonalt.md": "---\ntitle: Nytt\n---\n",
            "strategy/strategy.yml": "title: Nasjonal\n",
            "plugins/living_strategy/later.py": '"""Comes later."""\n',
            "tests/test_later.py": "",
        },
    )
    _git(upstream, "git add -A", "git commit -qm 'A later version'")


def _again(upstream: Path) -> None:
    """One more version, which is taken in the same way."""
    path = upstream / "Makefile"
    path.write_text(path.read_text("utf-8") + "# again\n", "utf-8")
    _git(upstream, "git commit -qam 'Again'")


@pytest.mark.parametrize("way", ["fork", "template"])
def test_a_copy_takes_a_later_version(way: str, upstream: Path, tmp_path: Path) -> None:
    """After the commands the program is ours to the last file, the content theirs, and no more."""
    fork = tmp_path / "kommune"
    _copied(upstream, fork, way)
    _git(fork, *_commands("begin"))
    _write(fork, OWN)
    _git(fork, "git add -A", "git commit -qm 'Our strategy'")
    before = _tree(fork)
    _git(fork, *(re.sub(r"https://\S+", upstream.as_uri(), line) for line in _commands("remote")))

    for change in (_later, _again):
        change(upstream)
        _git(fork, *_commands("take"), *_commands("compare")[:1], *_commands("commit"))

    assert _git(fork, "git status --porcelain") == ""
    after, theirs = _tree(fork), _tree(upstream)
    own = {*OWN, "mkdocs.yml"}
    assert {name: after[name] for name in own} == {name: before[name] for name in own}
    program = {name: made for name, made in after.items() if name not in own}
    assert program == {name: theirs[name] for name in program}
    left = {name.split("/")[0] for name in theirs.keys() - after.keys()}
    assert left - {"docs"} == {
        *("strategy", "goals", "measures", "projects", "tests", "benchmarks"),
        *(".ci", ".importlinter", ".github"),
    }
    assert [
        name for name in theirs.keys() - after.keys() if name.startswith((".github", "docs"))
    ] == [".github/workflows/ci.yml"]
    assert "plugins/living_strategy/later.py" in after


def test_the_pipelines_of_a_copy_need_nothing_that_was_deleted(tmp_path: Path) -> None:
    """What GitLab tests by is national content, and a job that publishes waits for no test."""
    pipeline = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
    (paths,) = [rule["exists"] for rule in pipeline["test"]["rules"] if "exists" in rule]
    deleted = [word for line in _commands("begin") for word in line.split()[3:]]

    assert [(ROOT / path).is_file() for path in paths] == [True]
    assert [path.split("/")[0] in deleted for path in paths] == [True]
    assert "needs" not in pipeline["pages"]
    for kept in (ROOT / ".github" / "workflows").iterdir():
        if kept.name != "ci.yml":
            steps = re.findall(r"make (\w+)", kept.read_text("utf-8"))
            assert set(steps) <= {"install", "check", "site", "collect"}


@pytest.mark.site
@pytest.mark.matrix
def test_the_package_and_content_alone(with_mkdocs: Installed, tmp_path: Path) -> None:
    """The mkdocs.yml of the document is enough for a site, with search."""
    settings = re.search(r"```yaml\n(site_name.*?)```", DOCUMENT.read_text("utf-8"), re.S)
    assert settings
    _write(tmp_path, {**FILES, "mkdocs.yml": settings[1]})

    run(with_mkdocs.program("living-strategy"), "check", folder=tmp_path)
    run(with_mkdocs.program("mkdocs"), "build", folder=tmp_path)

    assert (tmp_path / "site" / "index.html").exists()
    assert (tmp_path / "site" / "pagefind" / "pagefind.js").exists()
