"""`start . --fork-of`: a fork that followed this repository with merges keeps what is its own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from living_strategy.forms.schema_files import schema_files
from tests.integration.conftest import Run
from tests.integration.other_version import GIT
from tests.integration.small_strategy import FILES
from tests.pins import ROOT
from tests.repositories import commit, git

DOCUMENT = ROOT / "docs" / "local-strategy.md"
LEFT_OUT = {
    *("strategy", "goals", "measures", "projects"),
    *("docs", "tests", "benchmarks"),
}
COMMAND = ("start", ".", "--municipality", "1103", "--fork-of", "upstream/main")
NEW = {
    *(f".github/ISSUE_TEMPLATE/{name}.yml" for name in ("change", "measure", "status")),
    *(f".gitlab/issue_templates/{name}.md" for name in ("Foreslå endring", "Foreslå et tiltak")),
    ".gitlab/issue_templates/Meld ny status.md",
    *(".github/workflows/content.yml", ".github/workflows/pages.yml"),
    *(".github/workflows/review.yml", ".github/workflows/upstream.yml", ".gitignore"),
    *(".gitlab-ci.yml", "CODEOWNERS", "Makefile", "requirements.txt", "strategy/slik-bidrar-du.md"),
    *("engine/generated.sha256", "engine/living_strategy-0.1.0-py3-none-any.whl", "mkdocs.yml"),
    ".vscode/settings.json",
    *(f".vscode/schemas/{file.file_name}" for file in schema_files()),
}


def text(title: str) -> str:
    """An entry."""
    return f"---\ntitle: {title}\n---\n"


NATIONAL = {
    "goals/a.md": text("A"), "goals/b.md": text("B"), "goals/c.md": text("C"),
    "measures/a.md": text("M"), "strategy/strategy.yml": "title: National\n",
    "strategy/bruk-i-kommunen.md": "# Use\n",
}  # fmt: skip
OWN = {
    **FILES,
    "goals/b.md": text("B, as we see it"), "README.md": "# Lillevik\n",
    "overrides/views/own.txt": "ours\n", "plugins/own_tool.py": "OURS = 1\n",
}  # fmt: skip


def write(root: Path, files: dict[str, str]) -> None:
    """Write files below a folder and commit everything."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    commit(root)


@pytest.fixture
def fork(tmp_path: Path) -> Path:
    """A fork that took away what is national, wrote its own, and then merged us."""
    upstream, fork = tmp_path / "upstream", tmp_path / "fork"
    for name in git(ROOT, "-c", f"safe.directory={ROOT}", "ls-files").splitlines():
        if name.split("/")[0] not in LEFT_OUT:
            (upstream / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, upstream / name)
    git(tmp_path, "init", "--quiet", "--initial-branch", "main", "upstream")
    write(upstream, NATIONAL)
    git(tmp_path, "clone", "--quiet", "--origin", "upstream", "upstream", "fork")
    git(fork, "rm", "--quiet", "-r", "strategy", "goals/a.md", "measures")
    write(fork, OWN | {"CHANGELOG.md": "Ours\n", "plugins/living_strategy/limits.py": "# ours\n"})
    # Meanwhile a national text is changed, and another one comes.
    write(upstream, {"projects/new.md": text("New"), "goals/c.md": text("Changed")})
    git(fork, "fetch", "--quiet", "upstream")
    git(fork, "merge", "--quiet", "--no-edit", "upstream/main")
    assert (fork / "goals" / "c.md").read_text("utf-8") == text("Changed")
    assert (fork / "projects" / "new.md").exists()
    return fork


def test_its_own_stays_and_ours_goes(run: Run, fork: Path) -> None:
    """Content that it wrote or changed is there byte for byte, with its history; the rest is a new
    strategy's, without examples. Changes of the program go with it.
    """
    commits = int(git(fork, "rev-list", "--count", "HEAD"))

    said = run(fork, *COMMAND, "--yes", **GIT)

    assert f"living-strategy {' '.join(COMMAND)}\n" in DOCUMENT.read_text("utf-8")
    assert said.returncode == 0
    assert f"Dette blir stående: {', '.join(sorted(OWN))}.\n" in said.stderr
    assert set(git(fork, "ls-files").splitlines()) == {*OWN, *NEW}
    assert {path: (fork / path).read_text("utf-8") for path in OWN} == OWN
    assert int(git(fork, "rev-list", "--count", "HEAD")) == commits + 1
    assert git(fork, "log", "--format=%s", "--", "goals/b.md") == "x\nx"
    assert git(fork, "status", "--porcelain") == ""


@pytest.mark.parametrize("branch", ["upstream/borte", "--all", "HEAD"])
def test_a_branch_that_is_none(run: Run, fork: Path, branch: str) -> None:
    """Nothing is taken away before git knows what is whose."""
    before = git(fork, "ls-files")
    arguments = ("start", ".", "--municipality", "1103", f"--fork-of={branch}", "--yes")

    said = run(fork, *arguments, **GIT)

    assert (said.returncode, said.stdout) == (2, "")
    assert said.stderr == (
        f"Feil: Git kjenner ingen «{branch}» her. Hent greinen som denne forken følger.\n"
    )
    assert git(fork, "ls-files") == before
